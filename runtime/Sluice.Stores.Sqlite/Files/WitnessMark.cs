using System.Globalization;

namespace Sluice.Stores.Sqlite;

/// <summary>How far a store was when something was last done with it.</summary>
/// <param name="Epoch">The ownership.</param>
/// <param name="Step">The number of runs and intents so far.</param>
/// <param name="At">When the newest of them began.</param>
internal readonly record struct WitnessMark(long Epoch, long Step, DateTimeOffset At)
{
    /// <summary>One line of constant length, so that a later mark always covers an earlier one.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"epoch {Epoch:D19} step {Step:D19} at {At.UtcDateTime:O}\n");

    public static WitnessMark? Parse(string text) =>
        text.TrimEnd('\n').Split(' ') is ["epoch", var epoch, "step", var step, "at", var at]
        && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var owner)
        && long.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(
            at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new(owner, number, time)
            : null;
}
