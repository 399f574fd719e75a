namespace Sluice.Specification.Naming;

/// <summary>Names that mean something else where generated code stands.</summary>
internal static class ReservedNames
{
    /// <summary>Types of namespace <c>Sluice</c>: inside it they win over an alias of the same name.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "Account", "BadRecord", "Canonical", "CanonicalForm", "Change", "Connection", "Creation", "Draft", "EntityName",
        "FieldDescriptor", "FieldKind", "FieldValue", "Link", "MatchKey", "Page", "Pairing", "PairingDescriptor",
        "Record", "RecordId", "RuleDescriptor", "Side", "SideDescriptor", "Sides", "WriteOutcome", "WriteRequest",
        "WriteResult", "Cast", "Condition", "Fit", "ListOrder", "Lists", "Literals", "Numbers", "Objects", "Precision",
        "Texts", "Times", "OpenEntity", "OpenPath", "Open", "WriteBack", "TimeProvider", "GeneratedCode",
        "GeneratedCodeAttribute", "IReadOnlyList",
        "Span", "String", "Object", "Int32", "Boolean", "Attribute", "Exception",
    ];

    /// <summary>Members that every pairing class has.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        "Clock", "Descriptor", "Key", "Matches", "IsMatch", "Read", "Write", "Create", "Creating", "InScope", "LeftKey",
        "RightKey",
        "ReadLeft", "ReadRight", "WriteLeft", "WriteRight", "CreateLeft", "CreateRight", "InScopeLeft", "InScopeRight",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    ];
}
