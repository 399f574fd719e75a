namespace Sluice.Stores.Sqlite;

/// <summary>The store's file before SQLite opens it.</summary>
internal static class StoreFile
{
    /// <summary>The name that stands for a store in memory.</summary>
    public const string Memory = ":memory:";

    /// <summary>
    /// Makes sure that the file is there, that it can be written, and that only its user can read it. SQLite gives the
    /// files it puts beside it the same mode.
    /// </summary>
    public static void Prepare(string path)
    {
        try
        {
            using var file = OpenPrivate(path, FileShare.ReadWrite | FileShare.Delete);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw MissingFolder(path, missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StoreException(
                path,
                "it cannot be written. It must be a file, not a folder, and this user needs the right to write it.",
                denied);
        }
        catch (IOException failed)
        {
            throw new StoreException(path, $"it cannot be opened: {failed.Message}", failed);
        }
    }

    public static void MustExist(string path)
    {
        if (!File.Exists(path))
            throw new StoreException(
                path, "there is no such file. `sluice plan` makes a store; or the configured path is another one.");
    }

    public static StoreException MissingFolder(string path, Exception cause) => new(
        path,
        $"the folder '{Path.GetDirectoryName(path)}' does not exist. Make it, or configure another path.",
        cause);

    public static FileStream OpenPrivate(string path, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(path, options);
    }
}
