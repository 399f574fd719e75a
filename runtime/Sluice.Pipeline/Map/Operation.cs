namespace Sluice.Pipeline;

/// <summary>What a decision comes to, once the records concerned were looked at.</summary>
internal abstract record Operation(string Pairing)
{
    /// <summary>What identifies it in a plan, values included; empty where there is nothing to approve.</summary>
    public virtual string Signature => "";

    /// <summary>How many records it writes at most.</summary>
    public virtual int Writes => 0;
}
