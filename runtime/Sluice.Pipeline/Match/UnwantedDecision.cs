namespace Sluice.Pipeline;

/// <summary>A record has no counterpart, and the document's condition leaves it out.</summary>
internal sealed record UnwantedDecision(Side Side, string Key, string Reason) : Decision
{
    public override bool Concerns(string key) => Key == key;
}
