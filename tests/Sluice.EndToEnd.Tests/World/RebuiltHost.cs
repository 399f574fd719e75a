namespace Sluice.EndToEnd.Tests.World;

/// <summary>The host as it was built with these tests, with another build of the documents in it.</summary>
internal sealed class RebuiltHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-host-");

    /// <param name="flows">The assembly that was built of the documents.</param>
    public RebuiltHost(string flows)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory))
            if (Path.GetFileName(entry) is var name && name != Path.GetFileName(flows))
                Take(entry, Path.Combine(Folder, name));

        File.Copy(flows, Path.Combine(Folder, Path.GetFileName(flows)));
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    // What is started decides where everything else is looked for, and a link is followed for that.
    private static void Take(string entry, string target)
    {
        if (Path.GetFileName(entry).StartsWith("sluice.", StringComparison.Ordinal))
            File.Copy(entry, target);
        else
            File.CreateSymbolicLink(target, entry);
    }
}
