namespace Sluice.Pipeline;

/// <summary>Several records could be meant: a person decides.</summary>
internal sealed record ReviewDecision(Side Side, string Key, string Reason, int Line, OpenCause Cause) : Decision
{
    public override (Side Side, string Key) About => (Side, Key);

    public override bool Concerns(string key) => Key == key;
}
