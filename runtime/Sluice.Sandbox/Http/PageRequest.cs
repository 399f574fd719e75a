using System.Globalization;

namespace Sluice.Sandboxes.Http;

/// <summary>The part of a listing that was asked for.</summary>
/// <param name="Skip">How many records come before it.</param>
/// <param name="Top">How many it may hold.</param>
internal readonly record struct PageRequest(int Skip, int Top)
{
    // Leaves room to add a page without running over.
    private const int LargestSkip = 1_000_000_000;

    public int Number => (Skip / Top) + 1;

    /// <summary>Reads offset and size; false where either is no number or out of its range.</summary>
    /// <param name="call">The request.</param>
    /// <param name="skipName">The parameter of the offset.</param>
    /// <param name="topName">The parameter of the size.</param>
    /// <param name="limits">What the vendor takes for a size.</param>
    /// <param name="page">What was asked for, cut down to what the server gives at most.</param>
    public static bool TryRead(Call call, string skipName, string topName, PageLimits limits, out PageRequest page)
    {
        page = default;
        if (!TryRead(call, skipName, 0, 0, LargestSkip, out var skip)
            || !TryRead(call, topName, limits.Default, 1, limits.Accepted, out var top))
            return false;

        page = new(skip, Math.Min(top, limits.Given));
        return true;
    }

    public static bool TryRead(Call call, string name, int missing, int least, int most, out int value)
    {
        value = missing;
        return !call.Query.TryGetValue(name, out var text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
                && value >= least && value <= most);
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip(Skip).Take(Top);
}
