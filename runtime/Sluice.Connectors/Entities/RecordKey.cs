using System.Globalization;

namespace Sluice.Connectors.Entities;

/// <summary>Keys as they may stand in an address.</summary>
internal static class RecordKey
{
    /// <summary>
    /// Whether a key names a record. An empty one would name the whole collection, and one of dots climbs to another:
    /// neither is ever sent.
    /// </summary>
    public static bool IsSafe(string? key) => !string.IsNullOrWhiteSpace(key) && key is not ("." or "..");

    /// <summary>A number as a key; null for what no record has.</summary>
    public static string? Of(long number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a key is a number, as vendors write it.</summary>
    public static bool IsNumber(string key) => TryNumber(key, out _);

    /// <summary>Whether a key is two numbers: <c>parent/child</c>.</summary>
    public static bool IsPair(string key) =>
        key.Split('/') is [var parent, var child] && IsNumber(parent) && IsNumber(child);

    /// <summary>Whether a key is two texts, each of which names something: <c>parent/child</c>.</summary>
    public static bool IsTextPair(string key) =>
        key.Split('/') is [var parent, var child] && IsSafe(parent) && IsSafe(child);

    /// <summary>The texts of a key for which <see cref="IsTextPair"/> holds.</summary>
    public static (string Parent, string Child) TextPair(string key) => key.Split('/') is [var parent, var child]
        ? (parent, child)
        : throw new ArgumentException($"'{key}' is no pair.", nameof(key));

    /// <summary>The number of a key for which <see cref="IsNumber"/> holds.</summary>
    public static long Number(string key) =>
        TryNumber(key, out var number) ? number : throw new ArgumentException($"'{key}' is no number.", nameof(key));

    /// <summary>The numbers of a key for which <see cref="IsPair"/> holds.</summary>
    public static (long Parent, long Child) Pair(string key) => key.Split('/') is [var parent, var child]
        ? (Number(parent), Number(child))
        : throw new ArgumentException($"'{key}' is no pair of numbers.", nameof(key));

    private static bool TryNumber(string key, out long number) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out number) && Of(number) == key;
}
