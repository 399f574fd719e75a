using System.Globalization;
using Sluice.Generator.Tests.Harness;
using Sluice.RandomDocuments;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Scale;

/// <summary>
/// A project of a thousand random documents, generated once. Each has a source of its own, targets are shared by many,
/// and some have a reverse.
/// </summary>
public sealed class ManyDocuments
{
    /// <summary>How many there are.</summary>
    public const int Count = 1_000;

    private const int Reverses = 50;

    private readonly Project _project = new(withContracts: false, isTracked: false);

    public ManyDocuments()
    {
        Seed = System.Random.Shared.Next(1_000_000_000);
        Texts = Make(Seed, Count, Reverses);
        Steps = StepStates.Of(() => Full = _project.Documents(Texts).RunOnce());
    }

    /// <summary>What the documents are made from.</summary>
    public int Seed { get; }

    /// <summary>The documents, in the order in which the project has them.</summary>
    internal IReadOnlyList<(string Name, string Text)> Texts { get; }

    /// <summary>What was generated.</summary>
    internal Generation Full { get; private set; } = null!;

    /// <summary>What the steps did for that.</summary>
    internal StepStates Steps { get; }

    /// <summary>The project after that, for a test of its own.</summary>
    internal Project Project() => _project.Copy();

    /// <summary>Random documents, of which some have a reverse, which is among them.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Make(int seed, int count, int reverses)
    {
        var random = Enumerable.Range(0, count - reverses).Select(i => (Number: i, Document: Random(seed, i))).ToList();

        // A slug with a hyphen ends where a title says so, which the reverse that is made here does not.
        var joined = random
            .Select(one => (Name: Name(one.Number, one.Document), one.Document.Meant.Flows[0]))
            .Where(one => one.Name.Count(character => character == '-') == 1)
            .Take(reverses)
            .Select(one => Reverse(one.Name, one.Item2.Source, one.Item2.Target))
            .ToList();
        Assert.Equal(reverses, joined.Count);
        return [.. random.Select(one => (Name(one.Number, one.Document), one.Document.Text)).Concat(joined)];
    }

    /// <summary>Another random document.</summary>
    internal static string Another(int seed) => RandomDocumentMaker.Any(seed).Text;

    /// <summary>The name of the document from the other side: <c>b-a.rst</c> of <c>a-b.rst</c>.</summary>
    internal static string Other(string name)
    {
        var slugs = Path.GetFileNameWithoutExtension(name).Split('-', 2);
        return $"{slugs[1]}-{slugs[0]}.rst";
    }

    private static RandomDocument Random(int seed, int number) => RandomDocumentMaker.Any(unchecked(seed + number));

    private static string Name(int number, RandomDocument document) =>
        string.Create(CultureInfo.InvariantCulture, $"n{number}x{document.FileName}");

    private static (string Name, string Text) Reverse(string name, string source, string target)
    {
        var slugs = Path.GetFileNameWithoutExtension(name).Split('-');
        return (
            Other(name),
            Of(slugs[1], slugs[0], Section(
                $"{slugs[1]} {target}", $"{slugs[0]} {source}", Before, ["name|name"], ["back|back|\"string\""])));
    }
}
