namespace Sluice.Pipeline;

/// <summary>A link has something to look at.</summary>
internal sealed record MergeDecision(LinkedBases Linked) : Decision
{
    public override (Side Side, string Key) About => (Side.Left, Linked.Link.LeftKey);

    public override bool Concerns(string key) => Linked.Link.LeftKey == key || Linked.Link.RightKey == key;
}
