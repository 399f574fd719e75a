namespace Sluice.Host.Deciding;

/// <summary>A record that could be meant.</summary>
/// <param name="Key">Its key in the entity across.</param>
/// <param name="IsLinked">Whether it has a link in the pairing already.</param>
internal sealed record Meant(string Key, bool IsLinked)
{
    /// <summary>The number of the match rule that tells so; null where none does.</summary>
    public int? Rule { get; init; }

    /// <summary>What both show by that rule, in canonical form.</summary>
    public string? Agrees { get; init; }

    /// <summary>The rule, as its document has it: both properties where they are called otherwise.</summary>
    public string? RuleOf(PairingDescriptor? pairing) => Rule is { } number && pairing?.Rules.Count > number
        ? pairing.Rules[number] is var rule && rule.Left == rule.Right ? rule.Left : $"{rule.Left} = {rule.Right}"
        : null;
}
