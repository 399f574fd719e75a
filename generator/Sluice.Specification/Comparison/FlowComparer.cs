using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>Compares two versions of a flow.</summary>
internal sealed class FlowComparer(UnitedFlow before, UnitedFlow after, List<DocumentChange> changes)
{
    public void Compare()
    {
        CompareNames();
        CompareCreation();
        CompareRules();
        new FieldComparer(before, after, changes).Compare();
    }

    private void CompareNames()
    {
        if (before.Name != after.Name)
            Say(ChangeClass.Shape, $"The flow was written '{Shown.Of(before.Name)}' before.");

        if (before.First.IfMatching != after.First.IfMatching)
            Say(ChangeClass.Shape, "The sentences that say that a match comes before a creation are "
                + (after.First.IfMatching ? "new." : "gone; with match rules it does nonetheless."));
    }

    private void CompareCreation()
    {
        var (old, now) = (before.First, after.First);
        var (was, says) = (FlowProse.Creation(old), FlowProse.Creation(now));
        if (was == says)
            return;

        var isSame = old.Creation == CreationKind.Conditional && now.Creation == CreationKind.Conditional
            && Connected(old).SetEquals(Connected(now))
            && SystemLabel.Same(old.ConnectedInto ?? "", now.ConnectedInto ?? "");
        changes.Add(new(
            isSame ? ChangeClass.Shape : ChangeClass.Identity, after.Name, old.CreationSpan.Line,
            now.CreationSpan.Line, $"Creation: {says} now; {was} before."));
    }

    // A data set is called after its entity, with the system's name in front.
    private static HashSet<string> Connected(Flow flow)
    {
        var system = SystemLabel.FoldName(flow.SourceSystem);
        return
        [
            .. flow.ConnectedTo.Select(SystemLabel.FoldName).Select(name =>
                name.Length > system.Length && name.StartsWith(system, StringComparison.Ordinal)
                    ? name.Substring(system.Length)
                    : name),
        ];
    }

    private void CompareRules()
    {
        var (old, now) = (before.Rules.ToDictionary(Says), after.Rules.ToDictionary(Says));
        foreach (var rule in after.Rules.Where(rule => !old.ContainsKey(Says(rule))))
            changes.Add(new(
                ChangeClass.Identity, after.Name, null, rule.Line, $"Records match by {Shown.Of(Says(rule))} now."));

        foreach (var rule in before.Rules.Where(rule => !now.ContainsKey(Says(rule))))
            changes.Add(new(
                ChangeClass.Identity, after.Name, rule.Line, null,
                $"Records no longer match by {Shown.Of(Says(rule))}."));

        var kept = after.Rules.Select(Says).Where(old.ContainsKey);
        if (!kept.SequenceEqual(before.Rules.Select(Says).Where(now.ContainsKey)))
            Say(ChangeClass.Shape, "The match rules stand in another order, which means nothing.");
    }

    private static string Says(MatchRule rule) => $"'{rule.Source.Text}' = '{rule.Target.Text}'";

    private void Say(ChangeClass kind, string message) =>
        changes.Add(new(kind, after.Name, before.First.Line, after.First.Line, message));
}
