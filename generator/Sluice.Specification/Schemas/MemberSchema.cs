namespace Sluice.Specification.Schemas;

/// <summary>A property of a contract.</summary>
/// <param name="JsonName">Its name in documents and in the system's answers.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsNullable">Whether the C# type admits null.</param>
public sealed record MemberSchema(string JsonName, string Name, MemberType Type, bool IsNullable)
{
    /// <summary>Whether C# demands a value in an initializer (<c>required</c>).</summary>
    public bool IsRequiredInCode { get; init; }

    /// <summary>Whether it identifies the record, alone or under a parent.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it identifies the parent that a record lives under.</summary>
    public bool IsParentKey { get; init; }

    /// <summary>Whether the system sets it and refuses to take it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>
    /// Whether C# cannot put another value into a copy: it has no <c>init</c> or <c>set</c>, or its type is no record.
    /// </summary>
    public bool IsFixed { get; init; }

    /// <summary>What a new object, or a new element of the list, has to be made with.</summary>
    public EquatableArray<RequiredMember> MadeWith { get; init; }

    /// <summary>Whether the system refuses a new record without it.</summary>
    public bool IsRequiredOnCreate { get; init; }

    /// <summary>Whether a hook may give it to a new record, though the system does not demand it.</summary>
    public bool IsOptionalOnCreate { get; init; }

    /// <summary>Whether the system demands it in every update.</summary>
    public bool IsRequiredOnUpdate { get; init; }

    /// <summary>Whether it is the record's own time stamp.</summary>
    public bool IsModified { get; init; }

    /// <summary>Whether it opens an account.</summary>
    public bool IsCredential { get; init; }

    /// <summary>Whether it is a list whose order means nothing.</summary>
    public bool IsSet { get; init; }

    /// <summary>The C# name of the element's member by which a list's elements are told apart.</summary>
    public string? KeyedBy { get; init; }

    /// <summary>The C# name of the boolean sibling that must be true before this member may match.</summary>
    public string? MatchesWhen { get; init; }

    /// <summary>The form in which two values are compared; null where the contract does not say.</summary>
    public CanonicalKind? Canonical { get; init; }

    /// <summary>The entity whose key it holds.</summary>
    public ReferenceSchema? Reference { get; init; }
}
