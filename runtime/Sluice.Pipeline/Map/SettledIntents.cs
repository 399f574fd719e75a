namespace Sluice.Pipeline;

/// <summary>What became of earlier writes to the records of a link.</summary>
/// <param name="Intents">Those that are settled now.</param>
/// <param name="Bases">The bases that follow: where a side shows what we sent, both sides agreed on that.</param>
/// <param name="Pending">Why nothing may be decided yet; null where nothing is pending.</param>
internal sealed record SettledIntents(IReadOnlyList<long> Intents, IReadOnlyList<FieldBase> Bases, string? Pending)
{
    /// <summary>What stood there before those that show now.</summary>
    public IReadOnlyList<OwnWrite> OwnWrites { get; init; } = [];

    /// <summary>What the records show by them.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public static SettledIntents None { get; } = new([], [], null);
}
