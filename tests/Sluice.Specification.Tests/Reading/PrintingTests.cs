using Sluice.RandomDocuments;
using Sluice.Specification.Printing;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

/// <summary>Printing what was read, and reading that again, is the identity.</summary>
public sealed class PrintingTests(ITestOutputHelper output)
{
    private const int Count = 1000;

    [Fact]
    public void A_document_in_the_usual_layout_is_printed_byte_for_byte()
    {
        foreach (var seed in Seeds())
        {
            var document = RandomDocumentMaker.Canonical(seed);
            var reading = DocumentReader.Read(document.FileName, document.Text);

            Assert.Equal(document.Text, Print(document, reading.Document));
        }
    }

    [Fact]
    public void A_document_in_any_layout_says_the_same_when_it_is_printed()
    {
        foreach (var seed in Seeds())
        {
            var document = RandomDocumentMaker.Any(seed);
            var printed = Print(document, DocumentReader.Read(document.FileName, document.Text).Document);
            var again = DocumentReader.Read(document.FileName, printed);

            Assert.Equal(document.Meant.Problems.Select(one => one.Code).Order(StringComparer.Ordinal),
                again.Problems.Select(one => one.Code).Order(StringComparer.Ordinal));
            Assert.Equal(printed, Print(document, again.Document));
        }
    }

    public static TheoryData<string> Files { get; } = new(Samples.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void The_repository_s_documents_are_printed_byte_for_byte(string file)
    {
        var text = Samples.Text(file).ReplaceLineEndings("\n");
        var prose = text.Split('\n')[9];

        Assert.Equal(text, DocumentPrinter.Print(DocumentReader.Read(file, text).Document, prose));
    }

    private static string Print(RandomDocument random, Specification.Documents.Document document) =>
        DocumentPrinter.Print(
            document, random.Introduction, random.Forms.Contains(DocumentForm.IntroductionWithFullStop));

    private IEnumerable<int> Seeds()
    {
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        return Enumerable.Range(first, Count);
    }
}
