using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Binds documents to contracts.</summary>
public static class Binder
{
    /// <summary>Binds one document.</summary>
    /// <remarks>
    /// A pairing that both documents describe is emitted by the one whose name sorts first; the other call reports what
    /// is
    /// wrong in its own document only. So a caller binds each document, together with its reverse, and takes all
    /// results.
    /// Never throws for what documents say.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="reverse">The document that describes the same systems from the other side, if there is one.</param>
    /// <param name="schema">The contracts.</param>
    /// <param name="hooks">The hooks that somebody has written.</param>
    public static BindingResult Bind(Document document, Document? reverse, Schema schema, Hooks hooks)
    {
        // A document that joins a system with itself is its own reverse.
        if (reverse == document)
            reverse = null;

        var problems = new List<Problem>();
        var index = SchemaIndex.Of(schema);
        var flows = Flows(document, reverse, new EndResolver(index), problems);
        var taken = new NameSet();
        var pairings = new List<BoundPairing>();
        var groups = flows.GroupBy(flow => flow.Pair).Select(group => group.ToList()).ToList();
        var allNames = groups.ConvertAll(group => PairingNames.Of(group[0], taken));
        var classes = new HashSet<string>(allNames.Select(names => names.ClassName), StringComparer.Ordinal);
        for (var i = 0; i < groups.Count; i++)
        {
            var names = allNames[i].Avoiding(classes);
            var pairing = new PairingBinder(groups[i], names, index, new HookIndex(hooks, names), flows).Bind();
            if (pairing.Document == document.FileName)
                pairings.Add(pairing);
        }

        var own = flows.Where(flow => flow.File == document.FileName);
        return new(pairings.ToEquatableArray(), problems.InTextOrder()) { Open = OpenBinder.Needs(own) };
    }

    // In the order of the file names, so that binding either document names and orders everything alike.
    private static List<ResolvedFlow> Flows(
        Document document, Document? reverse, EndResolver ends, List<Problem> problems)
    {
        var ignored = new List<Problem>();
        var flows = new List<ResolvedFlow>();
        foreach (var one in Both(document, reverse))
        {
            var report = ReferenceEquals(one, document) ? problems : ignored;
            foreach (var flow in one.Flows)
                if (ends.Resolve(one, flow, report) is { } resolved)
                    flows.Add(resolved);
        }

        return flows;
    }

    private static IEnumerable<Document> Both(Document document, Document? reverse) =>
        reverse is null ? [document]
        : string.CompareOrdinal(document.FileName, reverse.FileName) <= 0 ? [document, reverse]
        : [reverse, document];
}
