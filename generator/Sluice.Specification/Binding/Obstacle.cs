using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Why nothing can be written where a path ends.</summary>
/// <param name="Words">What is in the way, as the beginning of a sentence.</param>
/// <param name="Fix">What to do about it, as a sentence.</param>
/// <param name="IsDeclared">Whether the contract forbids it; else the document does not say enough.</param>
internal sealed record Obstacle(string Words, string Fix, bool IsDeclared)
{
    private const string Another = "Name a property that can be written.";

    /// <summary>What is in the way of a path of a contract that <see cref="BoundPath.IsWritable"/> denies.</summary>
    public static Obstacle Of(BoundPath path, string system)
    {
        if (Declared(path.Members) is { } own)
            return new(own, Another, IsDeclared: true);

        if (path.Members.Concat(path.DependsOn.SelectMany(one => one.Members)).FirstOrDefault(member => member.IsFixed)
            is { } fixedOne)
            return new(
                $"C# cannot put a value into the contract's '{fixedOne.JsonName}', which has no init accessor or whose "
                + "type is no record",
                "Declare a record with init accessors, or name a property that can be written.", IsDeclared: true);

        foreach (var dependency in path.DependsOn)
            if (Declared(dependency.Members) is { } beside)
                return new(
                    $"{beside}, and to write '{path.Written[0]}' is to make it hold '{dependency.Value}'",
                    "Name a dependency that can be written.", IsDeclared: true);

        var list = path.Members.Take(path.List + 1).ToArray();
        var inside = path.Members.Take(path.Members.Count - 1).Skip(path.List + 1);
        return inside.FirstOrDefault(IsList) is { } inner && path.DependsOn.Any(path.IsBeside)
            ? new(
                $"'{inner.JsonName}' is a list inside the list '{Path(list)}', and a dependency tells the elements of "
                + "the outer one apart only",
                Another, IsDeclared: false)
            : new(
                $"'{path.Written[0]}' is in the list '{Path(list)}' of {system}, and nothing says in which element",
                "Append '(Dependant on having VALUE in PATH)' with a path beside it that tells the elements apart.",
                IsDeclared: false);
    }

    private static string? Declared(EquatableArray<MemberSchema> members)
    {
        for (var i = 0; i < members.Count; i++)
            if (members[i].IsKey || members[i].IsReadOnly)
                return $"The contract declares '{Path(members.Take(i + 1))}' "
                    + (members[i].IsKey ? "the record's key" : "read-only");

        return null;
    }

    private static bool IsList(MemberSchema member) => member.Type.Kind == ValueKind.List;

    private static string Path(IEnumerable<MemberSchema> members) =>
        string.Join(".", members.Select(member => member.JsonName));
}
