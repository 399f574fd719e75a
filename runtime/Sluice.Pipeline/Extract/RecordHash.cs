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

    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Kept));

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
