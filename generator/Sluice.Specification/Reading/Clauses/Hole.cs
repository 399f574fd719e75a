using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

/// <summary>What a sentence says in one of its holes.</summary>
internal readonly record struct Hole(string Name, Cell Cell)
{
    /// <summary>Where a sentence names the source: label and entity.</summary>
    public const string A = "A";

    /// <summary>Where a sentence names the target.</summary>
    public const string B = "B";
}
