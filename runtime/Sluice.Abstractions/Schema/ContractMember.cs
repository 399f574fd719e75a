namespace Sluice;

/// <summary>A member of a contract.</summary>
/// <param name="JsonName">Its name in documents and in the system's answers.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Value">What it holds.</param>
public sealed record ContractMember(string JsonName, string Name, ContractValue Value)
{
    /// <summary>Whether the C# type admits null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether C# demands a value in an initializer.</summary>
    public bool IsRequiredInCode { get; init; }

    /// <summary>Whether it identifies the record (<see cref="KeyAttribute"/>).</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it identifies the parent (<see cref="ParentKeyAttribute"/>).</summary>
    public bool IsParentKey { get; init; }

    /// <summary>Whether the system sets it (<see cref="ReadOnlyAttribute"/>).</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether C# cannot put another value into a copy of its owner.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether a new record needs it (<see cref="RequiredOnCreateAttribute"/>).</summary>
    public bool IsRequiredOnCreate { get; init; }

    /// <summary>Whether a hook may give it to a new record (<see cref="OptionalOnCreateAttribute"/>).</summary>
    public bool IsOptionalOnCreate { get; init; }

    /// <summary>Whether every update needs it (<see cref="RequiredOnUpdateAttribute"/>).</summary>
    public bool IsRequiredOnUpdate { get; init; }

    /// <summary>Whether it is the record's time stamp (<see cref="ModifiedAttribute"/>).</summary>
    public bool IsModified { get; init; }

    /// <summary>Whether it opens an account (<see cref="CredentialAttribute"/>).</summary>
    public bool IsCredential { get; init; }

    /// <summary>Whether its order means nothing (<see cref="SetAttribute"/>).</summary>
    public bool IsSet { get; init; }

    /// <summary>The member that tells its elements apart (<see cref="KeyedByAttribute"/>).</summary>
    public string? KeyedBy { get; init; }

    /// <summary>The sibling that must be true before it may match (<see cref="MatchesWhenAttribute"/>).</summary>
    public string? MatchesWhen { get; init; }

    /// <summary>
    /// The form in which values are compared, where the contract says one (<see cref="CanonicalAttribute"/>).
    /// </summary>
    public Canonical? Canonical { get; init; }

    /// <summary>The entity whose key it holds (<see cref="ReferenceAttribute"/>).</summary>
    public EntityName? Reference { get; init; }
}
