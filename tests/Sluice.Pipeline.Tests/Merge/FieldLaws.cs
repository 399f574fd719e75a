namespace Sluice.Pipeline.Tests;

/// <summary>The laws of the merge of one field. A law says what breaks it, and null where it holds.</summary>
public sealed class FieldLaws(ITestOutputHelper output)
{
    private const int Cases = 500_000;

    [Fact]
    public void Fixpoint_what_was_carried_out_leaves_nothing_to_do() => ForAny(static field =>
    {
        var decided = FieldMerge.Decide(field);
        var after = decided.Action switch
        {
            FieldAction.WriteLeft => field with { Left = field.Right, Base = (field.Right, field.Right) },
            FieldAction.WriteRight => field with { Right = field.Left, Base = (field.Left, field.Left) },
            FieldAction.MoveBase => field with { Base = (field.Left, field.Right) },
            _ => field,
        };
        var again = FieldMerge.Decide(after);
        return decided.Action is FieldAction.None or FieldAction.Hold or FieldAction.Await
            ? again == decided
            : again.Action == FieldAction.None;
    });

    [Fact]
    public void Mirror_swapping_the_sides_swaps_the_decision() => ForAny(static field =>
        FieldMerge.Decide(MergeCases.Mirrored(field)).Action
            == MergeCases.Mirrored(FieldMerge.Decide(field).Action));

    [Fact]
    public void Silence_what_is_equal_in_canonical_form_is_never_written() => ForAny(static field =>
        field.Left.IsAbsent || !CanonicalForm.Same(field.Comparison, field.Left, field.Right)
        || FieldMerge.Decide(field).Action is FieldAction.None or FieldAction.MoveBase);

    [Fact]
    public void Absence_what_is_not_shown_changes_nothing() => ForAny(static field =>
        !(field.Left.IsAbsent || field.Right.IsAbsent)
        || FieldMerge.Decide(field).Action is FieldAction.None or FieldAction.Await);

    [Fact]
    public void One_way_the_source_is_never_written_and_its_edit_always_reaches_the_target() => ForAny(static field =>
    {
        var decided = FieldMerge.Decide(field with { OneWay = Side.Right });
        var mirrored = FieldMerge.Decide(MergeCases.Mirrored(field) with { OneWay = Side.Left });
        if (decided.Action == FieldAction.WriteLeft || mirrored.Action == FieldAction.WriteRight
            || (decided.Action == FieldAction.WriteRight) != (mirrored.Action == FieldAction.WriteLeft))
            return false;

        return !IsSeen(field) || !IsUncarried(field) || field.Base is null || IsSame(field)
            || Edited(field).Left == (decided.Action == FieldAction.WriteRight)
            || (field.Blanks == BlanksPolicy.Keep && field.Left.IsBlank);
    });

    [Fact]
    public void Unsettled_nothing_is_copied_to_or_from_a_side_that_may_hide_our_own_write_and_nothing_is_forgotten() =>
        ForAny(static field =>
        {
            var sent = field.Base?.Right ?? field.Left;
            var hidden = field with { RightSent = sent };
            return FieldMerge.Decide(hidden).Action == FieldAction.Await
                && FieldMerge.Decide(MergeCases.Mirrored(hidden)).Action == FieldAction.Await
                && FieldMerge.Decide(hidden with { LeftSent = sent }).Action == FieldAction.Await;
        });

    [Fact]
    public void One_edit_reaches_the_other_side_be_it_a_value_or_a_clearing() => ForAny(static field =>
    {
        if (!IsSeen(field) || !IsUncarried(field) || field.Base is null || IsSame(field))
            return true;

        var (left, right) = Edited(field);
        return left == right
            || FieldMerge.Decide(field).Action
                == Cleared(field, left ? FieldAction.WriteRight : FieldAction.WriteLeft);
    });

    [Fact]
    public void No_edit_no_write() => ForAny(static field =>
        !IsSeen(field) || !IsUncarried(field) || field.Base is null || Edited(field) != (false, false)
        || FieldMerge.Decide(field).Action is FieldAction.None or FieldAction.MoveBase);

    [Fact]
    public void Two_edits_are_decided_by_the_policy_and_by_nothing_else() => ForAny(static field =>
        !IsSeen(field) || !IsUncarried(field) || field.Base is null || IsSame(field) || Edited(field) != (true, true)
        || FieldMerge.Decide(field).Action == Cleared(field, Policy(field)));

