using System.Text;

namespace Sluice.Stores.Sqlite;

/// <summary>
/// Remembers beside the store how far it was, so that an older file in its place is noticed. It stands in the lock
/// file, which nobody but the owner can open, and which no backup of the store brings back.
/// </summary>
internal sealed class Witness(FileStream file, string path)
{
    private const int Most = 256;

    /// <returns>The newest mark; null where nothing was ever done here.</returns>
    public WitnessMark? Read()
    {
        Span<byte> bytes = stackalloc byte[Most];
        var text = Encoding.UTF8.GetString(bytes[..RandomAccess.Read(file.SafeFileHandle, bytes, 0)]);
        return text.Length == 0
            ? null
            : WitnessMark.Parse(text) ?? throw new StoreException(
                path,
                $"its lock file '{path}.lock' should hold how far the store was, and holds something else: whether "
                + "the store is older than that cannot be told. Delete that file if the store was not put back from a "
                + "backup.");
    }

    /// <param name="mark">How far the store is; it must be on disk already.</param>
    /// <param name="durable">Whether the mark has to outlive the machine, and not just this process.</param>
    public void Write(WitnessMark mark, bool durable)
    {
        try
        {
            RandomAccess.Write(file.SafeFileHandle, Encoding.UTF8.GetBytes(mark.ToString()), 0);
            if (durable)
                RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        catch (IOException failed)
        {
            throw new StoreException(
                path,
                $"its lock file '{path}.lock' cannot be written: {failed.Message} Nothing is sent to a system before "
                + "it can; free some space and start again.",
                failed);
        }
    }
}
