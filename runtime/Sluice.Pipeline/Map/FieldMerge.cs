namespace Sluice.Pipeline;

/// <summary>The three-way merge of one field: a pure function, total over all situations.</summary>
public static class FieldMerge
{
    /// <summary>Decides one field. The truth table is <c>spec/merge.md</c>.</summary>
    public static FieldDecision Decide(in FieldSituation field)
    {
        if (field.Left.IsAbsent || field.Right.IsAbsent)
            return HalfSeen(field);

        if (CanonicalForm.Same(field.Comparison, field.Left, field.Right))
            return field.Base == (field.Left, field.Right)
                ? new(FieldAction.None, "both sides agree")
                : new(FieldAction.MoveBase, "both sides agree");

        return field.Base is { } agreed ? Merge(field, agreed) : FirstMerge(field);
    }

    // What one side shows may be an edit that has to reach the other. It is not forgotten because the other is not
    // shown.
    private static FieldDecision HalfSeen(in FieldSituation field)
    {
        var shown = field.Left.IsAbsent ? field.Right : field.Left;
        var agreed = field.Left.IsAbsent ? field.Base?.Right : field.Base?.Left;
        var edited = agreed is { } known ? IsEdited(field, shown, known) : !shown.IsBlank;
        return shown.IsAbsent || !edited
            ? new(FieldAction.None, "not contained in the answer, so unknown")
            : new(FieldAction.Await, "changed on one side; the other side's answer does not contain it");
    }

    private static FieldDecision FirstMerge(in FieldSituation field)
    {
        if (field.Left.IsBlank || field.Right.IsBlank)
            return (field.Left.IsBlank, field.Right.IsBlank) switch
            {
                (true, true) => new(FieldAction.MoveBase, "first merge: neither side has a value"),
                (true, false) => new(FieldAction.WriteLeft, "first merge: a value beats a blank"),
                _ => new(FieldAction.WriteRight, "first merge: a value beats a blank"),
            };

        return field.IsOneThing ? Conflict(field) : new(FieldAction.Hold, "first merge: two different values");
    }

    private static FieldDecision Merge(in FieldSituation field, (FieldValue Left, FieldValue Right) agreed)
    {
        var leftEdited = IsEdited(field, field.Left, agreed.Left);
        var rightEdited = IsEdited(field, field.Right, agreed.Right);

        return (leftEdited, rightEdited) switch
        {
            (true, true) => Conflict(field),
            (true, false) => new(FieldAction.WriteRight, "edited on the left only"),
            (false, true) => new(FieldAction.WriteLeft, "edited on the right only"),
            (false, false) when field.Left.IsBlank || field.Right.IsBlank =>
                new(FieldAction.None, "a blank never clears this field"),
            (false, false) => new(FieldAction.None, "neither side was edited"),
        };
    }

    private static bool IsEdited(in FieldSituation field, FieldValue shown, FieldValue agreed) =>
        !CanonicalForm.Same(field.Comparison, shown, agreed)
        && !(field.Blanks == BlanksPolicy.Keep && shown.IsBlank);

    private static FieldDecision Conflict(in FieldSituation field) => Contest(field) with { IsContested = true };

    // A copy of ours is nobody's edit. Two copies are of edits elsewhere, of which the later is still on its way.
    private static FieldDecision Contest(in FieldSituation field) => (field.LeftIsEcho, field.RightIsEcho) switch
    {
        (true, false) => new(FieldAction.WriteLeft, "edited on the right; the left side shows a copy of ours"),
        (false, true) => new(FieldAction.WriteRight, "edited on the left; the right side shows a copy of ours"),
        (true, true) when field.OthersPending => new(
            FieldAction.Await, "both sides show copies of ours, and another pairing has still to bring the last edit"),
        _ => Decided(field),
    };

    private static FieldDecision Decided(in FieldSituation field)
    {
        if (field.Policy.Kind == ConflictKind.Hold)
            return new(FieldAction.Hold, "edited differently on both sides");

        if (field is { Policy.Kind: ConflictKind.Latest, LeftEdit: { } left, RightEdit: { } right })
        {
            // Clocks that disagree may put each edit after the other: then they tell nothing.
            var (leftIsLater, rightIsLater) = (left.IsAfter(right), right.IsAfter(left));
            if (leftIsLater && !rightIsLater)
                return new(FieldAction.WriteRight, "edited on both sides: the left side's edit came last");
            if (rightIsLater && !leftIsLater)
                return new(FieldAction.WriteLeft, "edited on both sides: the right side's edit came last");
        }

        return field.Policy.Preferred == Side.Left
            ? new(FieldAction.WriteRight, "edited on both sides: the left side is preferred")
            : new(FieldAction.WriteLeft, "edited on both sides: the right side is preferred");
    }
}
