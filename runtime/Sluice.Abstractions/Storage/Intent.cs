namespace Sluice;

/// <summary>A write that is about to happen, or may have.</summary>
/// <param name="Id">Its number; 0 while it is not stored.</param>
/// <param name="Run">The run that wrote it.</param>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side that is written.</param>
/// <param name="OriginKey">The key across, for which this is written.</param>
/// <param name="TargetKey">The key that is updated; null where a record is created.</param>
/// <param name="Body">The body as sent.</param>
/// <param name="At">When it was written.</param>
/// <param name="State">What is known of it.</param>
public sealed record Intent(
    long Id,
    long Run,
    string Pairing,
    Side Side,
    string OriginKey,
    string? TargetKey,
    string Body,
    DateTimeOffset At,
    IntentState State)
{
    /// <summary>
    /// The values sent, by field name. A value that shows up later and equals one of these is our own, not an edit.
    /// </summary>
    public IReadOnlyDictionary<string, FieldValue> Sent { get; init; } = new Dictionary<string, FieldValue>();

    /// <summary>Which edits the values sent are, by field name: see <see cref="Mark.Version"/>.</summary>
    public IReadOnlyDictionary<string, long> Versions { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// The edits that are written over. Each is noted with what was known to stand there, before the write is sent, as
    /// <see cref="Mark.Overruled"/>; where nothing was known, it is what is known from then on.
    /// </summary>
    public IReadOnlyList<Mark> Overruled { get; init; } = [];

    /// <summary>
    /// Keys of records that looked as if this create had made them when it was looked for; kept until it is settled.
    /// </summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>Whether the target is deleted.</summary>
    public bool IsDelete { get; init; }

    /// <summary>A hash of what a create sends; null where nothing is created.</summary>
    public string? Content { get; init; }

    /// <summary>
    /// What tells a create from all others, in any store; one that is sent anew because nobody found what the first one
    /// made has that one's. Null where nothing is created.
    /// </summary>
    public string? Identity { get; init; }

    /// <summary>
    /// Whether a create sends what another one had sent before the record it is for was first seen, as happens where
    /// another tool copies what we create.
    /// </summary>
    public bool IsCopy { get; init; }
}
