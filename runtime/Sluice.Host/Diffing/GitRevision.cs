using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sluice.Host.Diffing;

/// <summary>Reads documents as a git revision has them. Changes nothing.</summary>
internal static class GitRevision
{
    private const string Extension = ".rst";

    public static async Task<bool> ExistsAsync(string revision, CancellationToken token) =>
        (await RunAsync(["rev-parse", "--verify", "--quiet", revision + "^{commit}"], null, token)).ExitCode == 0;

    /// <summary>The documents below a folder, or the one document, at a revision.</summary>
    public static async Task<IReadOnlyList<DocumentText>> ReadAsync(
        string revision, string path, CancellationToken token)
    {
        // As "mode type hash<tab>name", each ended by a zero; names are relative to the working folder.
        var (exitCode, listed) = await RunAsync(["ls-tree", "-r", "-z", revision, "--", path], null, token);
        var files = Encoding.UTF8.GetString(listed).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .Where(parts => parts[1].EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .Select(parts => (Hash: parts[0].Split(' ')[2], Name: parts[1]))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        if (exitCode != 0 || files.Count == 0)
            throw new HostException(
                $"There is no document in {path} at {revision}.", "Name a folder that had documents then.");

        var input = string.Concat(files.Select(file => file.Hash + "\n"));
        var (_, contents) = await RunAsync(["cat-file", "--batch"], input, token);
        var at = 0;
        return
        [
            .. files.Select(file => new DocumentText(
                Below(path, file.Name), $"{revision}:{file.Name}", Next(contents, ref at))),
        ];
    }

    // Each is "hash type size<lf>", so many bytes, <lf>.
    private static string Next(byte[] contents, ref int at)
    {
        var head = Array.IndexOf(contents, (byte)'\n', at);
        var size = Encoding.ASCII.GetString(contents, at, head - at).Split(' ')[^1];
        var (start, length) = (head + 1, int.Parse(size, CultureInfo.InvariantCulture));
        at = start + length + 1;

        // As a file is read: without its mark, which says nothing.
        return Encoding.UTF8.GetString(contents, start, length).TrimStart('\uFEFF');
    }

    private static string Below(string folder, string name)
    {
        var relative = Path.GetRelativePath(folder, name).Replace('\\', '/');
        return relative == "." ? Path.GetFileName(name) : relative;
    }

    private static async Task<(int ExitCode, byte[] Output)> RunAsync(
        string[] arguments, string? input, CancellationToken token)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
            using var output = new MemoryStream();
            var errors = git.StandardError.ReadToEndAsync(token);
            var copied = git.StandardOutput.BaseStream.CopyToAsync(output, token);
            await git.StandardInput.WriteAsync(input.AsMemory(), token);
            git.StandardInput.Close();
            await Task.WhenAll(copied, errors);
            await git.WaitForExitAsync(token);
            return (git.ExitCode, output.ToArray());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new HostException("git could not be started.", "Install git, or name files or folders.");
        }
    }
}
