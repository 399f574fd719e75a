using Sluice.RandomDocuments;
using Sluice.RandomDocuments.Meant;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

/// <summary>What is read is what was meant, for random documents of every form.</summary>
public sealed class RandomDocumentTests(ITestOutputHelper output)
{
    private const int Count = 1500;

    [Fact]
    public void What_is_read_is_what_was_meant()
    {
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        for (var seed = first; seed < first + Count; seed++)
        {
            var document = RandomDocumentMaker.Any(seed);

            var told = Told.Of(DocumentReader.Read(document.FileName, document.Text));

            if (MeantJson.Of(document.Meant) != MeantJson.Of(told)
                || !document.Meant.Problems.SequenceEqual(told.Problems))
                output.WriteLine($"seed {seed}\n{document.Text}");

            Assert.Equal(MeantJson.Of(document.Meant), MeantJson.Of(told));
            Assert.Equal(document.Meant.Problems, told.Problems);
        }
    }

    [Fact]
    public void Random_documents_hold_every_form()
    {
        var forms = Enumerable.Range(1, Count).SelectMany(seed => RandomDocumentMaker.Any(seed).Forms).ToHashSet();

        Assert.Empty(Enum.GetValues<DocumentForm>().Except(forms));
    }

    [Fact]
    public void A_seed_makes_the_same_document_each_time() =>
        Assert.Equal(RandomDocumentMaker.Any(7).Text, RandomDocumentMaker.Any(7).Text);
}