    [Fact]
    public void Versions_the_later_of_two_that_were_carried_reaches_the_other_side_whatever_the_policy() =>
        ForAny(static field =>
            !IsSeen(field) || IsSame(field) || !field.LeftClaim.IsKnown || !field.RightClaim.IsKnown
            || field.LeftClaim.Version == field.RightClaim.Version || field is { Base: null, IsOneThing: false }
            || FieldMerge.Decide(field).Action == Cleared(
                field, field.LeftClaim.Version > field.RightClaim.Version
                    ? FieldAction.WriteRight
                    : FieldAction.WriteLeft));

    [Fact]
    public void Versions_what_was_edited_since_both_held_one_edit_reaches_the_other_side() => ForAny(static field =>
        !IsSeen(field) || IsSame(field) || field.LeftClaim.Version <= VersionClock.Oldest
        || field.LeftClaim.Version != field.RightClaim.Version
        || !(field.LeftClaim.IsKnown || field.RightClaim.IsKnown)
        || !(field.LeftClaim.Kind == ClaimKind.Fresh || field.RightClaim.Kind == ClaimKind.Fresh)
        || field.LeftClaim.Kind == ClaimKind.Overruled || field.RightClaim.Kind == ClaimKind.Overruled
        || FieldMerge.Decide(field).Action == Cleared(
            field, field.LeftClaim.Kind == ClaimKind.Fresh ? FieldAction.WriteRight : FieldAction.WriteLeft));

    [Fact]
    public void Versions_one_that_lost_and_one_over_no_later_are_decided_by_the_policy() => ForAny(static field =>
        !IsSeen(field) || IsSame(field) || field.Base is null
        || (field.LeftClaim.Kind, field.RightClaim.Kind) != (ClaimKind.Overruled, ClaimKind.Fresh)
        || field.LeftClaim.Version < field.RightClaim.Version
        || (field.Blanks == BlanksPolicy.Keep && (field.Left.IsBlank || field.Right.IsBlank))
        || FieldMerge.Decide(field).Action == Cleared(field, Policy(field)));

    [Fact]
    public void Versions_one_that_lost_gives_way_to_one_over_a_later_whatever_the_policy() => ForAny(static field =>
        !IsSeen(field) || IsSame(field) || field is { Base: null, IsOneThing: false }
        || (field.LeftClaim.Kind, field.RightClaim.Kind) != (ClaimKind.Overruled, ClaimKind.Fresh)
        || field.LeftClaim.Version >= field.RightClaim.Version
        || FieldMerge.Decide(field).Action == Cleared(field, FieldAction.WriteLeft));

    [Fact]
    public void Versions_one_that_lost_reaches_whoever_shows_what_it_was_made_over_whatever_the_policy() =>
        ForAny(static field =>
            !IsSeen(field) || IsSame(field) || field is { Base: null, IsOneThing: false }
            || field.LeftClaim.Kind != ClaimKind.Overruled
            || field.RightClaim.Kind is not (ClaimKind.Own or ClaimKind.Copy)
            || field.LeftClaim.Version != field.RightClaim.Version
            || FieldMerge.Decide(field).Action == Cleared(field, FieldAction.WriteRight));

    [Fact]
    public void Versions_one_that_lost_is_carried_as_later_than_what_it_was_made_over_and_than_nothing_else() =>
        ForAny(static field => field.LeftClaim.Kind != ClaimKind.Overruled
            || FieldMerge.Decide(field) is not { Action: FieldAction.WriteRight, Version: var version }
            || version == VersionClock.AfterLoss(field.LeftClaim.Version));

    [Fact]
    public void Versions_one_that_lost_and_was_carried_gives_way_to_another_over_the_same_whatever_the_policy() =>
        ForAny(static field =>
            !IsSeen(field) || IsSame(field) || field is { Base: null, IsOneThing: false }
            || (field.LeftClaim.Kind, field.RightClaim.Kind) != (ClaimKind.Fresh, ClaimKind.Copy)
            || field.RightClaim.Version != VersionClock.AfterLoss(field.LeftClaim.Version)
            || FieldMerge.Decide(field).Action == Cleared(field, FieldAction.WriteRight));

