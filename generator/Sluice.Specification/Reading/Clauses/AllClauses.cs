namespace Sluice.Specification.Reading.Clauses;

/// <summary>
/// The clauses in the order in which they are tried. What makes a prose condition one stands in no other sentence,
/// while its prose may begin like any of them, so it is first.
/// </summary>
internal static class AllClauses
{
    public static IReadOnlyList<Clause> InOrder { get; } =
    [
        new ProseCondition(), new Every(), new BeforeAny(), new Connected(), new IfMatching(), new Merge(), new Once(),
        new Following(),
    ];
}
