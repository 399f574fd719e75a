using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Hashes what an answer contained, so that order of properties and white space are no change.</summary>
internal static class RecordHash
{
    private const int Kept = 16;

    /// <param name="record">What an answer contained.</param>
    /// <param name="suffix">Stands behind the hash.</param>
    public static string Of(JsonElement record, string suffix = "")
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(RecordContent.Of(record), hash);
        Span<char> text = stackalloc char[Kept * 2];
        Convert.TryToHexStringLower(hash[..Kept], text, out _);
        return string.Concat(text, suffix);
    }

    public static string Of(string text) => Text(Number(text));

    /// <summary>The hash of a text as a number, for where there are many of them.</summary>
    public static UInt128 Number(string text) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Kept));

    /// <summary>How a hash is written.</summary>
    public static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Of lines that may be too many to be held as one text.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Kept));
    }
}
