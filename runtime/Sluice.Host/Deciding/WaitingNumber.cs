using System.Globalization;

namespace Sluice.Host.Deciding;

/// <summary>What <c>status</c> calls something that waits: <c>12</c> is a decision, <c>r3</c> a run.</summary>
/// <param name="Number">The number that the store gave it, each kind from 1.</param>
/// <param name="IsRun">Whether it is a run that the owner of the store was asked for.</param>
internal readonly record struct WaitingNumber(long Number, bool IsRun = false)
{
    private const char Run = 'r';

    /// <summary>Reads a number; null where it is none.</summary>
    public static WaitingNumber? Read(string text)
    {
        var isRun = text.StartsWith(Run);
        return long.TryParse(
            text.AsSpan(isRun ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, isRun)
            : null;
    }

    /// <summary>As <c>status</c> shows it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsRun ? Run : "")}{Number}");
}
