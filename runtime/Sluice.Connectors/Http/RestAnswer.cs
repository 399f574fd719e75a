using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Http;

/// <summary>What came of a call. A failure is a value here; <see cref="OrThrow"/> makes it an exception.</summary>
/// <typeparam name="T">The body's type.</typeparam>
/// <param name="System">The system that was asked.</param>
/// <param name="State">How far the call came.</param>
internal sealed record RestAnswer<T>(string System, RestState State)
{
    /// <summary>The status; null where no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The body; null where there is none.</summary>
    public T? Value { get; init; }

    /// <summary>The body of an error as text, where there is one.</summary>
    public string? ErrorBody { get; init; }

    /// <summary>How long the system asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The answer's headers; null where no answer came.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>Verb and path, without the query: <c>GET /v1/companies</c>; null where no answer came.</summary>
    public string? Request { get; init; }

    /// <summary>What was thrown, where something was.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Whether the system did what it was asked.</summary>
    public bool IsSuccess => State is RestState.Done;

    /// <summary>What is known of a write after this answer.</summary>
    public WriteOutcome Outcome => State switch
    {
        RestState.Done or RestState.Unreadable => WriteOutcome.Committed,
        RestState.NotSent => WriteOutcome.NotDone,
        RestState.NoAnswer => WriteOutcome.Unknown,
        _ => (int?)Status switch
        {
            401 or 429 or (>= 300 and < 400) => WriteOutcome.NotDone,
            408 or >= 500 => WriteOutcome.Unknown,
            _ => WriteOutcome.Rejected,
        },
    };

    /// <summary>What went wrong, in the vendor's words as far as there are any; null where nothing did.</summary>
    public string? Reason => IsSuccess ? null : RestFailures.Describe(this);

    /// <summary>The body of a success.</summary>
    /// <exception cref="RemoteException">It is none.</exception>
    public T? OrThrow() => IsSuccess ? Value : throw ToException();

    /// <summary>The failure as the engine knows it.</summary>
    public RemoteException ToException() =>
        Cause as RemoteException
        ?? new RemoteException(System, RestFailures.Classify(this), RestFailures.Describe(this), RestFailures.Fix(this), Cause);
}
