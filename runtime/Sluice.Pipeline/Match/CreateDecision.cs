namespace Sluice.Pipeline;

/// <summary>A record has no counterpart and the document wants one.</summary>
internal sealed record CreateDecision(Side Target, Unlinked Origin) : Decision
{
    public override (Side Side, string Key) About => (Target.Other(), Origin.Key);

    public override bool Concerns(string key) => Origin.Key == key;
}
