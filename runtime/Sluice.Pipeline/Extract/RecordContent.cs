using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>
/// The bytes of a record that its hash is taken of: members in the order of their names, without the blanks between
/// them.
/// </summary>
internal sealed class RecordContent
{
    // A record beyond it leaves no buffer behind: one thread in a hundred meets it, and all would keep one.
    private const int Kept = 1 << 16;

    // Each record of each listing passes here: what is made for one serves the next one of the thread.
    [ThreadStatic]
    private static RecordContent? own;

    private byte[] _bytes = new byte[1024];
    private JsonProperty[] _members = new JsonProperty[64];
    private int _length;
    private int _count;

    /// <summary>Valid until the same thread asks again.</summary>
    public static ReadOnlySpan<byte> Of(JsonElement record)
    {
        var content = own is { _bytes.Length: <= Kept, _count: 0 } usable ? usable : own = new();
        content._length = 0;
        content.Add(record);
        return content._bytes.AsSpan(0, content._length);
    }

    private void Add(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AddObject(element);
                break;
            case JsonValueKind.Array:
                Add((byte)'[');
                foreach (var item in element.EnumerateArray())
                    Add(item);
                Add((byte)']');
                break;
            case JsonValueKind.String:
                Add((byte)'"');
                var text = JsonMarshal.GetRawUtf8Value(element)[1..^1];
                Add(text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(element.GetString()!) : text);
                break;
            case JsonValueKind.Undefined:
                break;
            default:
                Add((byte)'=');
                Add(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    private void AddObject(JsonElement element)
    {
        var first = _count;
        foreach (var member in element.EnumerateObject())
        {
            if (_count == _members.Length)
                Array.Resize(ref _members, _count * 2);
            _members[_count++] = member;
        }

        var end = _count;
        _members.AsSpan(first..end).Sort(static (one, other) => NameOf(one).SequenceCompareTo(NameOf(other)));
        Add((byte)'{');
        for (var i = first; i < end; i++)
        {
            Add(NameOf(_members[i]));
            Add(_members[i].Value);
        }

        Add((byte)'}');
        _members.AsSpan(first..end).Clear();
        _count = first;
    }

    private static ReadOnlySpan<byte> NameOf(JsonProperty member)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        return name.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.Name) : name;
    }

    // With its length before it, so that no text can pass for two.
    private void Add(ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), text.Length);
        text.CopyTo(Take(text.Length));
    }

    private void Add(byte sign) => Take(1)[0] = sign;

    private Span<byte> Take(int size)
    {
        if (_bytes.Length - _length < size)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        _length += size;
        return _bytes.AsSpan(_length - size, size);
    }
}
