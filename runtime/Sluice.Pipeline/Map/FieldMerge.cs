namespace Sluice.Pipeline;

/// <summary>The three-way merge of one field: a pure function, total over all situations.</summary>
public static class FieldMerge
{
    /// <summary>Decides one field. The truth table is <c>spec/merge.md</c>.</summary>
    public static FieldDecision Decide(in FieldSituation field)
    {
        // What stood there before our own write is no edit yet, but may turn out to be one; and behind what we wrote
        // may stand an edit that is not shown either.
        if (field.LeftSent is not null || field.RightSent is not null)
            return new(FieldAction.Await, "shown from before our own write, which may not be visible yet");
        if (field.Left.IsAbsent || field.Right.IsAbsent)
            return HalfSeen(field);
        if (CanonicalForm.Same(field.Comparison, field.Left, field.Right))
            return new(
                field.Base == (field.Left, field.Right) ? FieldAction.None : FieldAction.MoveBase, "both sides agree")
            {
                Version = field.LeftClaim.Kind == ClaimKind.Fresh || field.RightClaim.Kind == ClaimKind.Fresh
                    ? 0
                    : Math.Max(field.LeftClaim.Carried, field.RightClaim.Carried),
            };

        var merged = field.Base is { } agreed ? Merge(field, agreed) : FirstMerge(field);
        var decided = Forth(field, Later(field) is { } later && later.Action != merged.Action ? later : merged);
        return field.Blanks == BlanksPolicy.Keep && Clears(field, decided)
            ? new(FieldAction.None, "a blank never clears this field")
            : decided;
    }

    /// <summary>
    /// Whether one of two values would be an edit over what the other is. Where that was asked about before, something
    /// else was carried from its record, or to it, since.
    /// </summary>
    internal static bool IsEditedSince(in FieldSituation field) =>
        (field.LeftClaim.Kind == ClaimKind.Fresh || field.RightClaim.Kind == ClaimKind.Fresh)
        && Later(field) is not null;

    // What flows one way is never written back: the far side stays as a user left it until the source changes.
    private static FieldDecision Forth(in FieldSituation field, FieldDecision decided)
    {
        if (field is not { OneWay: { } target, Base: { } agreed }
            || decided.Action is not (FieldAction.WriteLeft or FieldAction.WriteRight or FieldAction.Hold))
            return field.OneWay is { } only && decided.Action == MergePlan.WriteTo(only.Other())
                ? new(FieldAction.None, "this field flows one way only")
                : decided;

        var isEdited = target == Side.Right
            ? IsEdited(field, field.Left, agreed.Left, field.LeftClaim)
            : IsEdited(field, field.Right, agreed.Right, field.RightClaim);
        return decided.Action == MergePlan.WriteTo(target) ? decided
            : !isEdited ? new(FieldAction.None, "this field flows one way only")
            : target == Side.Right ? Right(field, "the left side was edited, and this field flows one way only")
            : Left(field, "the right side was edited, and this field flows one way only");
    }

    private static bool Clears(in FieldSituation field, FieldDecision decided) => decided.Action switch
    {
        FieldAction.WriteLeft => field.Right.IsBlank && !field.Left.IsBlank,
        FieldAction.WriteRight => field.Left.IsBlank && !field.Right.IsBlank,
        _ => false,
    };

    // Where it is known which value was made over which, every pairing decides alike, whatever these two agreed on
    // last. Of two records that never agreed on this field, are not known to be one thing, and never held the same
    // edit, it says nothing. What a person decided against loses wherever it shows.
    private static FieldDecision? Later(in FieldSituation field) => (field.LeftClaim, field.RightClaim) switch
    {
        ({ Kind: ClaimKind.DecidedAgainst }, { Kind: not ClaimKind.DecidedAgainst } other)
            when !IsOnlyBlank(field, field.Right, other) =>
            Left(field, "a person decided against the left side's value"),
        ({ Kind: not ClaimKind.DecidedAgainst } other, { Kind: ClaimKind.DecidedAgainst })
            when !IsOnlyBlank(field, field.Left, other) =>
            Right(field, "a person decided against the right side's value"),
        _ when field is { Base: null, IsOneThing: false } && !HaveMet(field) => null,
        ({ IsKnown: true } left, { IsKnown: true } right) when left.Version > right.Version =>
            Right(field, "the left side's edit was seen last"),
        ({ IsKnown: true } left, { IsKnown: true } right) when left.Version < right.Version =>
            Left(field, "the right side's edit was seen last"),
        ({ IsEdit: true } left, { IsKnown: true } right) when IsSince(left, right) =>
            Right(field, "edited on the left since"),
        ({ IsKnown: true } left, { IsEdit: true } right) when IsSince(right, left) =>
            Left(field, "edited on the right since"),
        _ => null,
    };

