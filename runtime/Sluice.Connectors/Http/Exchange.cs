namespace Sluice.Connectors.Http;

/// <summary>
/// Makes single calls to one system: in turn, with a deadline that covers the answer's body, up to a size.
/// </summary>
internal class Exchange(SystemOptions options, TimeProvider time)
{
    private readonly Pacer _pacer = new(options.RequestsPerSecond, time);

    public SystemOptions Options => options;

    public TimeProvider Time => time;

    /// <summary>From 0 to below 1: spreads the moments at which calls are repeated.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <exception cref="TimeoutException">The answer did not end in time.</exception>
    /// <exception cref="AnswerTooLongException">The answer is too long.</exception>
    /// <exception cref="HttpRequestException">No answer came, or its body broke off.</exception>
    /// <exception cref="IOException">The answer's body broke off.</exception>
    /// <exception cref="RemoteException">The call could not be signed.</exception>
    public async Task<Answer> CallAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken token)
    {
        await _pacer.WaitAsync(token);
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
        try
        {
            using var response = await send(either.Token);
            var body = await BodyReader.ReadAsync(response.Content, options.LongestAnswer, either.Token);
            var type = response.Content.Headers.ContentType?.MediaType;
            return Noted(new((int)response.StatusCode, response.Headers, type, body)
            {
                RetryAfter = Http.RetryAfter.Of(response.Headers, time),
            });
        }
        catch (Exception cause) when (deadline.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TimeoutException($"No complete answer came within {options.Timeout:c}.", cause);
        }
        catch (Exception cause) when (token.IsCancellationRequested && cause is not OperationCanceledException)
        {
            throw new OperationCanceledException("The call was cancelled.", cause, token);
        }
    }

    private Answer Noted(Answer answer)
    {
        if (answer is { Status: 429 or 503, RetryAfter: { } wait })
            _pacer.HoldUntil(time.GetUtcNow() + wait);

        return answer;
    }
}