    [Fact]
    public void Versions_what_a_person_decided_against_gives_way_to_all_else_but_a_mere_blank_whatever_the_policy() =>
        ForAny(static field =>
            !IsSeen(field) || IsSame(field) || field.LeftClaim.Kind != ClaimKind.DecidedAgainst
            || field.RightClaim.Kind == ClaimKind.DecidedAgainst
            || (field.Right.IsBlank
                && ((field.RightClaim.Kind == ClaimKind.None && !field.IsAsked)
                    || field.Blanks == BlanksPolicy.Keep))
            || FieldMerge.Decide(field).Action == FieldAction.WriteLeft);

    [Fact]
    public void Versions_what_a_person_decided_against_is_carried_as_the_oldest_of_all() => ForAny(static field =>
        field.LeftClaim.Kind != ClaimKind.DecidedAgainst
        || FieldMerge.Decide(field) is not { Action: FieldAction.WriteRight, Version: not VersionClock.Oldest });

    [Fact]
    public void Strangers_two_different_values_that_never_agreed_are_a_persons_to_decide() => ForAny(static field =>
        field.Base is not null || field.IsOneThing || !IsUncarried(field) || IsSame(field)
        || ((field.Left.IsBlank || field.Right.IsBlank) && !(field.IsAsked && IsSeen(field)))
        || FieldMerge.Decide(field).Action == FieldAction.Hold);

    [Fact]
    public void Blanks_that_are_kept_never_stand_where_a_value_stood() => ForAny(static field =>
        field.Blanks != BlanksPolicy.Keep || FieldMerge.Decide(field).Action switch
        {
            FieldAction.WriteLeft => !field.Right.IsBlank || field.Left.IsBlank,
            FieldAction.WriteRight => !field.Left.IsBlank || field.Right.IsBlank,
            _ => true,
        });

    [Fact]
    public void A_rule_is_always_given() => ForAny(static field => FieldMerge.Decide(field).Rule.Length > 0);

    private void ForAny(Func<FieldSituation, bool> law) => Laws.Hold(output, Cases, sample =>
    {
        var field = MergeCases.Field(sample);
        return law(field) ? null : $"{FieldMerge.Decide(field)} for {Told(field)}";
    });

    private static bool IsSeen(in FieldSituation field) => !field.Left.IsAbsent && !field.Right.IsAbsent;

    private static bool IsUncarried(in FieldSituation field) =>
        (field.LeftClaim.Kind, field.RightClaim.Kind) == (ClaimKind.None, ClaimKind.None);

    private static bool IsSame(in FieldSituation field) =>
        CanonicalForm.Same(field.Comparison, field.Left, field.Right);

    private static (bool Left, bool Right) Edited(in FieldSituation field) => (
        IsEdit(field, field.Left, field.Base!.Value.Left), IsEdit(field, field.Right, field.Base.Value.Right));

    private static bool IsEdit(in FieldSituation field, FieldValue shown, FieldValue agreed) => shown.IsBlank
        ? field.IsAsked
            || (field.Blanks == BlanksPolicy.Clear && !CanonicalForm.Same(field.Comparison, shown, agreed))
        : !CanonicalForm.Same(field.Comparison, shown, agreed);

    // The policy as the page tells it, apart from the code that carries it out.
    private static FieldAction Policy(in FieldSituation field)
    {
        if (field.Policy.Kind == ConflictKind.Hold)
            return FieldAction.Hold;

        var wins = field.Policy.Preferred;
        if (field.Policy.Kind == ConflictKind.Latest && field is { LeftEdit: { } left, RightEdit: { } right })
            wins = (left.After >= right.NotLaterThan, right.After >= left.NotLaterThan) switch
            {
                (true, false) => Side.Left,
                (false, true) => Side.Right,
                _ => wins,
            };

        return wins == Side.Left ? FieldAction.WriteRight : FieldAction.WriteLeft;
    }

    // What a policy lets win is not written where a blank is kept from clearing.
    private static FieldAction Cleared(in FieldSituation field, FieldAction action)
    {
        var (from, to) = action == FieldAction.WriteRight ? (field.Left, field.Right) : (field.Right, field.Left);
        return field.Blanks == BlanksPolicy.Keep && action != FieldAction.Hold && from.IsBlank && !to.IsBlank
            ? FieldAction.None
            : action;
    }

    private static string Told(in FieldSituation field) =>
        $"left '{field.Left.ToStored()}', right '{field.Right.ToStored()}', base '{field.Base?.Left.ToStored()}' and "
            + $"'{field.Base?.Right.ToStored()}': {field}";
}
