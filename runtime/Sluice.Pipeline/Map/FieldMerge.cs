namespace Sluice.Pipeline;

/// <summary>The three-way merge of one field: a pure function, total over all situations.</summary>
public static class FieldMerge
{
    /// <summary>Decides one field. The truth table is <c>spec/merge.md</c>.</summary>
    public static FieldDecision Decide(FieldSituation field)
    {
        ArgumentNullException.ThrowIfNull(field);

        if (field is { LeftIsUnsettled: true, Base: not null } or { RightIsUnsettled: true, Base: not null })
            return Unsettled(field, field.Base.Value);

        if (field.Left.IsAbsent || field.Right.IsAbsent)
            return HalfSeen(field);

        if (CanonicalForm.Same(field.Canonical, field.Left, field.Right))
            return field.Base == (field.Left, field.Right)
                ? new(FieldAction.None, "both sides agree")
                : new(FieldAction.MoveBase, "both sides agree");

        return field.Base is { } agreed ? Merge(field, agreed) : FirstMerge(field);
    }

    // What one side shows may be an edit that has to reach the other. It is not forgotten because the other is not
    // shown.
    private static FieldDecision HalfSeen(FieldSituation field)
    {
        var shown = field.Left.IsAbsent ? field.Right : field.Left;
        var agreed = field.Left.IsAbsent ? field.Base?.Right : field.Base?.Left;
        var edited = agreed is { } known ? !CanonicalForm.Same(field.Canonical, shown, known) : !shown.IsBlank;
        return shown.IsAbsent || !edited
            ? new(FieldAction.None, "not contained in the answer, so unknown")
            : new(FieldAction.Await, "changed on one side; the other side's answer does not contain it");
    }

    // What stood there before our own write is no edit yet, but may turn out to be one: it is not forgotten.
    private static FieldDecision Unsettled(FieldSituation field, (FieldValue Left, FieldValue Right) agreed)
    {
        var settled = Decide(field with
        {
            Left = field.LeftIsUnsettled ? agreed.Left : field.Left,
            Right = field.RightIsUnsettled ? agreed.Right : field.Right,
            LeftIsUnsettled = false,
            RightIsUnsettled = false,
        });
        return settled.Action is FieldAction.WriteLeft or FieldAction.WriteRight
            ? settled
            : new(FieldAction.Await, "shown from before our own write, which may not be visible yet");
    }

    private static FieldDecision FirstMerge(FieldSituation field)
    {
        if (field.Left.IsBlank)
            return new(FieldAction.WriteLeft, "first merge: a value beats a blank");

        if (field.Right.IsBlank)
            return new(FieldAction.WriteRight, "first merge: a value beats a blank");
        return field.IsOneThing ? Conflict(field) : new(FieldAction.Hold, "first merge: two different values");
    }

    private static FieldDecision Merge(FieldSituation field, (FieldValue Left, FieldValue Right) agreed)
    {
        var leftEdited = !CanonicalForm.Same(field.Canonical, field.Left, agreed.Left);
        var rightEdited = !CanonicalForm.Same(field.Canonical, field.Right, agreed.Right);

        return (leftEdited, rightEdited) switch
        {
            (true, true) => Conflict(field),
            (true, false) => new(FieldAction.WriteRight, "edited on the left only"),
            (false, true) => new(FieldAction.WriteLeft, "edited on the right only"),
            (false, false) => new(FieldAction.None, "neither side was edited"),
        };
    }

    private static FieldDecision Conflict(FieldSituation field) => Contest(field) with { IsContested = true };

    // A copy of ours is nobody's edit. Two copies are of edits elsewhere, of which the later is still on its way.
    private static FieldDecision Contest(FieldSituation field) => (field.LeftIsEcho, field.RightIsEcho) switch
    {
        (true, false) => new(FieldAction.WriteLeft, "edited on the right; the left side shows a copy of ours"),
        (false, true) => new(FieldAction.WriteRight, "edited on the left; the right side shows a copy of ours"),
        (true, true) when field.OthersPending => new(
            FieldAction.Await, "both sides show copies of ours, and another pairing has still to bring the last edit"),
        _ => Decided(field),
    };

    private static FieldDecision Decided(FieldSituation field)
    {
        if (field.Policy.Kind == ConflictKind.Hold)
            return new(FieldAction.Hold, "edited differently on both sides");

        if (field is { Policy.Kind: ConflictKind.Latest, LeftEdit: { } left, RightEdit: { } right })
        {
            if (left.IsAfter(right))
                return new(FieldAction.WriteRight, "edited on both sides: the left side's edit came last");
            if (right.IsAfter(left))
                return new(FieldAction.WriteLeft, "edited on both sides: the right side's edit came last");
        }

        return field.Policy.Preferred == Side.Left
            ? new(FieldAction.WriteRight, "edited on both sides: the left side is preferred")
            : new(FieldAction.WriteLeft, "edited on both sides: the right side is preferred");
    }
}
