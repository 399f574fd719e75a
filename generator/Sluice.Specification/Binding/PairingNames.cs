using Sluice.Specification.Documents;
using Sluice.Specification.Naming;

namespace Sluice.Specification.Binding;

/// <summary>What a pairing's class and everything around it is called.</summary>
internal sealed record PairingNames(
    string Pairing, string NamespaceSuffix, string ClassName, string LeftAlias, string RightAlias)
{
    public static PairingNames Of(ResolvedFlow flow, NameSet taken)
    {
        var suffix = System(flow.Left) + System(flow.Right);
        var joined = Identifier.Pascal(flow.Left.Entity.Name) + Identifier.Pascal(flow.Right.Entity.Name);
        var className = taken.Take(IsReserved(joined) ? joined + "Pairing" : joined);
        var left = Alias(flow.Left);
        var right = Alias(flow.Right);
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            left = Identifier.Pascal(flow.Left.System) + left;
            right = Identifier.Pascal(flow.Right.System) + right;
        }

        // One contract on both sides needs one alias only.
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase) && flow.Left.TypeName != flow.Right.TypeName)
            right += "2";

        return new(taken.Take(Pair(flow.Left.Name, flow.Right.Name)), suffix, className, left, right);
    }

    /// <summary>The pairing of a flow's entities as the document calls them.</summary>
    public static string Pair(Document document, Flow flow)
    {
        var (source, target) = (
            (document.SourceSlug, flow.Source.Text), (document.TargetSlug, flow.Target.Text));
        var (from, to) = (
            End.NameOf(document.SourceSlug, flow.Source.Text), End.NameOf(document.TargetSlug, flow.Target.Text));
        return End.Compare(source, target) <= 0 ? Pair(from, to) : Pair(to, from);
    }

    /// <summary>The same, where no alias is called like a class of the namespace.</summary>
    public PairingNames Avoiding(ISet<string> classes)
    {
        return this with { LeftAlias = Free(LeftAlias), RightAlias = Free(RightAlias) };

        string Free(string alias)
        {
            while (classes.Contains(alias))
                alias += "Record";

            return alias;
        }
    }

    public string Alias(SideName side) => side == SideName.Left ? LeftAlias : RightAlias;

    private static string Pair(string left, string right) => $"{left}/{right}";

    private static string System(End end) =>
        end.Entity.IsOpen ? OpenNames.Namespace(end.System) : Identifier.Pascal(end.System);

    private static string Alias(End end)
    {
        var name = Identifier.Singular(Identifier.Pascal(end.Entity.Name));
        return IsReserved(name) ? name + "Record" : name;
    }

    private static bool IsReserved(string name) =>
        ReservedNames.Types.Contains(name, StringComparer.OrdinalIgnoreCase);
}
