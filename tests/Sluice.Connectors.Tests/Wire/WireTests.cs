using System.Globalization;
using System.Text;
using System.Text.Json;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Http;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Snapshots;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>
/// The whole list of calls against a server that keeps what it got. With <c>-p:UseRefit=true</c> the same calls are
/// made by Refit, and must match the same snapshot: a difference is a defect, and no reason to accept it anew.
/// </summary>
public sealed class WireTests
{
    private const string What = "a page";

    [Theory]
    [InlineData("")]
    [InlineData("nb-NO")]
    [InlineData("ar-SA")]
    public async Task Calls_are_the_same_bytes_in_every_culture(string culture)
    {
#pragma warning disable RS0030 // The point of this test is that the machine's culture does not matter.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
#pragma warning restore RS0030
        var seen = new StringBuilder();
        foreach (var call in WireCalls.Requests.Concat(WireCalls.Outcomes).Concat(VendorCalls.All))
            seen.Append("== ").Append(call.Name).Append('\n').Append(await MakeAsync(call)).Append("\n\n");

        Snapshot.Verify(seen.ToString(), "wire.txt");
    }

    [Fact]
    public void The_connectors_own_calls_leave_reading_to_the_connector() => Assert.All(
        VendorCalls.Methods, method => Assert.Equal(typeof(Task<HttpResponseMessage>), method.ReturnType));

    [Fact]
    public async Task Without_a_base_address_nothing_is_sent()
    {
        using var client = new HttpClient();
        var wire = RestService.For<IWire>(
            client, new RefitSettings(new SystemTextJsonContentSerializer(WireContext.Default.Options)));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            wire.NothingAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> MakeAsync(WireCall call)
    {
        await using var server = Loopback.Start(call.Answer, holds: call.Cancelled != Cancelled.Never);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var client = new HttpClient(
            call.Cancelled == Cancelled.BeforeTheBody ? new CancellingHandler(stop) : new SocketsHttpHandler())
        {
            BaseAddress = new Uri(server.Address, "/base/"),
        };
        if (call.Cancelled == Cancelled.Before)
            await stop.CancelAsync();

        var sent = call.Send(client, stop.Token);
        if (call.Cancelled == Cancelled.BeforeTheAnswer)
        {
            await server.Received;
            await stop.CancelAsync();
        }

        string outcome;
        try
        {
            outcome = await OutcomeAsync(await sent, stop.Token);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or OperationCanceledException)
        {
            outcome = $"throws {Said(cause)}";
        }

        return $"{server.Request}\n-> {outcome}";
    }

    private static async Task<string> OutcomeAsync(object outcome, CancellationToken token)
    {
        var responses = new Responses(new CustomCrmOptions(), new SettableClock());
        return outcome switch
        {
            IApiResponse<WirePage> page => Status(page) + Taken(() => Shown(responses.Unwrap(What, page, token))),
            IApiResponse<WireRecord> one => Status(one) + Taken(() => responses.Unwrap(What, one, token)),
            IApiResponse<WireUnknown> one => Status(one) + Taken(() => responses.Unwrap(What, one, token)),
            IApiResponse<string> text => Status(text) + Taken(() => $"'{responses.Unwrap(What, text, token)}'"),
            IApiResponse<JsonElement> json => Status(json) + Taken(() => responses.Unwrap(What, json, token)),
            IApiResponse bare => Status(bare) + Taken(() =>
            {
                responses.Unwrap(What, bare, token);
                return "done";
            }),
            HttpResponseMessage raw => Shown(await responses.UnwrapAsync(raw, token)),
            _ => throw new InvalidOperationException(outcome.GetType().Name),
        };
    }

    private static string Status(IApiResponse response)
    {
        var headers = response.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal))
            .Select(header => $"; {header.Key}: {string.Join(" | ", header.Value)}");
        var error = response.Error is { } cause
            ? $"; error {cause.InnerException?.GetType().Name}{cause.Content}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)response.StatusCode} {response.IsSuccessStatusCode}/{response.IsSuccessful}")
            + string.Concat(headers) + error + "\n=> ";
    }

    private static string Taken<T>(Func<T> unwrap)
    {
        try
        {
            return unwrap()?.ToString() ?? "null";
        }
        catch (Exception cause) when (
            cause is RemoteException or HttpRequestException or OperationCanceledException or NotSupportedException)
        {
            return $"throws {Said(cause)}";
        }
    }

    private static string Said(Exception cause) => cause switch
    {
        RemoteException { RetryAfter: { } wait } remote => $"{remote.Failure}: {remote.Message} Wait {wait:c}.",
        RemoteException remote => $"{remote.Failure}: {remote.Message}",
        HttpRequestException => $"{cause.GetType().Name}, of {cause.InnerException?.GetType().Name}",
        _ => cause.GetType().Name,
    };

    private static string? Shown(WirePage? page) =>
        page is null ? null : $"{page.Count}: {string.Join("; ", page.Companies ?? [])}";

    private static string Shown(Http.Answer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{answer.Status} {answer.MediaType}, {answer.Body.Length} bytes: {Encoding.UTF8.GetString(answer.Body.Span)}");
}
