using Polly;
using Polly.Retry;

namespace Sluice.Connectors.Http;

/// <summary>Reads from one system. Reading changes nothing, so what fails in passing is asked again.</summary>
internal sealed class Reads
{
    private const int Retries = 4;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    private readonly Exchange _exchange;
    private readonly Failures _failures;
    private readonly ResiliencePipeline<Answer> _retrying;

    public Reads(Exchange exchange)
    {
        _exchange = exchange;
        _failures = new(exchange.Options);
        _retrying = new ResiliencePipelineBuilder<Answer> { TimeProvider = exchange.Time }
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = exchange.Jitter,
                Delay = FirstDelay,
                MaxDelay = Pacer.LongestHold,
                ShouldHandle = arguments => new(IsPassing(arguments.Outcome)),
                DelayGenerator = arguments => new(Floor(arguments.Outcome.Result)),
            })
            .Build();
    }

    public SystemOptions Options => _exchange.Options;

    /// <summary>
    /// Asks the system what it says of our rights, before a refusal is put into words; null where none says anything.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeRefusal { get; init; }

    /// <summary>Asks. The answer is a success, or says that there is no such thing (404, 410).</summary>
    /// <param name="what">What is asked for, for messages: <c>users, page 3</c>.</param>
    /// <param name="send">Sends the request; may be called again.</param>
    /// <param name="token">Stops the call and the waits between calls.</param>
    /// <param name="kind">What it is for.</param>
    /// <exception cref="RemoteException">The system could not be read.</exception>
    public async Task<Answer> AskAsync(
        string what, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken token,
        CallKind kind = CallKind.Urgent)
    {
        var answer = await TryAsync(what, send, token, kind);
        if (answer.IsSuccess || answer.Status is 404 or 410)
            return answer;
        if (answer.Status == 403)
            await LookAtRightsAsync(token);

        throw _failures.Of(what, answer);
    }

    /// <summary>Asks. The answer may have any status.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public async Task<Answer> TryAsync(
        string what, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken token,
        CallKind kind = CallKind.Urgent)
    {
        // Whoever runs all this on a context of his own stays on it.
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, token);
        try
        {
            return await _retrying.ExecuteAsync(
                async (within, call) => await _exchange.CallAsync(call.kind, call.send, within.CancellationToken),
                context, (kind, send));
        }
        catch (Exception cause) when (
            cause is HttpRequestException or IOException or TimeoutException or HeldBackException)
        {
            throw _failures.Of(what, cause);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // What is refused stays refused, whether or not more is known of it.
    private async Task LookAtRightsAsync(CancellationToken token)
    {
        try
        {
            await (BeforeRefusal?.Invoke(token) ?? Task.CompletedTask);
        }
        catch (RemoteException)
        {
        }
    }

    // A call that took all its time would take it again: the next cycle asks anew.
    private static bool IsPassing(Outcome<Answer> outcome) => outcome switch
    {
        { Exception: AnswerTooLongException } => false,
        { Exception: HttpRequestException or IOException } => true,
        { Result: { Status: 429 or >= 500 } answer } => (answer.RetryAfter ?? TimeSpan.Zero) <= Pacer.LongestHold,
        _ => false,
    };

    // Never sooner than the system asked for. All calls wait for that, and the pacer then lets them go one by one.
    private static TimeSpan? Floor(Answer? answer) =>
        answer?.RetryAfter is { } wait && wait > FirstDelay ? wait : null;
}
