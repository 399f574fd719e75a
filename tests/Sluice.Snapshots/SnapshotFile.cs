using System.Text;

namespace Sluice.Snapshots;

/// <summary>One accepted text beside a test, and what came instead of it.</summary>
/// <param name="stem">Path without the ending that tells the two apart.</param>
/// <param name="extension">With its dot.</param>
internal sealed class SnapshotFile(string stem, string extension)
{
    public const string Accept = "SLUICE_ACCEPT";

    private readonly string _received = stem + ".received" + extension;

    /// <summary>Where the accepted text is.</summary>
    public string Verified { get; } = stem + ".verified" + extension;

    /// <returns>What is to be said; null where the text is the accepted one, or was accepted now.</returns>
    public string? Compare(string text)
    {
        var came = Normal(text);
        var verified = File.Exists(Verified) ? Normal(File.ReadAllText(Verified)) : null;
        if (verified == came)
        {
            File.Delete(_received);
            return null;
        }

        if (Accepting)
        {
            Write(Verified, came);
            File.Delete(_received);
            return null;
        }

        Write(_received, came);
        return $"{Path.GetFileName(Verified)} {(verified is null ? "does not exist yet" : "differs")}. "
            + $"What came is beside it as .received.; {Accept}=1 accepts it.\n{LineDiff.Between(verified ?? "", came)}";
    }

    /// <returns>What is to be said of an accepted text that nothing makes any more; null where that was accepted now.
    /// </returns>
    public string? Miss()
    {
        File.Delete(_received);
        if (!Accepting)
            return $"{Path.GetFileName(Verified)} is no longer made by anything; {Accept}=1 removes it.\n";

        File.Delete(Verified);
        return null;
    }

    private static bool Accepting => Environment.GetEnvironmentVariable(Accept) == "1";

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(false));
}
