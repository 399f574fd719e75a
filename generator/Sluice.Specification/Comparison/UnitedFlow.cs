using Sluice.Specification.Binding;
using Sluice.Specification.Documents;

namespace Sluice.Specification.Comparison;

/// <summary>What a document says of one pair of entities, in however many sections it says so.</summary>
/// <param name="First">The first section; its creation clause counts.</param>
/// <param name="Rules">The match rules that can match, each once.</param>
/// <param name="Targets">What is filled, each with all that fills it, in the order of the rows.</param>
public sealed record UnitedFlow(Flow First, EquatableArray<MatchRule> Rules, EquatableArray<UnitedTarget> Targets)
{
    /// <summary>The flow in words: <c>YouTrack Users → Keap Contacts</c>.</summary>
    public string Name =>
        $"{First.SourceSystem} {First.Source.Text}".Trim() + " → " + $"{First.TargetSystem} {First.Target.Text}".Trim();

    /// <summary>
    /// What the flow's pairing is called, where contracts call the entities as the document does.
    /// </summary>
    public string Pairing { get; init; } = "";

    /// <summary>The flows of a document, in the order of their first sections.</summary>
    public static EquatableArray<UnitedFlow> Of(Document document) => document.Flows
        .GroupBy(flow => (flow.Source.Text, flow.Target.Text))
        .Select(sections => new UnitedFlow(
            sections.First(), RulesOf(sections), UnitedTarget.Of(sections.SelectMany(section => section.Fields)))
        {
            Pairing = PairingNames.Pair(document, sections.First()),
        })
        .ToEquatableArray();

    private static EquatableArray<MatchRule> RulesOf(IEnumerable<Flow> sections) => sections
        .SelectMany(section => section.MatchRules)
        .Where(rule => rule.Source.Text.Length > 0 && rule.Target.Text.Length > 0)
        .GroupBy(rule => (rule.Source.Text, rule.Target.Text))
        .Select(same => same.First())
        .ToEquatableArray();
}
