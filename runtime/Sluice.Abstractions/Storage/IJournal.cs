namespace Sluice;

/// <summary>The lines written before every write to a system, and settled after it.</summary>
public interface IJournal
{
    /// <summary>Writes an intent. It is on disk before this returns; only then may the write be sent.</summary>
    /// <returns>The intent's number.</returns>
    ValueTask<long> BeginIntentAsync(Intent intent);

    /// <summary>Notes that an intent's outcome is not known, or certainly was nothing (which settles it).</summary>
    ValueTask EndIntentAsync(long intent, IntentState state, string? reason, DateTimeOffset at);

    /// <summary>Adds records that a create of unknown outcome may have made.</summary>
    ValueTask SuspectAsync(long intent, IReadOnlyList<string> keys);

    /// <summary>
    /// Whether the record that something is to be created for was first seen after a create of the pairing had sent the
    /// same content for another record.
    /// </summary>
    ValueTask<bool> IsCopyAsync(Intent create);

    /// <summary>How many creates of a pairing that were such copies were journalled since.</summary>
    ValueTask<int> CopiesAsync(string pairing, DateTimeOffset since);

    /// <summary>Intents that are not settled, oldest first: of this pairing, or of all.</summary>
    ValueTask<IReadOnlyList<Intent>> OpenIntentsAsync(string? pairing);

    /// <summary>
    /// Creates of a pairing that are settled, however they ended, oldest first: one of them may have made a record all
    /// the same.
    /// </summary>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="side">The side in which they were to make one.</param>
    /// <param name="origin">The key across, for which they were sent.</param>
    ValueTask<IReadOnlyList<Intent>> CreatesForAsync(string pairing, Side side, string origin);
}
