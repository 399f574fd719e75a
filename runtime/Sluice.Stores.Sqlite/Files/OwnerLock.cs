namespace Sluice.Stores.Sqlite;

/// <summary>
/// The one ownership of a store: a lock of the operating system, which falls away with the process however it ends.
/// </summary>
/// <remarks>The file stays when the lock is given back: a file that came and went could be locked twice.</remarks>
internal sealed class OwnerLock : IDisposable
{
    // "Would block" of Linux and of macOS, and the sharing violation of Windows.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private OwnerLock(FileStream file, string path) => (_file, Witness) = (file, new(file, path));

    /// <summary>What stands in the file.</summary>
    public Witness Witness { get; }

    public static OwnerLock Take(string path)
    {
        try
        {
            return new OwnerLock(StoreFile.OpenPrivate(path + ".lock", FileShare.None), path);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw StoreFile.MissingFolder(path, missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StoreException(
                path,
                $"its lock file '{path}.lock' cannot be written. Give this user the right to write there.",
                denied);
        }
        catch (IOException held) when (HeldCodes.Contains(held.HResult))
        {
            throw new StoreBusyException(
                path,
                $"another process owns it (it holds '{path}.lock'). Stop that `sluice run`, or give this one a store " +
                "of its own; `run --once`, `plan`, `status` and all that is decided work beside it.",
                held);
        }
        catch (IOException failed)
        {
            throw new StoreException(path, $"its lock file '{path}.lock' cannot be opened: {failed.Message}", failed);
        }
    }

    public void Dispose() => _file.Dispose();
}
