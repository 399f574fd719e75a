namespace Sluice.RandomDocuments;

/// <summary>How the two systems are written in one document.</summary>
/// <param name="File">The file's name.</param>
/// <param name="TitleSource">The source in the title.</param>
/// <param name="TitleTarget">The target in the title; it can be blank.</param>
/// <param name="Source">The source in the sections.</param>
/// <param name="Target">The target in the sections; it can be blank.</param>
/// <param name="NeedsTwoSources">Whether only the words that several headings share tell the source's label.</param>
/// <param name="IsOneSystem">Whether source and target are one system.</param>
internal sealed record Labels(
    string File, string TitleSource, string TitleTarget, string Source, string Target, bool NeedsTwoSources,
    bool IsOneSystem)
{
    private static readonly string[][] Systems =
    [
        ["powerofficego", "PowerOffice GO", "PowerOfficeGO", "PowerOfficeGo", "Powerofficego"],
        ["customcrm", "Custom CRM", "CustomCRM", "Customcrm"],
        ["hubspot", "HubSpot", "Hubspot"],
        ["superoffice", "SuperOffice", "Superoffice"],
        ["youtrack", "YouTrack", "Youtrack"],
        ["keap", "Keap"],
        ["bigbooks", "Big Books", "BigBooks"],
        ["crm-24", "CRM-24", "Crm 24"],
    ];

    // Title, slug and section differ in more than case and blanks.
    private static readonly (string Slug, string Title, string Section)[] Odd =
    [
        ("wave", "Wave Financial", "Wave"),
        ("wavefinancial", "Wave Financial", "Wave"),
        ("businesscentral", "Dynamics 365", "MS Business Central"),
        ("dynamics365", "Dynamics 365", "MS Business Central"),
    ];

    public static Labels Any(Dice dice)
    {
        var isOne = dice.Chance(12, DocumentForm.SystemWithItself);
        var (sourceSlug, titleSource, source) = Label(dice, isTarget: false);
        var (targetSlug, titleTarget, target) = isOne
            ? (sourceSlug, titleSource, source)
            : Label(dice, isTarget: true);
        while (!isOne && targetSlug == sourceSlug)
            (targetSlug, titleTarget, target) = Label(dice, isTarget: true);

        if (!isOne && dice.Chance(8, DocumentForm.BlankTargetLabel))
            titleTarget = target = "";
        else if (!isOne && dice.Chance(20, DocumentForm.BlankTargetLabelInSectionsOnly))
            target = "";

        // Where both are one system, the label of the target's header tells the source's.
        var needsTwo = !isOne && Fold(source) != Fold(titleSource) && Fold(source) != Fold(sourceSlug);
        if (needsTwo)
            dice.Forms.Add(DocumentForm.SharedWordsGiveTheSourceLabel);

        return new($"{sourceSlug}-{targetSlug}.rst", titleSource, titleTarget, source, target, needsTwo, isOne);
    }

    private static (string Slug, string Title, string Section) Label(Dice dice, bool isTarget)
    {
        if (dice.Chance(6))
        {
            var odd = dice.Of(Odd);
            dice.Forms.Add(
                isTarget ? DocumentForm.TargetLabelOfItsOwn
                : Fold(odd.Slug) == Fold(odd.Section) ? DocumentForm.SlugGivesTheSourceLabel
                : DocumentForm.TitleLabelOfItsOwn);
            return odd;
        }

        var system = dice.Of(Systems);
        var section = dice.Between(1, system.Length - 1);
        var title = dice.Between(1, system.Length - 1);
        if (title != section)
            dice.Forms.Add(DocumentForm.TitleLabelInAnotherSpelling);

        return (system[0], system[title], system[section]);
    }

    private static string Fold(string label) =>
        label.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
