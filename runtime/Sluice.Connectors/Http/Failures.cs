using System.Globalization;

namespace Sluice.Connectors.Http;

/// <summary>Says what went wrong with a read: what, where, and how to put it right.</summary>
internal sealed class Failures(SystemOptions options)
{
    private const string Wait = "Nothing, if it passes: it is tried again in the next cycle. If it stays, ask the vendor.";

    public RemoteException Of(string what, Answer answer)
    {
        var said = Said(answer);
        return answer.Status switch
        {
            401 => SignIn(what, answer),
            403 => New(
                RemoteFailure.RightMissing, $"{options.System} does not let us read {what}{said}.",
                $"Give the user or integration behind {options.Section} the right to read it, or take the documents that need it out."),
            429 => New(RemoteFailure.Throttled, $"{options.System} takes no more calls for now, asked for {what}{said}.", PaceFix),
            404 or 410 => New(RemoteFailure.Malformed, $"{options.System} has nothing where {what} should be{said}.", AddressFix),
            >= 500 => New(RemoteFailure.ServerError, $"{options.System} failed when asked for {what}{said}.", Wait),
            >= 300 and < 400 => New(
                RemoteFailure.Malformed, $"{options.System} sends us elsewhere, asked for {what} ({answer.Status}, to {Place(answer)}).", AddressFix),
            _ => New(
                RemoteFailure.Malformed, $"{options.System} does not understand the question for {what}{said}.",
                "Check that the system's version is one this connector knows; the address may lead to another."),
        };
    }

    /// <summary>The system does not accept who we are.</summary>
    public RemoteException SignIn(string what, Answer answer) => New(
        RemoteFailure.SignInRefused, $"{options.System} refuses the sign-in, asked for {what}{Said(answer)}.", options.SignInFix);

    public RemoteException Of(string what, Exception cause) => cause switch
    {
        TimeoutException => New(
            RemoteFailure.Unreachable, $"{options.System} gave no complete answer for {what} within {options.Timeout:c}.",
            $"Raise {options.Section}:{nameof(options.Timeout)} or lower {options.Section}:{nameof(options.PageSize)}, if the system is only slow.", cause),
        HeldBackException => New(
            RemoteFailure.Throttled, $"{options.System} was not asked for {what}. {cause.Message}", PaceFix, cause),
        AnswerTooLongException => New(
            RemoteFailure.Malformed, $"{options.System}'s answer for {what} did not end within {options.LongestAnswer} megabytes.",
            $"Lower {options.Section}:{nameof(options.PageSize)}, or raise {options.Section}:{nameof(options.LongestAnswer)}.", cause),
        _ => New(
            RemoteFailure.Unreachable, $"{options.System} could not be reached for {what}, or the connection broke: {cause.Message}",
            $"Check the addresses in {options.Section}, the network, and whether the system is up.", cause),
    };

    /// <summary>A success whose body is not what was promised.</summary>
    public RemoteException NotJson(string what, Answer answer) => answer switch
    {
        { IsWebPage: true } => New(
            RemoteFailure.Malformed, $"{options.System} answered with a web page instead of {what} ({answer.Status}, {answer.MediaType}).",
            $"{AddressFix} A proxy or a sign-in page may stand in between."),
        { IsEmpty: true } => New(RemoteFailure.Malformed, $"{options.System} answered with nothing instead of {what} ({answer.Status}).", Wait),
        _ => New(
            RemoteFailure.Malformed,
            $"{options.System} answered with something that is no JSON instead of {what} ({answer.Status}, {answer.MediaType ?? "no content type"}, {answer.Body.Length} bytes).",
            AddressFix),
    };

    /// <summary>JSON of another shape than was promised.</summary>
    public RemoteException Shape(string what, string expected) => New(
        RemoteFailure.Malformed, $"{options.System}'s answer for {what} is not what its interface promises: {expected}.", AddressFix);

    private string AddressFix => $"Check the addresses in {options.Section}: they must lead to the interface that this connector knows.";

    private string PaceFix => string.Create(
        CultureInfo.InvariantCulture,
        $"Lower {options.Section}:{nameof(options.RequestsPerSecond)}, now {options.RequestsPerSecond}, or let the pairings run less often.");

    private static string Said(Answer answer) =>
        VendorWords.Of(answer) is { } words ? $" ({answer.Status}: {words})" : $" ({answer.Status})";

    private static string Place(Answer answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } place ? place.GetLeftPart(UriPartial.Path) : "another path";

    public string Redact(string text) => options.Redact(text);

    private RemoteException New(RemoteFailure failure, string message, string fix, Exception? inner = null) =>
        new(options.System, failure, options.Redact(message), fix, inner);
}
