namespace Sluice.Pipeline;

/// <summary>Two records are each other's only candidate.</summary>
internal sealed record LinkDecision(Unlinked Left, Unlinked Right, int Rule) : Decision
{
    public override (Side Side, string Key) About => (Side.Left, Left.Key);

    public override bool Concerns(string key) => Left.Key == key || Right.Key == key;
}
