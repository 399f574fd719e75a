namespace Sluice.Specification.Reading.Clauses;

/// <summary>
/// The clauses in the order in which they are tried: the prose condition takes nearly anything, so it is last.
/// </summary>
internal static class AllClauses
{
    public static IReadOnlyList<Clause> InOrder { get; } =
    [
        new Every(), new BeforeAny(), new Connected(), new IfMatching(), new Merge(), new Once(), new Following(),
        new ProseCondition(),
    ];
}
