using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>Says what changed between two versions of a document, by meaning.</summary>
public static class DocumentComparer
{
    /// <summary>The changes, those of the whole document first, then flow by flow.</summary>
    /// <remarks>Layout is not looked at: two documents without a change may be different files.</remarks>
    /// <param name="before">The document as it was; null where there was none.</param>
    /// <param name="after">The document as it is; null where there is none.</param>
    public static EquatableArray<DocumentChange> Compare(Document? before, Document? after)
    {
        var changes = new List<DocumentChange>();
        if (before is not null && after is not null)
            CompareTitles(before, after, changes);

        CompareFlows(Flows(before), Flows(after), changes);
        return changes.ToEquatableArray();
    }

    private static List<UnitedFlow> Flows(Document? document) =>
        document is null ? [] : [.. UnitedFlow.Of(document)];

    private static void CompareTitles(Document before, Document after, List<DocumentChange> changes)
    {
        void Say(ChangeClass kind, string message) => changes.Add(new(kind, string.Empty, 1, 1, message));

        if ((before.SourceSlug, before.TargetSlug) != (after.SourceSlug, after.TargetSlug))
            Say(ChangeClass.Identity,
                $"It connects '{after.SourceSlug}' to '{after.TargetSlug}' now, and connected '{before.SourceSlug}' to "
                + $"'{before.TargetSlug}' before.");

        if ((before.SourceLabel, before.TargetLabel) != (after.SourceLabel, after.TargetLabel))
            Say(ChangeClass.Shape,
                $"The title names the systems '{Shown.Of(after.SourceLabel)}' and '{Shown.Of(after.TargetLabel)}' now, "
                + $"and named them '{Shown.Of(before.SourceLabel)}' and '{Shown.Of(before.TargetLabel)}' before.");

        if (before.Generated != after.Generated)
            Say(ChangeClass.Text,
                $"The time stamp is {after.Generated ?? "missing"} now, and was {before.Generated ?? "missing"} "
                + "before.");
    }

    private static void CompareFlows(
        List<UnitedFlow> before, List<UnitedFlow> after, List<DocumentChange> changes)
    {
        var pairs = FlowPairs.Of(before, after);
        var kept = pairs.Where(pair => pair.Before is not null && pair.After is not null).ToList();
        if (!IsAscending(kept.Select(pair => before.IndexOf(pair.Before!))))
            changes.Add(new(
                ChangeClass.Shape, string.Empty, kept[0].Before!.First.Line, kept[0].After!.First.Line,
                "The sections stand in another order."));

        foreach (var (old, now) in pairs)
        {
            var found = changes.Count;
            if (now is null)
                changes.Add(new(
                    ChangeClass.Identity, old!.Name, old.First.Line, null,
                    "The flow is gone: its records are no longer kept in step."));
            else if (old is null)
                changes.Add(new(
                    ChangeClass.Identity, now.Name, null, now.First.Line, "The flow is new: " + FlowProse.Of(now)));
            else
                new FlowComparer(old, now, changes).Compare();

            for (var i = found; i < changes.Count; i++)
                changes[i] = changes[i] with { Pairing = (now ?? old!).Pairing };
        }
    }

    private static bool IsAscending(IEnumerable<int> numbers)
    {
        var last = -1;
        foreach (var number in numbers)
        {
            if (number < last)
                return false;

            last = number;
        }

        return true;
    }
}
