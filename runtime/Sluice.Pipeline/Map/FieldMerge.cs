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
            return new(field.Base == (field.Left, field.Right) ? FieldAction.None : FieldAction.MoveBase, "both sides agree")
            {
                Version = Math.Max(field.LeftClaim.Version, field.RightClaim.Version),
            };

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

    // A blank of which something was carried before is a clearing; one of which nothing was is only a blank.
    private static FieldDecision FirstMerge(FieldSituation field)
    {
        if (field.Left.IsBlank && field.LeftClaim.Kind == ClaimKind.None)
            return Left(field, "first merge: a value beats a blank");
        if (field.Right.IsBlank && field.RightClaim.Kind == ClaimKind.None)
            return Right(field, "first merge: a value beats a blank");
        return field.IsOneThing || (field.LeftClaim.IsKnown && field.RightClaim.IsKnown)
            ? Conflict(field)
            : new(FieldAction.Hold, "first merge: two different values");
    }

    private static FieldDecision Merge(FieldSituation field, (FieldValue Left, FieldValue Right) agreed) =>
        (IsEdited(field, field.Left, agreed.Left), IsEdited(field, field.Right, agreed.Right)) switch
        {
            (true, true) => Conflict(field),
            (true, false) => IsStale(field, field.LeftClaim)
                ? Left(field, "the left side fell back to an older copy")
                : Right(field, "edited on the left only"),
            (false, true) => IsStale(field, field.RightClaim)
                ? Right(field, "the right side fell back to an older copy")
                : Left(field, "edited on the right only"),
            (false, false) => new(FieldAction.None, "neither side was edited"),
        };

    private static bool IsEdited(FieldSituation field, FieldValue shown, FieldValue agreed) =>
        !CanonicalForm.Same(field.Canonical, shown, agreed);

    private static bool IsStale(FieldSituation field, Claim claim) =>
        claim.IsKnown && claim.Version < field.BaseVersion;

    // Where both values were carried before, the later edit is known, and every pairing decides alike. A copy of ours is
    // nobody's edit.
    private static FieldDecision Conflict(FieldSituation field) => (field.LeftClaim, field.RightClaim) switch
    {
        ({ IsKnown: true } left, { IsKnown: true } right) when left.Version != right.Version =>
            left.Version > right.Version
                ? Right(field, "edited on both sides: the left side's edit was seen last")
                : Left(field, "edited on both sides: the right side's edit was seen last"),
        ({ Kind: ClaimKind.Copy }, { Kind: ClaimKind.Fresh }) =>
            Left(field, "edited on the right; the left side shows a copy of ours"),
        ({ Kind: ClaimKind.Fresh }, { Kind: ClaimKind.Copy }) =>
            Right(field, "edited on the left; the right side shows a copy of ours"),
        _ => Contest(field),
    };

    private static FieldDecision Contest(FieldSituation field)
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

    private static FieldDecision Left(FieldSituation field, string rule) =>
        new(FieldAction.WriteLeft, rule) { Version = field.RightClaim.Version };

    private static FieldDecision Right(FieldSituation field, string rule) =>
        new(FieldAction.WriteRight, rule) { Version = field.LeftClaim.Version };
}
