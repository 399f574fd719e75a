using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Finds where a contract holds keys of other records.</summary>
internal sealed class ReferencePaths(SchemaIndex schema)
{
    /// <summary>Every path of a contract that ends at a key of another record, with its end, in text order.</summary>
    public IReadOnlyList<(string Path, MemberSchema Member)> Of(string type)
    {
        var found = new List<(string Path, MemberSchema Member)>();
        Walk(type, "", [], found);
        return [.. found.OrderBy(one => one.Path, StringComparer.Ordinal)];
    }

    // A type that holds itself is looked into once.
    private void Walk(string type, string start, List<string> around, List<(string, MemberSchema)> found)
    {
        if (around.Contains(type))
            return;

        around.Add(type);
        foreach (var member in schema.Members(type))
            if (member.Reference is not null)
                found.Add((start + member.JsonName, member));
            else if ((member.Type.Element ?? member.Type) is { Kind: ValueKind.Object } inside)
                Walk(inside.TypeName, $"{start}{member.JsonName}.", around, found);

        around.RemoveAt(around.Count - 1);
    }
}
