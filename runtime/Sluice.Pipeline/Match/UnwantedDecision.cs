namespace Sluice.Pipeline;

/// <summary>A record has no counterpart, and the document's condition leaves it out.</summary>
internal sealed record UnwantedDecision(Side Side, Unlinked Origin, string Reason) : Decision
{
    /// <summary>What it would have to be connected with; null where another condition leaves it out.</summary>
    public MissingConnection? Missing { get; init; }

    /// <summary>Why no record of a side is made: the document's own words.</summary>
    public static string Words(SideDescriptor side) => $"This does not hold for it: {side.Condition}.";

    public override (Side Side, string Key) About => (Side, Origin.Key);

    public override bool Concerns(string key) => Origin.Key == key;
}
