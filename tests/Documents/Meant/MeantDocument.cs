namespace Sluice.RandomDocuments.Meant;

/// <summary>What a document says, in the members that <c>sluice check --json</c> prints.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Source">The source label of the title.</param>
/// <param name="Target">The target label of the title.</param>
/// <param name="Generated">The time stamp, with a <c>T</c>.</param>
/// <param name="Flows">Every section.</param>
/// <param name="Problems">What is worth pointing out, in the order of the text.</param>
internal sealed record MeantDocument(
    string File,
    string Source,
    string Target,
    string Generated,
    IReadOnlyList<MeantFlow> Flows,
    IReadOnlyList<MeantProblem> Problems);
