using System.Net;
using System.Text;

namespace Sluice.Simulation;

/// <summary>The network between one process and one system.</summary>
internal sealed class SystemHandler(
    string system, IReadOnlyDictionary<string, Api> apis, Loop loop, Life life, Points points, Faults faults,
    Chance chance, Diary diary, SignInDesk? desk)
    : HttpMessageHandler
{
    private const string Page = "<html><body>Please sign in</body></html>";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);

        var call = Call.Of(request);
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => loop.After(
            TimeSpan.Zero, () => life.Outside(() => answer.TrySetCanceled(cancellationToken))));
        if (points.Pass(life, $"before {call.Kind} {system}"))
            life.WhenAwake(() => Travel(call with { Slept = Slept() }, answer));
        return answer.Task;
    }

    // What it does at the moment it goes on, it was about to do; what waited for longer than a write may is not sent.
    private TimeSpan Slept() =>
        loop.Now == life.ResumedAt && loop.Now - life.PausedAt is var slept && slept <= World.LateCommitBound / 2
            ? slept
            : TimeSpan.Zero;

    private void Travel(Call call, TaskCompletionSource<HttpResponseMessage> answer)
    {
        diary.Sent(life, system, call);
        var fault = faults.OfRequest(call.Kind);
        if (call.Kind == "token" && fault != Fault.None)
            desk!.Spoil();
        if (fault == Fault.LostRequest)
            return;

        var delay = chance.Seconds(0.02, 0.4);
        if (fault == Fault.LateCommit)
        {
            loop.After(chance.Seconds(5, 50), () =>
            {
                if (call.Kind != "token")
                    Api(call).Overwrites(call);
                Arrive(call, fault);
            });
            return;
        }

        loop.After(delay, () =>
        {
            var (status, body) = fault switch
            {
                Fault.Throttled => (429, """{"message":"slow down"}"""),
                Fault.ServerError => (500, $$"""{"message":"sorry, {{SimulatedOptions.Token}} failed"}"""),
                Fault.SignInRefused => (401, """{"message":"who are you"}"""),
                Fault.EmptyListing => (200, """{"items":[],"total":0}"""),
                _ => Arrive(call, fault),
            };
            if (fault == Fault.ErrorAfterCommit)
                (status, body) = (502, """{"message":"bad gateway"}""");
            if (fault != Fault.LostAnswer)
                loop.After(chance.Seconds(0.02, 0.3), () => Deliver(call, fault, status, body, answer));
        });
    }

    // Who we are is the same for all of them.
    private Api Api(Call call) => apis[call.Kind == "identify" ? SimulatedTable.People : call.Table];

    private (int Status, string Body) Arrive(Call call, Fault fault)
    {
        if (call.Kind == "token")
        {
            var tokens = desk!.Answer(call.Body);
            diary.Note($"{system} was asked for tokens by engine {life.Number}: {tokens.Status}");
            if (fault != Fault.None)
                desk.Spoil();
            return tokens;
        }

        if (desk?.Takes(call.Access) == false)
            return (401, """{"message":"who are you"}""");

        var result = Api(call).Do(call);
        diary.Done(system, call, result.Status, result.Body);
        return result;
    }

    private void Deliver(
        Call call, Fault fault, int status, string body, TaskCompletionSource<HttpResponseMessage> answer)
    {
        if (!points.Pass(life, $"after {call.Kind} {system}"))
            return;

        if (call.Kind == "token" && fault == Fault.None)
            desk!.Heard(call.Body, status);
        life.Outside(() =>
        {
            if (fault == Fault.BrokenAnswer)
                answer.TrySetException(
                    new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke"));
            else
                answer.TrySetResult(Message(fault, status, body));
        });
    }

    private HttpResponseMessage Message(Fault fault, int status, string body)
    {
        var message = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = fault == Fault.WebPage
                ? new StringContent(Page, Encoding.UTF8, "text/html")
                : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (fault == Fault.Throttled)
            message.Headers.RetryAfter = new(chance.Seconds(1, 20));
        return message;
    }
}