    // Of two edits over one value the policy decides, also where one has lost already. One over something newer is not
    // given up for it: a loser is newer than what it was made over and than nothing else, and what it lost against
    // would come after it. Where it was carried it is still no match for another over the same value.
    private static bool IsSince(Claim edit, Claim known) => known.IsEdit
        ? edit.Version > known.Version
        : edit.Version >= VersionClock.BeforeLoss(known.Version);

    private static bool HaveMet(in FieldSituation field) =>
        field is { LeftClaim.Version: > VersionClock.Oldest, RightClaim.Version: > VersionClock.Oldest }
        && VersionClock.BeforeLoss(field.LeftClaim.Version) == VersionClock.BeforeLoss(field.RightClaim.Version);

    // What one side shows may be an edit that has to reach the other. It is not forgotten because the other is not
    // shown.
    private static FieldDecision HalfSeen(in FieldSituation field)
    {
        var shown = field.Left.IsAbsent ? field.Right : field.Left;
        var agreed = field.Left.IsAbsent ? field.Base?.Right : field.Base?.Left;
        var edited = agreed is { } known ? IsEdited(field, shown, known, default) : !shown.IsBlank;
        var isBack = field.OneWay == (field.Left.IsAbsent ? Side.Right : Side.Left);
        return shown.IsAbsent || !edited || isBack
            ? new(FieldAction.None, "not contained in the answer, so unknown")
            : new(FieldAction.Await, "changed on one side; the other side's answer does not contain it");
    }

    // A blank of which something was carried before, or was asked about, is a clearing; any other is only a blank.
    private static FieldDecision FirstMerge(in FieldSituation field)
    {
        if (IsOnlyBlank(field, field.Left, field.LeftClaim))
            return Left(field, "first merge: a value beats a blank");
        if (IsOnlyBlank(field, field.Right, field.RightClaim))
            return Right(field, "first merge: a value beats a blank");
        return field.IsOneThing ? Conflict(field) : new(FieldAction.Hold, "first merge: two different values");
    }

    private static bool IsOnlyBlank(in FieldSituation field, FieldValue shown, Claim claim) =>
        shown.IsBlank && !field.IsAsked && (claim.Kind == ClaimKind.None || field.Blanks == BlanksPolicy.Keep);

    private static FieldDecision Merge(in FieldSituation field, (FieldValue Left, FieldValue Right) agreed) =>
        (IsEdited(field, field.Left, agreed.Left, field.LeftClaim),
            IsEdited(field, field.Right, agreed.Right, field.RightClaim)) switch
        {
            (true, true) => Conflict(field),
            (true, false) => Right(field, "edited on the left only"),
            (false, true) => Left(field, "edited on the right only"),
            _ => new(FieldAction.None, "neither side was edited"),
        };

    // A user may well have edited back to what these two once agreed on. A blank in place of what was asked about may
    // hide that, also where they agreed on one.
    private static bool IsEdited(in FieldSituation field, FieldValue shown, FieldValue agreed, Claim claim) =>
        (shown.IsBlank && field.IsAsked)
        || ((claim.IsEdit || !CanonicalForm.Same(field.Comparison, shown, agreed))
            && !(field.Blanks == BlanksPolicy.Keep && shown.IsBlank));

    private static FieldDecision Conflict(in FieldSituation field)
    {
        if (field.Policy.Kind == ConflictKind.Hold)
            return new(FieldAction.Hold, "edited differently on both sides");

        if (field is { Policy.Kind: ConflictKind.Latest, LeftEdit: { } left, RightEdit: { } right })
        {
            // Clocks that disagree may put each edit after the other: then they tell nothing.
            var (leftIsLater, rightIsLater) = (left.IsAfter(right), right.IsAfter(left));
            if (leftIsLater && !rightIsLater)
                return Right(field, "edited on both sides: the left side's edit came last");
            if (rightIsLater && !leftIsLater)
                return Left(field, "edited on both sides: the right side's edit came last");
        }

        return field.Policy.Preferred == Side.Left
            ? Right(field, "edited on both sides: the left side is preferred")
            : Left(field, "edited on both sides: the right side is preferred");
    }

    private static FieldDecision Left(in FieldSituation field, string rule) =>
        new(FieldAction.WriteLeft, rule) { Version = field.RightClaim.Carried };

    private static FieldDecision Right(in FieldSituation field, string rule) =>
        new(FieldAction.WriteRight, rule) { Version = field.LeftClaim.Carried };
}
