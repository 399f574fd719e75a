using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>Says in words what a flow does.</summary>
internal static class FlowProse
{
    public static string Of(UnitedFlow flow) =>
        $"{Creation(flow.First)}, {Count(flow.Rules.Count, "match rule")}, {Count(flow.Targets.Count, "field")}.";

    public static string Creation(Flow flow) => flow.Creation switch
    {
        CreationKind.Always => "each record gets a counterpart",
        CreationKind.FreeForm => $"records get a counterpart under the condition '{Shown.Of(flow.Condition ?? "")}'",
        CreationKind.Conditional =>
            $"records connected to {Names.List(flow.ConnectedTo)} that is synchronized into "
            + $"'{flow.ConnectedInto}' get a counterpart",
        _ => "nothing is created",
    };

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
