namespace Sluice.Pipeline;

/// <summary>Compares keys that one system shows.</summary>
internal static class Keys
{
    // Some systems show a key now in capitals and now not; none tells two records apart by that.
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
