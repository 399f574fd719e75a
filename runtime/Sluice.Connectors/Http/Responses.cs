using System.Net;
using System.Text;
using System.Text.Json;

namespace Sluice.Connectors.Http;

/// <summary>
/// Takes out of a response what is in it, or says what is wrong with it, alike for our clients and for Refit's.
/// </summary>
/// <remarks>
/// The connectors' own interfaces return <see cref="HttpResponseMessage"/>: only then is a body bound in size, and an
/// error's body in time (decision 97).
/// </remarks>
internal sealed class Responses(SystemOptions options, TimeProvider time)
{
    private readonly Failures _failures = new(options);

    /// <summary>Reads a response to its end, whatever its status.</summary>
    /// <exception cref="AnswerTooLongException">The body is too long.</exception>
    /// <exception cref="HttpRequestException">The body broke off.</exception>
    /// <exception cref="IOException">The body broke off.</exception>
    public async Task<Answer> UnwrapAsync(HttpResponseMessage response, CancellationToken token)
    {
        var body = await BodyReader.ReadAsync(response.Content, options.LongestAnswer, token);
        return Understood(new(
            (int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body));
    }

    /// <summary>The value that a response brought; null, or the default, where it brought none.</summary>
    /// <param name="what">What was asked for, for messages.</param>
    /// <param name="response">The response, which is disposed of.</param>
    /// <param name="token">The token of the call.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled, if only while its body came.</exception>
    /// <exception cref="HttpRequestException">The body broke off.</exception>
    /// <exception cref="RemoteException">The status is no success, or the body is not what was promised.</exception>
    /// <exception cref="NotSupportedException">The client's context does not know the type.</exception>
    public T? Unwrap<T>(string what, IApiResponse<T> response, CancellationToken token)
    {
        using (response)
        {
            Check(what, response, token);

            // Whether there is a value shows in the value alone: a success need not have one.
            return response.Content;
        }
    }

    /// <summary>Makes sure that a response, whose body nobody reads, is a success.</summary>
    /// <inheritdoc cref="Unwrap{T}(string, IApiResponse{T}, CancellationToken)"/>
    public void Unwrap(string what, IApiResponse response, CancellationToken token)
    {
        using (response)
            Check(what, response, token);
    }

    private void Check(string what, IApiResponse response, CancellationToken token)
    {
        // Refit keeps even a cancellation in its error, and a shutdown must not count as a system's failure.
        if (response.Error is not null)
            token.ThrowIfCancellationRequested();
        if (!response.IsSuccessStatusCode)
            throw _failures.Of(what, Explained(response));
        if (response.Error?.InnerException is not { } cause || IsEmpty(response))
            return;

        throw Causes(cause).FirstOrDefault(one => one is not (JsonException or InvalidOperationException)) switch
        {
            NotSupportedException unknown => new NotSupportedException(unknown.Message, cause),
            OperationCanceledException or IOException or HttpRequestException =>
                new HttpRequestException($"The body of {what} did not come to its end.", cause),
            _ => _failures.Shape(what, "its body cannot be read"),
        };
    }

    private Answer Explained(IApiResponse response) => Understood(new(
        (int)response.StatusCode, response.Headers, response.ContentHeaders?.ContentType?.MediaType,
        Encoding.UTF8.GetBytes(response.Error?.Content ?? "")));

    private Answer Understood(Answer answer)
    {
        var understood = options.Understand(answer);
        return understood with { RetryAfter = RetryAfter.Of(understood, time) ?? UntilTheDayEnds(understood) };
    }

    // Who has used up a day's calls, and is refused, gets none before it ends, however often it is tried.
    private TimeSpan? UntilTheDayEnds(Answer answer) =>
        answer.Status == 429 && options.QuotaOf(answer.Headers) is { Available: <= 0 } spent
            && spent.ResetAt - time.GetUtcNow() is var wait && wait > TimeSpan.Zero
            ? wait
            : null;

    // The header as it came: what is computed in its absence cannot be had of a body that was disposed of.
    private static bool IsEmpty(IApiResponse response) =>
        response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent
            || (response.ContentHeaders?.NonValidated.TryGetValues("Content-Length", out var length) == true
                && length.ToString() == "0");

    private static IEnumerable<Exception> Causes(Exception cause)
    {
        for (var one = cause; one is not null; one = one.InnerException)
            yield return one;
    }
}
