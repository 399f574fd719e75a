using System.Numerics;

namespace Sluice.Stores.Sqlite;

/// <summary>A set of record numbers, one bit each: a million records take 125 kB.</summary>
internal sealed class Bitmap
{
    private ulong[] _words = new ulong[64];

    public int Count { get; private set; }

    public void Add(long number)
    {
        var word = checked((int)(number >> 6));
        if (word >= _words.Length)
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));

        var bit = 1UL << (int)(number & 63);
        Count += BitOperations.PopCount(bit & ~_words[word]);
        _words[word] |= bit;
    }

    public void Remove(long number)
    {
        if (!Contains(number))
            return;

        Count--;
        _words[number >> 6] &= ~(1UL << (int)(number & 63));
    }

    public bool Contains(long number)
    {
        var word = number >> 6;
        return word < _words.Length && (_words[word] & (1UL << (int)(number & 63))) != 0;
    }

    /// <summary>The first number beyond another one; null where there is none.</summary>
    public long? Next(long after)
    {
        var number = after + 1;
        for (var word = number >> 6; word < _words.Length; word++, number = word << 6)
            if ((_words[word] & (ulong.MaxValue << (int)(number & 63))) is not 0 and var rest)
                return (word << 6) + BitOperations.TrailingZeroCount(rest);

        return null;
    }
}
