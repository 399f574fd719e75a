namespace Sluice.Pipeline.Tests;

/// <summary>The laws of the merge of whole records.</summary>
public sealed class LinkLaws(ITestOutputHelper output)
{
    private const int Cases = 100_000;

    [Fact]
    public void Fixpoint_what_was_carried_out_leaves_only_what_others_have_to_do() => ForAny((link, plan, _) =>
    {
        var again = MergePlanner.Plan(LinkCases.After(link, plan));
        return Each(plan, i => plan.Decisions[i].Action is FieldAction.Hold or FieldAction.Await
            ? again.Decisions[i] == plan.Decisions[i]
            : again.Decisions[i].Action == FieldAction.None);
    });

    [Fact]
    public void Order_fields_are_decided_alike_in_whichever_order() => ForAny((link, plan, sample) =>
    {
        var order = Enumerable.Range(0, link.Rules.Count).ToArray();
        sample.Shuffle(order);
        var other = MergePlanner.Plan(LinkCases.Permuted(link, order));
        return Each(plan, i => other.Decisions[i] == plan.Decisions[order[i]]);
    });

    [Fact]
    public void Mirror_swapping_the_sides_swaps_the_decisions() => ForAny((link, plan, _) =>
    {
        var other = MergePlanner.Plan(LinkCases.Mirrored(link));
        return Each(plan, i => other.Decisions[i].Action == MergeCases.Mirrored(plan.Decisions[i].Action));
    });

    [Fact]
    public void Alone_a_field_is_decided_as_in_company() => ForAny((link, plan, sample) =>
    {
        var i = sample.Below(link.Rules.Count);
        return MergePlanner.Plan(LinkCases.Permuted(link, [i])).Decisions[0] == plan.Decisions[i] ? null : i;
    });

    [Fact]
    public void Nothing_is_invented_a_side_shows_afterwards_what_it_or_the_other_showed_before() =>
        ForAny((link, plan, _) =>
        {
            var after = LinkCases.After(link, plan);
            return Each(plan, i =>
                (after.Left[i] == link.Left[i] || IsSame(link, i, after.Left[i], link.Right[i]))
                && (after.Right[i] == link.Right[i] || IsSame(link, i, after.Right[i], link.Left[i])));
        });

    [Fact]
    public void Agreement_after_a_write_both_sides_are_the_same() => ForAny((link, plan, _) =>
    {
        var after = LinkCases.After(link, plan);
        return Each(plan, i => plan.Decisions[i].Action is not (FieldAction.WriteLeft or FieldAction.WriteRight)
            || IsSame(link, i, after.Left[i], after.Right[i]));
    });

    private static bool IsSame(LinkSituation link, int field, FieldValue left, FieldValue right) =>
        CanonicalForm.Same(link.Rules[field].Comparison, left, right);

    private static int? Each(MergePlan plan, Func<int, bool> holds)
    {
        for (var i = 0; i < plan.Decisions.Length; i++)
            if (!holds(i))
                return i;

        return null;
    }

    // A law answers with the field on which it is broken.
    private void ForAny(Func<LinkSituation, MergePlan, Sample, int?> law)
    {
        LinkCases? cases = null;
        Laws.Hold(output, Cases, sample => Break(law, cases ??= new(sample), sample));
    }

    private static string? Break(
        Func<LinkSituation, MergePlan, Sample, int?> law, LinkCases cases, Sample sample)
    {
        var link = cases.Link(sample);
        var plan = MergePlanner.Plan(link);
        return law(link, plan, sample) is { } i
            ? $"{plan.Decisions[i]} for {link.Rules[i]}: left '{link.Left[i].ToStored()}', right "
                + $"'{link.Right[i].ToStored()}', bases {string.Join("; ", link.Bases)}"
            : null;
    }
}
