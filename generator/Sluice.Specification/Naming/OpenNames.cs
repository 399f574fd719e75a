namespace Sluice.Specification.Naming;

/// <summary>
/// Names in open contracts. Each rests on nothing but what it names, so that no other path or document changes it, and
/// two never give one name: what is spelled like an identifier keeps its spelling, anything else is marked.
/// </summary>
internal static class OpenNames
{
    // What every open contract has, and what it and its members call.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Node", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "Deconstruct", "PrintMembers", "OpenPath", "FieldValue", "JsonObject", "IOpenRecord", "System", "Sluice",
        "GeneratedCode", "GeneratedCodeAttribute",
    };

    /// <summary>An entity's contract in full, behind the root namespace: <c>Open.Hubspot.Line_item</c>.</summary>
    public static string Type(string system, string entity) =>
        $"Open.{Namespace(system)}.{(IsType(entity) ? entity.Replace(' ', '_') : Marked(entity, Upper(entity)))}"
        + (Reserved.Contains(entity) ? "_" : "");

    /// <summary>A system's namespace.</summary>
    public static string Namespace(string system) =>
        system.All(IsAlphanumeric) && IsLetter(system[0])
            ? Upper(system)
            : Identifier.Pascal(system) + Identifier.Mark(system);

    /// <summary>The property of a path: <c>line_items__price</c>.</summary>
    /// <param name="path">The path, of which no name is blank.</param>
    /// <param name="type">The full name of the contract, after which no member may be called.</param>
    public static string Member(string path, string type)
    {
        var names = path.Split('.');
        var isPrivate = names[0].StartsWith("_", StringComparison.Ordinal);
        var isPlain = path.Length <= Identifier.Longest
            && IsPlain(isPrivate ? names[0].Substring(1) : names[0]) && names.Skip(1).All(IsPlain);
        var member = isPlain ? string.Join("__", names) : Marked(path, path);

        // No other member ends so, but the type can, and a member must not be called like it.
        while (Reserved.Contains(member) || type.EndsWith("." + member, StringComparison.Ordinal))
            member += "_";

        return member;
    }

    // Underscores part words, and no more than one at a time: two stand for a dot, three for a mark.
    private static bool IsPlain(string name) => name.Length > 0 && IsLetter(name[0])
        && name[name.Length - 1] != '_' && !name.Contains("__")
        && name.All(character => character == '_' || IsAlphanumeric(character));

    private static bool IsType(string entity) => entity.Length <= Identifier.Longest && entity[0] is >= 'A' and <= 'Z'
        && entity[entity.Length - 1] != ' ' && !entity.Contains("  ")
        && entity.All(character => character == ' ' || IsAlphanumeric(character));

    private static string Marked(string text, string shown)
    {
        if (shown.Length > Identifier.Longest)
            shown = shown.Substring(0, Identifier.Longest);

        var name = string.Join("__", shown.Split('.').Select(Identifier.Snake));
        if (name.Length > Identifier.Longest)
            name = name.Substring(0, Identifier.Longest);

        return (name.Length > 0 && IsLetter(name[0]) ? name : "_" + name) + "___" + Identifier.Mark(text);
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsAlphanumeric(char character) => IsLetter(character) || character is >= '0' and <= '9';
}
