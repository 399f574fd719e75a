namespace Sluice.Pipeline.Tests;

/// <summary>Random merges of whole records: descriptors, settings, values, bases and marks are all drawn.</summary>
internal sealed class LinkCases
{
    private readonly IReadOnlyList<FieldRule>[] _pairings = new IReadOnlyList<FieldRule>[200];

    /// <summary>Draws the pairings that all links of a run belong to.</summary>
    public LinkCases(Sample sample)
    {
        for (var i = 0; i < _pairings.Length; i++)
            _pairings[i] = Rules(sample);
    }

    public LinkSituation Link(Sample sample)
    {
        var rules = sample.Of<IReadOnlyList<FieldRule>>(_pairings);
        var bases = new List<FieldBase>();
        var marks = new Dictionary<Side, List<Mark>> { [Side.Left] = [], [Side.Right] = [] };
        var (left, right) = (new FieldValue[rules.Count], new FieldValue[rules.Count]);
        for (var i = 0; i < rules.Count; i++)
        {
            var kin = sample.Kin();
            var field = rules[i].Field;
            (left[i], right[i]) = (sample.Value(kin), sample.Value(kin));
            if (sample.Happens(75))
                bases.Add(new(
                    field.Name, sample.Value(kin), sample.Value(kin),
                    sample.Happens(90) ? Mapping.Fingerprint(field) : "another mapping"));
            foreach (var (side, known) in marks)
                if (sample.Happens(40))
                    known.Add(new(
                        new(new("S", "E"), "k"), field.Paths(side)[0], sample.Value(kin), 1 + sample.Below(3),
                        sample.Happens(50)));
        }

        return new(rules, left, right, bases)
        {
            IsOneThing = sample.Happens(30),
            LeftMarks = new(marks[Side.Left], []),
            RightMarks = new(marks[Side.Right], []),
            LeftEdits = [.. rules.Select(_ => MergeCases.Span(sample))],
            RightEdits = [.. rules.Select(_ => MergeCases.Span(sample))],
            Asked = [.. rules.Select(rule => rule.Field.Name).Where(_ => sample.Happens(20))],
        };
    }

    /// <summary>The same fields in another order.</summary>
    public static LinkSituation Permuted(LinkSituation link, int[] order) => link with
    {
        Rules = [.. order.Select(i => link.Rules[i])],
        Left = [.. order.Select(i => link.Left[i])],
        Right = [.. order.Select(i => link.Right[i])],
        Bases = [.. link.Bases.Reverse()],
        LeftEdits = [.. order.Select(i => link.LeftEdits[i])],
        RightEdits = [.. order.Select(i => link.RightEdits[i])],
    };

    /// <summary>The same, seen in a mirror.</summary>
    public static LinkSituation Mirrored(LinkSituation link)
    {
        var rules = link.Rules.Select(rule => rule with
        {
            Field = rule.Field with { Left = rule.Field.Right, Right = rule.Field.Left },
            Policy = rule.Policy with { Preferred = rule.Policy.Preferred.Other() },
        }).ToList();
        var bases =
            from known in link.Bases
            let i = rules.FindIndex(rule => rule.Field.Name == known.Field)
            select Mirrored(known, link.Rules[i].Field, rules[i].Field);
        return new(rules, link.Right, link.Left, [.. bases])
        {
            IsOneThing = link.IsOneThing,
            Asked = link.Asked,
            LeftMarks = link.RightMarks,
            RightMarks = link.LeftMarks,
            LeftEdits = link.RightEdits,
            RightEdits = link.LeftEdits,
        };
    }

    /// <summary>The link as it is when a plan was carried out.</summary>
    public static LinkSituation After(LinkSituation link, MergePlan plan)
    {
        var (left, right) = (link.Left.ToArray(), link.Right.ToArray());
        var bases = link.Bases.ToDictionary(known => known.Field, StringComparer.Ordinal);
        for (var i = 0; i < plan.Decisions.Length; i++)
        {
            var rule = plan.Rules[i];
            if (plan.Decisions[i].Action is not (
                FieldAction.WriteLeft or FieldAction.WriteRight or FieldAction.MoveBase))
                continue;

            if (plan.Decisions[i].Action == FieldAction.WriteLeft)
                left[i] = rule.Comparison.Fit(right[i]);
            if (plan.Decisions[i].Action == FieldAction.WriteRight)
                right[i] = rule.Comparison.Fit(left[i]);
            bases[rule.Field.Name] = new(rule.Field.Name, left[i], right[i], Mapping.Fingerprint(rule.Field));
        }

        return link with { Left = left, Right = right, Bases = [.. bases.Values] };
    }

    private static IReadOnlyList<FieldRule> Rules(Sample sample)
    {
        var fields = new FieldDescriptor[1 + sample.Below(4)];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = new($"field{i}", sample.Of<Canonical>(), [$"left.{i}"], [$"right{i}"], [i])
            {
                Precision = sample.Of<Precision>(),
                Region = sample.Of<string?>([null, "NO"]),
                Order = sample.Of<ListOrder>(),
            };

        var pairing = new PairingDescriptor(
            "a-b/c-d", "a-c.rst", new("A", "B", Creation.Never), new("C", "D", Creation.Never), [], fields)
        {
            Source = sample.Of<Side>(),
        };
        var options = new PipelineOptions { Conflict = sample.Of<ConflictKind>(), Blanks = sample.Of<BlanksPolicy>() };
        if (sample.Happens(30))
            options.Preferred[pairing.Name] = sample.Of<string>(["A", "C", "C D"]);
        if (sample.Happens(50))
            options.Fields[pairing.Name] = new()
            {
                [sample.Of<string>(["*", "field0", "FIELD1"])] = new()
                {
                    Prefer = sample.Of<string?>([null, "a", "C"]),
                    Conflict = sample.Happens(50) ? null : sample.Of<ConflictKind>(),
                    Blanks = sample.Happens(50) ? null : sample.Of<BlanksPolicy>(),
                },
            };

        return new FieldRules(options).Of(pairing);
    }

    private static FieldBase Mirrored(FieldBase known, FieldDescriptor before, FieldDescriptor after) => new(
        known.Field, known.Right, known.Left,
        known.Mapping == Mapping.Fingerprint(before) ? Mapping.Fingerprint(after) : known.Mapping);
}
