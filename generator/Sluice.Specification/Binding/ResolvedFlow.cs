using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>A flow and the contracts of its two ends.</summary>
/// <param name="File">The document it stands in.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Source">The end it reads as its source.</param>
/// <param name="Target">The other end.</param>
/// <param name="Problems">Where to report what is wrong in it.</param>
internal sealed record ResolvedFlow(string File, Flow Flow, End Source, End Target, List<Problem> Problems)
{
    public SideName SourceSide => Source.CompareTo(Target) <= 0 ? SideName.Left : SideName.Right;

    public SideName TargetSide => SourceSide.Other();

    public End Left => SourceSide == SideName.Left ? Source : Target;

    public End Right => SourceSide == SideName.Left ? Target : Source;

    /// <summary>What flows of one pairing have in common.</summary>
    public (string, string, string, string) Pair => (Left.Slug, Left.Entity.Name, Right.Slug, Right.Entity.Name);

    public void Report(Rule rule, DocumentSpan span, string message) => Problems.Add(rule.At(span, message));
}
