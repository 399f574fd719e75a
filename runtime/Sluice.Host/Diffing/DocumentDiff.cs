using Sluice.Specification.Comparison;
using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Host.Diffing;

/// <summary>A document that is not what it was.</summary>
/// <param name="Old">As it was; null where there was none.</param>
/// <param name="New">As it is; null where there is none.</param>
/// <param name="Changes">What changed; never empty.</param>
internal sealed record DocumentDiff(DocumentText? Old, DocumentText? New, IReadOnlyList<DocumentChange> Changes)
{
    private static readonly DocumentChange LayoutOnly = new(
        ChangeClass.Text, "", 1, 1, "Only the layout, the introduction or repetitions changed.");

    /// <summary>The file as a person would name it.</summary>
    public string Path => (New ?? Old!).Path;

    /// <summary>Every document that changed, came or went, in the order of names.</summary>
    public static IReadOnlyList<DocumentDiff> Of(IReadOnlyList<DocumentText> old, IReadOnlyList<DocumentText> now)
    {
        // Two files are compared whatever they are called.
        if (old is [var before] && now is [var after])
            return Of(before, after) is { } only ? [only] : [];

        var (was, isNow) = (ByName(old), ByName(now));
        return
        [
            .. was.Keys.Union(isNow.Keys).Order(StringComparer.Ordinal)
                .Select(name => Of(was.GetValueOrDefault(name), isNow.GetValueOrDefault(name)))
                .OfType<DocumentDiff>(),
        ];
    }

    private static DocumentDiff? Of(DocumentText? old, DocumentText? now)
    {
        if (old?.Text == now?.Text && old?.Name == now?.Name)
            return null;

        var changes = DocumentComparer.Compare(Read(old), Read(now));
        return new(old, now, changes.Count > 0 ? [.. changes] : [LayoutOnly]);
    }

    private static Document? Read(DocumentText? document) =>
        document is null ? null : DocumentReader.Read(document.Name, document.Text).Document;

    private static Dictionary<string, DocumentText> ByName(IEnumerable<DocumentText> documents) =>
        documents.ToDictionary(document => document.Name, StringComparer.Ordinal);
}
