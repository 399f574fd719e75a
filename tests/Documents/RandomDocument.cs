using Sluice.RandomDocuments.Meant;

namespace Sluice.RandomDocuments;

/// <summary>A valid document and what it means.</summary>
/// <param name="Seed">What it was made from: the same seed makes the same document on any machine.</param>
/// <param name="Text">The text.</param>
/// <param name="Introduction">The paragraph of prose in it.</param>
/// <param name="Meant">What a reader has to understand.</param>
/// <param name="Forms">The forms that occur in it.</param>
internal sealed record RandomDocument(
    int Seed, string Text, string Introduction, MeantDocument Meant, IReadOnlySet<DocumentForm> Forms)
{
    public string FileName => Meant.File;
}
