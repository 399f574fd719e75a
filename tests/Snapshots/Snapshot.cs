using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Sluice.Snapshots;

/// <summary>
/// Compares a text with the one that was accepted, kept beside the test as <c>Class.Method#Hint.verified.ext</c>. On a
/// mismatch the text is left there as <c>.received.</c>; run the test with <c>SLUICE_ACCEPT=1</c> to accept it.
/// </summary>
internal static class Snapshot
{
    private const string Accept = "SLUICE_ACCEPT";

    /// <summary>Compares one text.</summary>
    /// <param name="text">What the test made. Line ends do not count.</param>
    /// <param name="file">Its name: hint, dot, extension. <c>Flows.Users.g.cs</c> is kept as
    /// <c>#Flows.Users.g.verified.cs</c>.</param>
    /// <param name="source">The test's file, whose name is that of its class.</param>
    /// <param name="method">The test.</param>
    public static void Verify(
        string text, string file, [CallerFilePath] string source = "", [CallerMemberName] string method = "")
    {
        var received = Normal(text);
        var stem = Path.Combine(
            Path.GetDirectoryName(source)!,
            $"{Path.GetFileNameWithoutExtension(source)}.{method}#{Path.GetFileNameWithoutExtension(file)}");
        var verifiedPath = stem + ".verified" + Path.GetExtension(file);
        var receivedPath = stem + ".received" + Path.GetExtension(file);
        var verified = File.Exists(verifiedPath) ? Normal(File.ReadAllText(verifiedPath)) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(verifiedPath, received, new UTF8Encoding(false));
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received, new UTF8Encoding(false));
        throw new XunitException(
            $"{Path.GetFileName(verifiedPath)} {(verified is null ? "does not exist yet" : "differs")}. "
            + $"What came is beside it as .received.; {Accept}=1 accepts "
            + $"it.\n{LineDiff.Between(verified ?? "", received)}");
    }

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
