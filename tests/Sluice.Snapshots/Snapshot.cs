using System.Runtime.CompilerServices;

namespace Sluice.Snapshots;

/// <summary>
/// Compares a text with the one that was accepted, kept beside the test as <c>Class.Method#Hint.verified.ext</c>. On a
/// mismatch the text is left there as <c>.received.</c>; run the test with <c>SLUICE_ACCEPT=1</c> to accept it.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares one text.</summary>
    /// <param name="text">What the test made. Line ends do not count.</param>
    /// <param name="file">Its name: hint, dot, extension. <c>Flows.Users.g.cs</c> is kept as
    /// <c>#Flows.Users.g.verified.cs</c>.</param>
    /// <param name="source">The test's file, whose name is that of its class; given by the compiler.</param>
    /// <param name="method">The test; given by the compiler.</param>
    /// <exception cref="SnapshotException">The text is another, or none was accepted yet.</exception>
    public static void Verify(
        string text, string file, [CallerFilePath] string source = "", [CallerMemberName] string method = "")
    {
        if (Beside(source, method, file).Compare(text) is { } said)
            throw new SnapshotException(said);
    }

    /// <summary>
    /// Compares all that <c>Sluice.Generator</c> wrote in the test project and in the projects that it references: one
    /// snapshot for each file. A snapshot of a file that is no longer generated counts as a difference.
    /// </summary>
    /// <param name="test">The test's class: its assembly knows the projects.</param>
    /// <param name="source">The test's file, whose name is that of its class; given by the compiler.</param>
    /// <param name="method">The test; given by the compiler.</param>
    /// <exception cref="SnapshotException">At least one file is another than was accepted; the message shows all.
    /// </exception>
    /// <exception cref="InvalidOperationException">No project that generates is referenced.</exception>
    public static void VerifyGenerated(
        Type test, [CallerFilePath] string source = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(test);
        var generated = GeneratedCode.Of(test.Assembly);
        var made = generated.ToDictionary(file => Beside(source, method, file.Key), file => file.Value);
        var expected = made.Keys.Select(snapshot => snapshot.Verified).ToHashSet(StringComparer.Ordinal);
        var gone = Directory
            .EnumerateFiles(Path.GetDirectoryName(source)!, $"{Class(source)}.{method}#*.verified.cs")
            .Where(path => !expected.Contains(path)).Order(StringComparer.Ordinal)
            .Select(path => new SnapshotFile(path[..^".verified.cs".Length], ".cs"));

        var said = made.Select(file => file.Key.Compare(File.ReadAllText(file.Value)))
            .Concat(gone.Select(snapshot => snapshot.Miss()))
            .OfType<string>().ToList();
        if (said.Count > 0)
            throw new SnapshotException(string.Join('\n', said));
    }

    private static SnapshotFile Beside(string source, string method, string file) => new(
        Path.Combine(
            Path.GetDirectoryName(source)!, $"{Class(source)}.{method}#{Path.GetFileNameWithoutExtension(file)}"),
        Path.GetExtension(file));

    private static string Class(string source) => Path.GetFileNameWithoutExtension(source);
}
