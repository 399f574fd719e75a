namespace Sluice.Specification.Comparison;

/// <summary>Compares what two versions of a flow fill, and with what.</summary>
internal sealed class FieldComparer(UnitedFlow before, UnitedFlow after, List<DocumentChange> changes)
{
    private readonly Dictionary<string, UnitedTarget> _before =
        before.Targets.ToDictionary(target => target.Path, StringComparer.Ordinal);

    private readonly Dictionary<string, UnitedTarget> _after =
        after.Targets.ToDictionary(target => target.Path, StringComparer.Ordinal);

    public void Compare()
    {
        foreach (var target in after.Targets)
            if (_before.TryGetValue(target.Path, out var old))
                Compare(old, target);
            else
                Say(ChangeClass.Data, null, target,
                    $"{Names.Quoted(target.Path)} is filled from {Names.List(target.Sources)} "
                    + $"({Names.Quoted(target.Written)}) now.");

        foreach (var target in before.Targets.Where(target => !_after.ContainsKey(target.Path)))
            Say(ChangeClass.Data, target, null,
                $"{Names.Quoted(target.Path)} is no longer filled from {Names.List(target.Sources)}.");

        var kept = after.Targets.Select(target => target.Path).Where(_before.ContainsKey);
        if (!kept.SequenceEqual(before.Targets.Select(target => target.Path).Where(_after.ContainsKey)))
            changes.Add(new(
                ChangeClass.Shape, after.Name, before.Targets[0].Line, after.Targets[0].Line,
                "The rows stand in another order, which means nothing for different targets."));
    }

    private void Compare(UnitedTarget old, UnitedTarget now)
    {
        if (old.Sources != now.Sources)
            Say(ChangeClass.Data, old, now,
                $"{Names.Quoted(now.Path)} is filled from {Names.List(now.Sources)} now, in this order of preference; "
                + $"before it was {Names.List(old.Sources)}.");

        if (old.Type != now.Type)
            Say(ChangeClass.Data, old, now,
                $"The data type of {Names.Quoted(now.Path)} is {Names.Quoted(now.Written)} now; before it was "
                + $"{Names.Quoted(old.Written)}.");
        else if (old.Written != now.Written)
            Say(ChangeClass.Text, old, now,
                $"The data type of {Names.Quoted(now.Path)} is written in another way and means the same.");
    }

    private void Say(ChangeClass kind, UnitedTarget? old, UnitedTarget? now, string message) =>
        changes.Add(new(kind, after.Name, old?.Line, now?.Line, message));
}
