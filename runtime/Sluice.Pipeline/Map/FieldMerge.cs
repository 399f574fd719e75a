namespace Sluice.Pipeline;

/// <summary>The three-way merge of one field: a pure function, total over all situations.</summary>
public static class FieldMerge
{
    /// <summary>Decides one field. The truth table is <c>spec/merge.md</c>.</summary>
    public static FieldDecision Decide(FieldSituation field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.LeftSent is not null || field.RightSent is not null)
            return Unsettled(field);
        if (field.Left.IsAbsent || field.Right.IsAbsent)
            return HalfSeen(field);
        if (CanonicalForm.Same(field.Canonical, field.Left, field.Right))
            return new(field.Base == (field.Left, field.Right) ? FieldAction.None : FieldAction.MoveBase, "both sides agree")
            {
                Version = field.LeftClaim.Kind == ClaimKind.Fresh || field.RightClaim.Kind == ClaimKind.Fresh
                    ? 0
                    : Math.Max(field.LeftClaim.Version, field.RightClaim.Version),
            };

        var merged = field.Base is { } agreed ? Merge(field, agreed) : FirstMerge(field);
        return Later(field) is { } later && later.Action != merged.Action ? later : merged;
    }

    // Where it is known which value was made over which, every pairing decides alike, whatever these two agreed on
    // last. Of two records that never agreed on this field, and are not known to be one thing, it says nothing.
    private static FieldDecision? Later(FieldSituation field) => (field.LeftClaim, field.RightClaim) switch
    {
        _ when field is { Base: null, IsOneThing: false } => null,
        ({ IsKnown: true } left, { IsKnown: true } right) when left.Version > right.Version =>
            Right(field, "the left side's edit was seen last"),
        ({ IsKnown: true } left, { IsKnown: true } right) when left.Version < right.Version =>
            Left(field, "the right side's edit was seen last"),
        ({ Kind: ClaimKind.Fresh } left, { IsKnown: true } right) when left.Version >= right.Version =>
            Right(field, "edited on the left since"),
        ({ IsKnown: true } left, { Kind: ClaimKind.Fresh } right) when left.Version <= right.Version =>
            Left(field, "edited on the right since"),
        _ => null,
    };

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

    // What stood there before our own write is no edit yet, but may turn out to be one. An edit across goes over it.
    private static FieldDecision Unsettled(FieldSituation field)
    {
        var settled = Decide(field with
        {
            Left = field.LeftSent ?? field.Left,
            LeftClaim = field.LeftSent is null ? field.LeftClaim : AsSent(field.LeftClaim),
            LeftSent = null,
            Right = field.RightSent ?? field.Right,
            RightClaim = field.RightSent is null ? field.RightClaim : AsSent(field.RightClaim),
            RightSent = null,
        });
        var over = (field.LeftSent, field.RightSent) switch
        {
            (not null, null) => FieldAction.WriteLeft,
            (null, not null) => FieldAction.WriteRight,
            _ => FieldAction.Await,
        };
        return settled.Action == over
            ? settled
            : new(FieldAction.Await, "shown from before our own write, which may not be visible yet");
    }

    private static Claim AsSent(Claim claim) =>
        claim.Kind == ClaimKind.None ? claim : new(ClaimKind.Copy, claim.Version);

    // A blank of which something was carried before is a clearing; one of which nothing was is only a blank.
    private static FieldDecision FirstMerge(FieldSituation field)
    {
        if (field.Left.IsBlank && field.LeftClaim.Kind == ClaimKind.None)
            return Left(field, "first merge: a value beats a blank");
        if (field.Right.IsBlank && field.RightClaim.Kind == ClaimKind.None)
            return Right(field, "first merge: a value beats a blank");
        return field.IsOneThing ? Conflict(field) : new(FieldAction.Hold, "first merge: two different values");
    }

    private static FieldDecision Merge(FieldSituation field, (FieldValue Left, FieldValue Right) agreed) =>
        (IsEdited(field, field.Left, agreed.Left, field.LeftClaim),
            IsEdited(field, field.Right, agreed.Right, field.RightClaim)) switch
        {
            (true, true) => Conflict(field),
            (true, false) => Right(field, "edited on the left only"),
            (false, true) => Left(field, "edited on the right only"),
            (false, false) => new(FieldAction.None, "neither side was edited"),
        };

    // A user may well have edited back to what these two once agreed on.
    private static bool IsEdited(FieldSituation field, FieldValue shown, FieldValue agreed, Claim claim) =>
        claim.Kind == ClaimKind.Fresh || !CanonicalForm.Same(field.Canonical, shown, agreed);

    private static FieldDecision Conflict(FieldSituation field)
    {
        if (field.Policy.Kind == ConflictKind.Hold)
            return new(FieldAction.Hold, "edited differently on both sides");

        if (field is { Policy.Kind: ConflictKind.Latest, LeftEdit: { } left, RightEdit: { } right })
        {
            if (left.IsAfter(right))
                return Right(field, "edited on both sides: the left side's edit came last");
            if (right.IsAfter(left))
                return Left(field, "edited on both sides: the right side's edit came last");
        }

        return field.Policy.Preferred == Side.Left
            ? Right(field, "edited on both sides: the left side is preferred")
            : Left(field, "edited on both sides: the right side is preferred");
    }

    private static FieldDecision Left(FieldSituation field, string rule) =>
        new(FieldAction.WriteLeft, rule) { Version = field.RightClaim.IsKnown ? field.RightClaim.Version : 0 };

    private static FieldDecision Right(FieldSituation field, string rule) =>
        new(FieldAction.WriteRight, rule) { Version = field.LeftClaim.IsKnown ? field.LeftClaim.Version : 0 };
}
