using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Connectors.Http;

/// <summary>How long a system asks us to stay away.</summary>
internal static partial class RetryAfter
{
    /// <summary>
    /// The wait, never negative; null where the answer asks for none. A date counts from our own clock. Where no header
    /// says it, the words of a refusal may: "Try again in 5 seconds".
    /// </summary>
    public static TimeSpan? Of(Answer answer, TimeProvider time)
    {
        if (answer.Headers.RetryAfter is not { } retry)
            return answer.Status == 429 && VendorWords.Of(answer) is { } words ? Said(words) : null;

        var wait = retry.Delta ?? retry.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan? Said(string words) =>
        InSeconds().Match(words) is { Success: true } said
            && int.TryParse(said.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    [GeneratedRegex(@"\b(?:again|retry) (?:in|after) ([0-9]{1,6}) ?s(?:ec(?:ond)?s?)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex InSeconds();
}
