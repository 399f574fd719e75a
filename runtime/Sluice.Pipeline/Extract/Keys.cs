namespace Sluice.Pipeline;

/// <summary>Compares keys that one system shows.</summary>
internal static class Keys
{
    // Some systems show a key now in capitals and now not; none tells two records apart by that.
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What was read by a key, if it is what has that key: a system that merged two records may answer for the one that
    /// went with the one that stayed.
    /// </summary>
    public static Record? Own(Record? read, string key) => read is not null && AreSame(read.Key, key) ? read : null;
}
