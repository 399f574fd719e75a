using System.Runtime.InteropServices;

namespace Sluice.Benchmarks.Matching;

/// <summary>
/// Which keys of two lists are the same, by an open-addressing table in memory over 64-bit hashes of the texts: what
/// matching costs at least where nothing has to be stored.
/// </summary>
internal static class HashJoin
{
    /// <returns>How many of the right keys are among the left ones.</returns>
    public static int Count(string[] left, string[] right)
    {
        var mask = (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)left.Length * 2) - 1);
        var hashes = new ulong[mask + 1];
        var rows = new int[mask + 1];
        for (var row = 0; row < left.Length; row++)
        {
            var hash = Hash(left[row]);
            var slot = (int)hash & mask;
            while (hashes[slot] != 0)
                slot = (slot + 1) & mask;
            (hashes[slot], rows[slot]) = (hash, row);
        }

        var found = 0;
        foreach (var key in right)
        {
            var hash = Hash(key);
            for (var slot = (int)hash & mask; hashes[slot] != 0; slot = (slot + 1) & mask)
                if (hashes[slot] == hash && string.Equals(left[rows[slot]], key, StringComparison.Ordinal))
                {
                    found++;
                    break;
                }
        }

        return found;
    }

    // Eight bytes at a time, each multiplied and folded.
    private static ulong Hash(string text)
    {
        var hash = (ulong)text.Length;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        foreach (var letter in bytes)
            hash = Mix(hash ^ letter);
        return hash | 1;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15, out ulong low);
        return high ^ low;
    }
}
