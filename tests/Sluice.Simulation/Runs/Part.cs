namespace Sluice.Simulation;

/// <summary>What one pairing does of what its document says; two may share in one document's.</summary>
/// <param name="Suffix">What tells its name from that of the other; empty for the first or only one.</param>
/// <param name="Fields">The fields that it maps.</param>
internal sealed record Part(string Suffix, IReadOnlyList<string> Fields)
{
    /// <summary>Whether it knows who is who by itself.</summary>
    public bool HasRules { get; init; } = true;

    /// <summary>Whether records are wanted of it, for which a name may be lacking.</summary>
    public bool Creates { get; init; } = true;

    /// <summary>Whether it can make records: no system takes one without a name.</summary>
    public bool CanCreate => Creates && Fields.Contains("name");
}
