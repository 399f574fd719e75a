namespace Sluice.RandomDocuments;

/// <summary>A section before it is written.</summary>
/// <param name="Source">The source entity.</param>
/// <param name="Target">The target entity.</param>
/// <param name="Creation">The creation clause, in the words of the JSON.</param>
/// <param name="Condition">The prose of a free-form clause.</param>
/// <param name="IfMatching">Whether a match comes before a creation.</param>
/// <param name="Connected">The names of a conditional clause.</param>
/// <param name="Rules">The match rules; null where there is no merge table.</param>
/// <param name="Rows">The rows of properties.</param>
internal sealed record Section(
    string Source,
    string Target,
    string Creation,
    string? Condition,
    bool IfMatching,
    IReadOnlyList<string> Connected,
    IReadOnlyList<(string Source, string Target)>? Rules,
    IReadOnlyList<Row> Rows)
{
    /// <summary>What makes two sections the same.</summary>
    public string Says => string.Join(
        '\n',
        [
            Creation, Condition ?? "", IfMatching ? "merge" : "", .. Connected, "rules",
            .. Rules?.Select(rule => rule.Source + "\t" + rule.Target) ?? [], "rows", .. Rows.Select(row => row.Says),
        ]);

    public static Section Any(Dice dice, string source, string target)
    {
        var creation = dice.Of<string>(
        [
            ("always", DocumentForm.Every), ("always", DocumentForm.Every), ("link-required", DocumentForm.BeforeAny),
            ("conditional", DocumentForm.Connected), ("free-form", DocumentForm.FreeText),
        ]);
        var creates = creation is "always" or "free-form";
        var rules = dice.Chance(2) ? AnyRules(dice) : null;
        var ifMatching = creates && rules is not null && !dice.Chance(3);
        if (rules is not null)
            dice.Forms.Add(
                creation == "conditional" ? DocumentForm.ConnectedWithMerge
                : creation == "link-required" ? DocumentForm.BeforeAnyWithMerge
                : !ifMatching ? DocumentForm.EveryWithMergeOnly
                : creation == "always" ? DocumentForm.IfMatching
                : DocumentForm.FreeTextWithIfMatching);

        return new(
            source, target, creation, creation == "free-form" ? dice.Of(Names.Conditions) : null, ifMatching,
            creation == "conditional" ? AnyConnected(dice) : [], rules, Row.Any(dice));
    }

    private static List<string> AnyConnected(Dice dice)
    {
        var count = dice.Of<int>(
            [(1, DocumentForm.ConnectedToOne), (2, DocumentForm.ConnectedToTwo), (5, DocumentForm.ConnectedToMany)]);
        return [.. Enumerable.Range(0, count).Select(_ => dice.Of(Names.Connected))];
    }

    private static List<(string Source, string Target)> AnyRules(Dice dice)
    {
        var rules = new List<(string Source, string Target)>();
        for (var count = dice.Between(1, 4); count > 0; count--)
            rules.Add(dice.Between(0, 14) switch
            {
                0 when dice.Chance(1, DocumentForm.BlankSourceMatchCell) => ("", dice.Of(Names.Paths)),
                1 when dice.Chance(1, DocumentForm.BlankTargetMatchCell) => (dice.Of(Names.Paths), ""),
                2 when dice.Chance(1, DocumentForm.BlankMatchRow) => ("", ""),
                3 when dice.Chance(1, DocumentForm.SeveralNamesInMatchCell) => ("ps:P297 ps:P298", "iso.alpha2 code"),
                _ => (dice.Of(Names.Paths), dice.Of(Names.Paths)),
            });

        return rules;
    }
}
