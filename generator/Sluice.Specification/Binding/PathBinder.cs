using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Follows a path through a contract to a value.</summary>
internal sealed class PathBinder(SchemaIndex schema)
{
    // More scalar members than this inside one another are a cycle.
    private const int DeepestScalar = 16;

    /// <summary>
    /// The path, or null after reporting why there is none. That a text cannot be one was reported when it was read.
    /// </summary>
    public BoundPath? Bind(End end, Cell path, ResolvedFlow flow)
    {
        if (!PathText.IsPath(path.Text))
            return null;

        if (end.Entity.IsOpen)
            return OpenBinder.Bind(end, path.Text);

        var type = end.TypeName;
        var members = new List<MemberSchema>();
        foreach (var segment in path.Text.Split('.'))
        {
            if (members.Count > 0 && Inside(members[members.Count - 1]) is null)
                return NothingInside(path, members, flow);

            if (Member(type, segment, path, members, flow) is not { } member)
                return null;

            members.Add(member);
            type = Inside(member) ?? "";
        }

        return Scalar(members, path, flow) ? Finish(end, members, path, flow) : null;
    }

    private MemberSchema? Member(string type, string segment, Cell path, List<MemberSchema> before, ResolvedFlow flow)
    {
        var members = schema.Members(type);
        if (members.FirstOrDefault(member => member.JsonName == segment) is { } exact)
            return exact;

        var alike = members.Where(member =>
            string.Equals(member.JsonName, segment, StringComparison.OrdinalIgnoreCase)).ToList();
        if (alike.Count == 1)
        {
            flow.Report(
                Rules.CaseDiffers, path.Span,
                $"The contract writes '{segment}' as '{alike[0].JsonName}'. It is taken for that.");
            return alike[0];
        }

        var start = string.Concat(before.Select(member => member.JsonName + "."));
        var nearest = Nearest.Of(segment, members.Select(member => member.JsonName));
        flow.Report(
            Rules.UnknownPath,
            path.Span,
            $"'{path.Text}' does not exist: {ShortName(type)} has no '{segment}'. " + (
                alike.Count > 1 ? $"In other letter case it has {Names(alike)}; choose one."
                : nearest is not null ? $"Did you mean '{start}{nearest}'?"
                : $"It has {Names(members)}."));
        return null;
    }

    // The type of the object that a member holds, or that each element of its list is.
    private static string? Inside(MemberSchema member) => member.Type switch
    {
        { Kind: ValueKind.Object } type => type.TypeName,
        { Kind: ValueKind.List, Element: { Kind: ValueKind.Object } element } => element.TypeName,
        _ => null,
    };

    private static BoundPath? NothingInside(Cell path, List<MemberSchema> before, ResolvedFlow flow)
    {
        var start = string.Join(".", before.Select(member => member.JsonName));
        flow.Report(
            Rules.UnknownPath, path.Span,
            $"'{path.Text}' does not exist: '{start}' is a value and has nothing inside. "
            + $"Did you mean '{start}'?");
        return null;
    }

    // An object stands for its scalar member: profile.email reads profile.email.email.
    private bool Scalar(List<MemberSchema> members, Cell path, ResolvedFlow flow)
    {
        for (var depth = 0; depth < DeepestScalar; depth++)
        {
            if (Inside(members[members.Count - 1]) is not { } type)
                return true;

            var contract = schema.Type(type);
            if (contract?.Members.FirstOrDefault(member => member.Name == contract.ScalarMember) is not { } scalar)
            {
                flow.Report(
                    Rules.NoScalar,
                    path.Span,
                    $"'{path.Text}' is an object ({ShortName(type)}) without a value of its own, so this "
                    + $"row copies nothing. Go on to one of {Names(contract?.Members ?? default)}, or declare [Scalar] "
                    + "in the contract.");
                return false;
            }

            members.Add(scalar);
        }

        return true;
    }

    private BoundPath? Finish(End end, List<MemberSchema> members, Cell path, ResolvedFlow flow)
    {
        var leaf = members[members.Count - 1];
        if ((leaf.Type.Element ?? leaf.Type).Kind is ValueKind.Object or ValueKind.List or ValueKind.Other)
        {
            flow.Report(
                Rules.NotSupportedYet, path.Span,
                $"The contract holds '{path.Text}' as {leaf.Type.TypeName}, which documents have no type for. Declare "
                + "the member as what its JSON holds: string for what is written as text, as an enumeration may be, "
                + "long for a whole number, a list or a type of its own for an array or object.");
            return null;
        }

        var owner = members.Count > 1 ? Inside(members[members.Count - 2])! : end.TypeName;
        var guard = schema.Members(owner).FirstOrDefault(member => member.Name == leaf.MatchesWhen);
        return new(
            EquatableArray.Of(path.Text),
            members.ToEquatableArray(),
            guard is null ? default : members.Take(members.Count - 1).Append(guard).ToEquatableArray());
    }

    private static string ShortName(string type) => type.Substring(type.LastIndexOf('.') + 1);

    private static string Names(IEnumerable<MemberSchema> members) =>
        string.Join(", ", members.Select(member => $"'{member.JsonName}'"));
}
