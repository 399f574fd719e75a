namespace Sluice.Specification.Documents;

/// <summary>One dataflow document, as written: nothing is united, dropped or resolved.</summary>
/// <param name="FileName">The file's name without folders: <c>youtrack-keap.rst</c>.</param>
/// <param name="SourceSlug">The source system's identity, from the file name, in lower case.</param>
/// <param name="TargetSlug">The target system's identity, likewise.</param>
/// <param name="SourceLabel">The source system as the title writes it; the slug where there is no title.</param>
/// <param name="TargetLabel">The target system as the title writes it, which can be blank.</param>
/// <param name="Generated">
/// The time stamp as written, <c>2024-09-15 00:00:00</c>; null where it is missing or unreadable.
/// </param>
/// <param name="Flows">Every section, in order.</param>
public sealed record Document(
    string FileName,
    string SourceSlug,
    string TargetSlug,
    string SourceLabel,
    string TargetLabel,
    string? Generated,
    EquatableArray<Flow> Flows);
