namespace Sluice.Connectors.Http;

/// <summary>
/// Makes single calls to one system: in turn, with a deadline that covers the answer's body, up to a size.
/// </summary>
internal class Exchange
{
    private readonly SystemOptions _options;
    private readonly TimeProvider _time;
    private readonly Pacer _pacer;
    private readonly Responses _responses;

    public Exchange(SystemOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        (_pacer, _responses) = (new(options, time, () => Jitter()), new(options, time));
    }

    public SystemOptions Options => _options;

    public TimeProvider Time => _time;

    /// <summary>From 0 to below 1: spreads the moments at which calls are repeated.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <param name="kind">What the call is for.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="token">Stops the wait for its turn, and the call.</param>
    /// <exception cref="HeldBackException">It may not be made for too long to wait.</exception>
    /// <exception cref="TimeoutException">The answer did not end in time.</exception>
    /// <exception cref="AnswerTooLongException">The answer is too long.</exception>
    /// <exception cref="HttpRequestException">No answer came, or its body broke off.</exception>
    /// <exception cref="IOException">The answer's body broke off.</exception>
    /// <exception cref="RemoteException">The call could not be signed.</exception>
    public async Task<Answer> CallAsync(
        CallKind kind, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken token)
    {
        using var turn = await _pacer.EnterAsync(kind, token);
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
        try
        {
            using var response = await send(either.Token);
            return Noted(await _responses.UnwrapAsync(response, either.Token));
        }
        catch (Exception cause) when (deadline.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TimeoutException($"No complete answer came within {_options.Timeout:c}.", cause);
        }
        catch (OperationCanceledException cause) when (
            cause.InnerException is TimeoutException && !token.IsCancellationRequested)
        {
            // The connection was not made in its own, shorter time; nobody cancelled anything.
            throw new HttpRequestException(HttpRequestError.ConnectionError, cause.InnerException.Message, cause);
        }
        catch (Exception cause) when (token.IsCancellationRequested && cause is not OperationCanceledException)
        {
            throw new OperationCanceledException("The call was cancelled.", cause, token);
        }
    }

    private Answer Noted(Answer answer)
    {
        if (answer is { Status: 429 } or { Status: 503, RetryAfter: not null })
            _pacer.Refused(answer.RetryAfter);
        else
            _pacer.Accepted(_options.QuotaOf(answer.Headers));

        return answer;
    }
}
