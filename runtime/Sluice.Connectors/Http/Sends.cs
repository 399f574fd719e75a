using System.Text.Json;

namespace Sluice.Connectors.Http;

/// <summary>Sends writes to one system, each once, and says what is known of them afterwards.</summary>
internal sealed class Sends(Exchange exchange)
{
    public SystemOptions Options => exchange.Options;

    /// <summary>Sends. Only cancellation throws.</summary>
    /// <param name="what">What is written, for messages.</param>
    /// <param name="by">The time after which it is not sent any more; null where there is none.</param>
    /// <param name="send">Sends the request; called once.</param>
    /// <param name="read">Finds the record in the answer, where it shows one.</param>
    /// <param name="token">Stops the call; whether it was done is then not known.</param>
    public async Task<WriteResult> SendAsync(
        string what,
        DateTimeOffset? by,
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        Func<JsonElement, Record?> read,
        CancellationToken token)
    {
        try
        {
            return Outcome(what, await exchange.CallAsync(CallKind.Urgent, InTime, token), read);
        }
        catch (Exception cause) when (cause is HeldBackException or OverdueException or MovedException)
        {
            return WriteResult.NotDone(cause.Message);
        }
        catch (RemoteException cause)
        {
            return WriteResult.NotDone($"{cause.Message} {cause.Fix}");
        }
        catch (TimeoutException cause) when (
            cause.InnerException is UnsentException or OverdueException or RemoteException)
        {
            // The time ended on the way to the network.
            return WriteResult.NotDone($"{cause.InnerException.Message} {cause.Message}");
        }
        catch (HttpRequestException cause) when (cause.IsBeforeSending())
        {
            return WriteResult.NotDone(Options.Redact($"{Options.System} could not be reached: {cause.Message}"));
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or TimeoutException)
        {
            return WriteResult.Unknown(Options.Redact($"{Options.System} did not answer to the end: {cause.Message}"));
        }

        // Asked at the last moment: a turn may be long in coming, and a process may have been held up meanwhile.
        Task<HttpResponseMessage> InTime(CancellationToken stop) =>
            SendLimit.WithinAsync(by, exchange.Time, () => send(stop));
    }

    /// <summary>Deletes. Only cancellation throws. What is not there is as good as deleted.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async Task<WriteResult> DeleteAsync(
        string what, DateTimeOffset? by, Func<CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        var isGone = false;
        var result = await SendAsync(
            what, by,
            async stop =>
            {
                var answer = await send(stop);
                isGone = (int)answer.StatusCode is 404 or 410
                    && answer.Content.Headers.ContentType?.MediaType is not "text/html";
                return answer;
            },
            _ => null, token);
        return isGone && result.Outcome == WriteOutcome.Rejected ? WriteResult.Committed(null) : result;
    }

    private WriteResult Outcome(string what, Answer answer, Func<JsonElement, Record?> read)
    {
        var words = VendorWords.Of(answer);
        var said = Options.Redact(words is null ? $"{answer.Status}" : $"{answer.Status}: {words}");
        return answer.Status switch
        {
            // A proxy or a sign-in page may have answered in place of the system.
            >= 200 and < 300 when answer.IsWebPage =>
                WriteResult.Unknown($"{Options.System} answered with a web page ({said})."),
            >= 200 and < 300 => WriteResult.Committed(answer.Json() is { } body ? read(body) : null),
            401 => WriteResult.NotDone($"{Options.System} refuses the sign-in ({said}). {Options.SignInFix}"),
            403 => WriteResult.NotDone(
                $"{Options.System} does not let us write {what} ({said}). "
                + $"Give the user or integration behind {Options.Section} the right to.{Options.RightHint}"),
            429 => WriteResult.NotDone($"{Options.System} takes no more calls for now ({said})."),

            // The server gave up waiting, or somebody in between redirects: neither says what happened to the write.
            408 or < 400 => WriteResult.Unknown($"{Options.System} did not say what became of it ({said})."),
            < 500 => WriteResult.Rejected(
                words is null ? $"{Options.System} says {answer.Status} and gives no reason." : said),
            _ => WriteResult.Unknown($"{Options.System} failed ({said})."),
        };
    }
}
