namespace Sluice.Http;

/// <summary>Puts failed calls into words.</summary>
internal static class RestFailures
{
    private const int LongestQuote = 300;

    /// <summary>What kind of failure an answer is.</summary>
    public static RemoteFailure Classify<T>(RestAnswer<T> answer) => answer.State switch
    {
        RestState.NotSent or RestState.NoAnswer => RemoteFailure.Unreachable,
        RestState.Unreadable => RemoteFailure.Malformed,
        _ => (int?)answer.Status switch
        {
            401 => RemoteFailure.SignInRefused,
            403 => RemoteFailure.RightMissing,
            429 => RemoteFailure.Throttled,
            408 or >= 500 => RemoteFailure.ServerError,
            _ => RemoteFailure.Malformed,
        },
    };

    /// <summary>What happened and where.</summary>
    public static string Describe<T>(RestAnswer<T> answer)
    {
        var request = answer.Request is null ? answer.System : $"{answer.System}: {answer.Request}";
        return answer.State switch
        {
            RestState.NotSent => $"{request} could not be reached: {answer.Cause?.Message}",
            RestState.NoAnswer => $"{request} gave no answer: {answer.Cause?.Message}",
            RestState.Unreadable => $"{request} answered {(int?)answer.Status} with a body that cannot be read: {answer.Cause?.Message}",
            RestState.Refused => $"{request} answered {(int?)answer.Status}{Quote(answer.ErrorBody)}",
            _ => $"{request} answered {(int?)answer.Status}",
        };
    }

    /// <summary>What a person can do about it.</summary>
    public static string Fix<T>(RestAnswer<T> answer) => Classify(answer) switch
    {
        RemoteFailure.Unreachable => $"Check the base address of {answer.System} in the settings, and that the system is up.",
        RemoteFailure.SignInRefused => $"Check the sign-in of {answer.System} in the settings; the token may be wrong, revoked or out of date.",
        RemoteFailure.RightMissing => $"Give the account of {answer.System} the right to {answer.Request}.",
        RemoteFailure.Throttled => $"Wait, or lower the number of calls to {answer.System} in the settings.",
        RemoteFailure.ServerError => $"Wait and run again; if it stays, report it to the people who run {answer.System}.",
        _ => $"Check that the base address in the settings is that of the interface of {answer.System}, and not of a page or a proxy.",
    };

    private static string Quote(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return "";

        var text = body.Trim();
        if (text.StartsWith('<'))
            return " with a page of HTML or XML";

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return ": " + (line.Length <= LongestQuote ? line : line[..LongestQuote] + "…");
    }
}
