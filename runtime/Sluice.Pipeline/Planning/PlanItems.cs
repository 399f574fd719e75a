using System.Collections;
using System.IO.Compression;
using System.Text;

namespace Sluice.Pipeline;

/// <summary>The items of a plan in the order in which they were found.</summary>
/// <remarks>
/// They are kept packed, in a fraction of their length: a plan of a million records fits into memory, and only one page
/// of it lies open while it is read. Each reading unpacks anew, so read once and count what is needed.
/// </remarks>
internal sealed class PlanItems : IReadOnlyCollection<PlanItem>
{
    // Pages are far shorter than what the packer looks back over, yet long enough to hold much that is alike.
    private const int PageSize = 256;
    private readonly List<byte[]> _pages = [];
    private readonly List<PlanItem> _open = [];
    private IReadOnlyDictionary<int, string> _waiting = new Dictionary<int, string>();

    /// <summary>How many there are.</summary>
    public int Count => (_pages.Count * PageSize) + _open.Count;

    /// <summary>Reads them one after the other.</summary>
    public IEnumerator<PlanItem> GetEnumerator()
    {
        var number = 0;
        foreach (var item in _pages.SelectMany(Unpack).Concat(_open))
            yield return _waiting.TryGetValue(number++, out var text)
                ? item with { Kind = PlanKind.Wait, Text = text }
                : item;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(PlanItem item)
    {
        _open.Add(item);
        if (_open.Count < PageSize)
            return;

        _pages.Add(Pack(_open));
        _open.Clear();
    }

    /// <summary>Some items, by their number, wait for what the plan makes.</summary>
    /// <param name="waiting">What each of them is to say.</param>
    public void Wait(IReadOnlyDictionary<int, string> waiting) => _waiting = waiting;

    // At once: the packer ends a block with each write, and finds nothing alike in what is a few letters long.
    private static byte[] Pack(List<PlanItem> items)
    {
        using var page = new MemoryStream();
        using (var writer = new BinaryWriter(page, Encoding.UTF8, leaveOpen: true))
            foreach (var item in items)
            {
                writer.Write((byte)item.Kind);
                writer.Write(item.Pairing);
                writer.Write(item.Key);
                writer.Write(item.Text);
                writer.Write7BitEncodedInt(item.Line);
                writer.Write(item.WritesCredential);
            }

        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Fastest))
            packer.Write(page.GetBuffer().AsSpan(0, (int)page.Length));
        return packed.ToArray();
    }

    private static IEnumerable<PlanItem> Unpack(byte[] page)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(page), CompressionMode.Decompress));
        for (var i = 0; i < PageSize; i++)
            yield return new(
                (PlanKind)reader.ReadByte(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
                reader.Read7BitEncodedInt())
            {
                WritesCredential = reader.ReadBoolean(),
            };
    }
}
