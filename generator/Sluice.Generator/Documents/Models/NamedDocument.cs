using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Problems;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a document means, beside all others.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Pairings">The pairings it emits.</param>
/// <param name="Open">What it needs of entities that no contract answers to.</param>
/// <param name="Problems">What is wrong in it, in the order of its text.</param>
internal sealed record NamedDocument(
    string Path, EquatableArray<NamedPairing> Pairings, EquatableArray<OpenContract> Open,
    EquatableArray<Problem> Problems)
{
    /// <summary>A document without the pairings whose names belong to others.</summary>
    public static NamedDocument Of(BoundDocument document, NameIndex names)
    {
        var pairings = new List<NamedPairing>();
        var conflicts = new List<Problem>();
        foreach (var pairing in document.Pairings)
            if (names.Conflict(document.Path, pairing) is { } conflict)
                conflicts.Add(conflict);
            else
                pairings.Add(new(pairing, FileMark.Of(names.Twins(pairing))));

        return new(
            document.Path,
            pairings.ToEquatableArray(),
            document.Open,
            conflicts.Count == 0 ? document.Problems : document.Problems.Concat(conflicts).InTextOrder());
    }
}
