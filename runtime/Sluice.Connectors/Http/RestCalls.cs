using System.Net.Http.Headers;

namespace Sluice.Http;

/// <summary>
/// The one way through which calls are made: each gets a deadline of its own, and every way to fail becomes a value. Only
/// the caller's own cancellation is thrown.
/// </summary>
/// <remarks>
/// Whether a write was sent is told from the last attempt: handlers underneath must not send a write again after one that
/// may have arrived.
/// </remarks>
/// <param name="system">The system's name.</param>
/// <param name="time">The clock.</param>
/// <param name="deadline">How long a call may take, body and all.</param>
internal sealed class RestCalls(string system, TimeProvider time, TimeSpan deadline)
{
    /// <summary>Makes a call and reads its answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RestAnswer<T>> UnwrapAsync<T>(Func<CancellationToken, Task<IApiResponse<T>>> call, CancellationToken token) =>
        GuardAsync<T>(
            async limited =>
            {
                using var response = await call(limited);
                return Read(response, response.Content);
            },
            token);

    /// <summary>Makes a call whose answer has no body that matters.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RestAnswer<object>> UnwrapAsync(Func<CancellationToken, Task<IApiResponse>> call, CancellationToken token) =>
        GuardAsync<object>(
            async limited =>
            {
                using var response = await call(limited);
                return Read<object>(response, null);
            },
            token);

    /// <summary>Makes a call and reads its answer as text, so that a body which is not the JSON it should be can be shown.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RestAnswer<string>> UnwrapTextAsync(Func<CancellationToken, Task<HttpResponseMessage>> call, CancellationToken token) =>
        GuardAsync<string>(
            async limited =>
            {
                using var response = await call(limited);
                return await ReadAsync(response, limited);
            },
            token);

    private async Task<RestAnswer<T>> GuardAsync<T>(Func<CancellationToken, Task<RestAnswer<T>>> call, CancellationToken token)
    {
        using var clock = new CancellationTokenSource(deadline, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        RestAnswer<T> answer;
        try
        {
            answer = await call(limited.Token);
        }
        catch (OperationCanceledException cause) when (!token.IsCancellationRequested)
        {
            answer = new(system, RestState.NoAnswer) { Cause = TooLate(cause) };
        }
        catch (HttpRequestException cause)
        {
            answer = new(system, WasNeverSent(cause) ? RestState.NotSent : RestState.NoAnswer) { Cause = cause };
        }
        catch (IOException cause)
        {
            answer = new(system, RestState.NoAnswer) { Cause = cause };
        }
        catch (RemoteException cause)
        {
            // A handler gave up before sending: no sign-in, or no room in the rate limit.
            answer = new(system, RestState.NotSent) { Cause = cause };
        }

        // A body that was cut off by our own stop arrives as an answer's error, and is no failure of the vendor's.
        if (answer.Cause is not null)
            token.ThrowIfCancellationRequested();

        return answer;
    }

    private RestAnswer<T> Read<T>(IApiResponse response, T? content)
    {
        var cause = response.Error?.InnerException;
        var state = (response.IsSuccessStatusCode, IsEmpty(response)) switch
        {
            (false, _) => RestState.Refused,
            (true, false) when response.Error is not null => RestState.Unreadable,
            _ => RestState.Done,
        };
        return new(system, state)
        {
            Status = response.StatusCode,
            Value = state == RestState.Done ? content : default,
            ErrorBody = response.Error?.Content,
            RetryAfter = Wait(response.Headers),
            Headers = response.Headers,
            Request = Name(response.RequestMessage),
            Cause = state switch
            {
                RestState.Unreadable => cause is OperationCanceledException cancelled ? TooLate(cancelled) : cause,
                _ => null,
            },
        };
    }

    private async Task<RestAnswer<string>> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        string? text = null;
        Exception? cause = null;
        try
        {
            text = await response.Content.ReadAsStringAsync(token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            cause = broken is OperationCanceledException cancelled ? TooLate(cancelled) : broken;
        }

        var success = response.IsSuccessStatusCode;
        return new(system, !success ? RestState.Refused : cause is null ? RestState.Done : RestState.Unreadable)
        {
            Status = response.StatusCode,
            Value = success ? text : null,
            ErrorBody = success ? null : text,
            RetryAfter = Wait(response.Headers),
            Headers = response.Headers,
            Request = Name(response.RequestMessage),
            Cause = cause,
        };
    }

    // Refit reports an empty body as broken JSON; 204, and a length of 0, say that there was none.
    private static bool IsEmpty(IApiResponse response) =>
        response.StatusCode == System.Net.HttpStatusCode.NoContent || response.ContentHeaders?.ContentLength == 0;

    private static bool WasNeverSent(HttpRequestException cause) =>
        cause.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private TimeoutException TooLate(OperationCanceledException cause) =>
        new(FormattableString.Invariant($"nothing came within {deadline.TotalSeconds:0.#} s"), cause);

    private TimeSpan? Wait(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    private static string? Name(HttpRequestMessage? request) =>
        request?.RequestUri is { } address
            ? $"{request.Method.Method} {(address.IsAbsoluteUri ? address.AbsolutePath : address.OriginalString.Split('?')[0])}"
            : null;
}
