using System.Globalization;

namespace Sluice.Connectors.Http;

/// <summary>Says what went wrong with a read: what, where, and how to put it right.</summary>
internal sealed class Failures(SystemOptions options)
{
    private const string Wait =
        "Nothing, if it passes: it is tried again in the next cycle. If it stays, ask the vendor.";

    private string RightFix =>
        $"Give the user or integration behind {options.Section} the right to read it, "
        + $"or take the documents that need it out.{options.RightHint}";

    private string PaceFix => string.Create(
        CultureInfo.InvariantCulture,
        $"Lower {options.Section}:{nameof(options.RequestsPerSecond)}, now {options.RequestsPerSecond}, "
        + $"or let the pairings run less often.");

    /// <summary>An answer that is no success.</summary>
    public RemoteException Of(string what, Answer answer)
    {
        var said = Said(answer);
        return answer.Status switch
        {
            401 => SignIn(what, answer),
            403 => New(RemoteFailure.RightMissing, $"does not let us read {what}{said}.", RightFix),
            429 => New(
                RemoteFailure.Throttled, $"takes no more calls for now, asked for {what}{said}.", PaceFix,
                retryAfter: answer.RetryAfter),
            404 or 410 => New(
                RemoteFailure.Malformed, $"has nothing where {what} should be{said}.", options.AddressFix),
            >= 500 => New(
                RemoteFailure.ServerError, $"failed when asked for {what}{said}.", Wait, retryAfter: answer.RetryAfter),
            >= 300 and < 400 => New(
                RemoteFailure.Malformed,
                $"sends us elsewhere, asked for {what} ({answer.Status}, to {Place(answer)}).",
                options.AddressFix),
            _ => New(
                RemoteFailure.Malformed,
                $"does not understand the question for {what}{said}.",
                options.QuestionFix),
        };
    }

    /// <summary>The system does not accept who we are.</summary>
    public RemoteException SignIn(string what, Answer answer) => New(
        RemoteFailure.SignInRefused,
        $"refuses the sign-in, asked for {what}{Said(answer)}.",
        options.SignInFix);

    /// <summary>No answer, or not all of one.</summary>
    public RemoteException Of(string what, Exception cause) => cause switch
    {
        TimeoutException => New(
            RemoteFailure.Unreachable,
            $"gave no complete answer for {what} within {options.Timeout:c}.",
            $"If the system is only slow, raise {options.Section}:{nameof(options.Timeout)} "
            + $"or lower {options.Section}:{nameof(options.PageSize)}.",
            cause),
        HeldBackException => New(RemoteFailure.Throttled, $"was not asked for {what}. {cause.Message}", PaceFix, cause),
        AnswerTooLongException => New(
            RemoteFailure.Malformed,
            $"gave an answer for {what} that did not end within {options.LongestAnswer} megabytes.",
            $"Lower {options.Section}:{nameof(options.PageSize)}, "
            + $"or raise {options.Section}:{nameof(options.LongestAnswer)}.",
            cause),
        _ => New(
            RemoteFailure.Unreachable,
            $"could not be reached for {what}, or the connection broke: {cause.Message}",
            $"Check the addresses in {options.Section}, the network, and whether the system is up.",
            cause),
    };

    /// <summary>A success whose body is not what was promised.</summary>
    public RemoteException NotJson(string what, Answer answer) => answer switch
    {
        { IsWebPage: true } => New(
            RemoteFailure.Malformed,
            $"answered with a web page instead of {what} ({answer.Status}, {answer.MediaType}).",
            $"{options.AddressFix} A proxy or a sign-in page may stand in between."),
        { IsEmpty: true } => New(
            RemoteFailure.Malformed, $"answered with nothing instead of {what} ({answer.Status}).", Wait),
        _ => New(
            RemoteFailure.Malformed,
            $"answered with something that is no JSON instead of {what} "
            + $"({answer.Status}, {answer.MediaType ?? "no content type"}, {answer.Body.Length} bytes).",
            options.AddressFix),
    };

    /// <summary>JSON of another shape than was promised.</summary>
    public RemoteException Shape(string what, string expected) => New(
        RemoteFailure.Malformed,
        $"answered for {what} with something else than its interface promises: {expected.TrimEnd('.')}.",
        options.AddressFix);

    /// <summary>A page that does not say whether another follows.</summary>
    /// <param name="what">The page.</param>
    /// <param name="place">Where it should say so.</param>
    /// <param name="setting">The setting that takes that for the end.</param>
    public RemoteException Unsaid(string what, string place, string setting) => New(
        RemoteFailure.Malformed,
        $"did not say for {what} what follows it: {place} was expected in the answer.",
        $"Check its spelling. Where the system leaves it out on the last page, switch {setting} on.");

    /// <summary>A listing that goes on where our calls must not go.</summary>
    public RemoteException Elsewhere(string what, Uri place) => New(
        RemoteFailure.Malformed,
        $"says that {what} is at {place.Scheme}://{place.Authority}, which is not where it is reached: what "
        + "signs our calls must not go there.",
        $"Where that is the system itself, give its address as {options.Section}:BaseAddress, letter by letter. Where "
        + "it is not, ask who runs it; other paging than by its addresses never goes elsewhere.");

    /// <inheritdoc cref="SystemOptions.Redact"/>
    public string Redact(string text) => options.Redact(text);

    private static string Said(Answer answer) =>
        VendorWords.Of(answer) is { } words ? $" ({answer.Status}: {words})" : $" ({answer.Status})";

    private static string Place(Answer answer) => answer.Headers.Location is { IsAbsoluteUri: true } place
        ? place.GetLeftPart(UriPartial.Path)
        : "another path";

    private RemoteException New(
        RemoteFailure failure, string predicate, string fix, Exception? inner = null, TimeSpan? retryAfter = null) =>
        new(options.System, failure, options.Redact($"{options.System} {predicate}"), fix, inner)
        {
            RetryAfter = retryAfter,
        };
}
