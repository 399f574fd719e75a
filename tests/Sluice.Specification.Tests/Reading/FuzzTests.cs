using Sluice.Specification.Binding;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;
using Sluice.Specification.Tests.Binding;

namespace Sluice.Specification.Tests.Reading;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Alphabet = "\n\r\t \"[]()*-=:.,_aE\0\uFEFF\uD800\u2028é";

    [Fact]
    public void Reading_and_binding_never_throw_and_reading_points_into_the_text()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var text = Mutate(Samples.Text(Samples.Files[random.Next(3)]), random);
            try
            {
                var reading = DocumentReader.Read("youtrack-keap.rst", text);
                Binder.Bind(reading.Document, Samples.Document(Samples.PowerOffice), Contracts.Schema, Hooks.None);
                var lines = text.ReplaceLineEndings("\n").Count(character => character == '\n') + 2;
                Assert.All(reading.Problems, problem => Assert.InRange(problem.Span.Line, 1, lines));
                Assert.All(reading.Problems, problem => Assert.True(problem.Span is { Column: > 0, Length: >= 0 }));
                Assert.All(reading.Problems, problem =>
                    Assert.Contains(problem.Code, Rules.All.Select(rule => rule.Code)));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}, document {i}:\n{text}", exception);
            }
        }
    }

    [Theory]
    [InlineData("-")]
    [InlineData("A to B\n---\n")]
    [InlineData("   * - a\n")]
    [InlineData("Every A will be synchronized with a B.\n")]
    [InlineData("x (Dependant on having ")]
    public void A_document_of_half_a_million_characters_is_read_in_one_go(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500_000 / unit.Length));

        // Time is not asserted; a reader that is not linear would not come back from this.
        Assert.NotEmpty(DocumentReader.Read("a-b.rst", text).Problems);
    }

    private static string Mutate(string text, Random random)
    {
        for (var edits = random.Next(1, 6); edits > 0 && text.Length > 1; edits--)
        {
            var at = random.Next(text.Length);
            var lines = text.Split('\n').ToList();
            var line = random.Next(lines.Count);
            switch (random.Next(6))
            {
                case 0:
                    text = text.Remove(at, random.Next(1, Math.Min(40, text.Length - at + 1)));
                    break;
                case 1:
                    text = text.Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString());
                    break;
                case 2:
                    text = text[..at];
                    break;
                case 3:
                    lines.RemoveAt(line);
                    text = string.Join('\n', lines);
                    break;
                case 4:
                    lines.Insert(random.Next(lines.Count), lines[line]);
                    text = string.Join('\n', lines);
                    break;
                default:
                    text = text.Remove(at, 1).Insert(at, ((char)random.Next(1, 128)).ToString());
                    break;
            }
        }

        return text;
    }
}
