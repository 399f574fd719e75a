using System.Globalization;
using Sluice.Generator.Tests.Harness;
using Sluice.RandomDocuments;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Scale;

/// <summary>
/// A project of a thousand random documents, generated once. Each has a source of its own, targets are shared by many,
/// and some have a reverse.
/// </summary>
public sealed class ThousandDocuments
{
    public const int Count = 1_000;

    private const int Reverses = 50;
    private const int Longest = 3_000;
    private readonly Project _project;

    public ThousandDocuments()
    {
        var random = Enumerable.Range(0, int.MaxValue)
            .Select(i => Random(Seed + i, i))
            .Where(one => one.Text.Length <= Longest)
            .Take(Count - Reverses)
            .ToList();

        // A slug with a hyphen ends where a title says so, which a made reverse may not say.
        var reverses = random
            .Where(one => one.Name.Count(character => character == '-') == 1)
            .Take(Reverses)
            .Select(one => Reverse(one.Name, one.Flow))
            .ToList();
        Texts = random.Select(one => (one.Name, one.Text)).Concat(reverses)
            .OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        Reversed = Path.GetFileName(reverses[Reverses / 2].Name);
        _project = new Project(withContracts: false).Documents(Texts);
        Full = _project.RunOnce();
    }

    /// <summary>What all documents are made from.</summary>
    public int Seed { get; } = System.Random.Shared.Next(1_000_000_000);

    /// <summary>The documents, by name.</summary>
    internal IReadOnlyList<(string Name, string Text)> Texts { get; }

    /// <summary>A document that is the reverse of another.</summary>
    internal string Reversed { get; }

    /// <summary>What was generated.</summary>
    internal Generation Full { get; }

    /// <summary>The project after that, for a test of its own.</summary>
    internal Project Project() => _project.Copy();

    /// <summary>The document from the other side: <c>b-a.rst</c> of <c>a-b.rst</c>.</summary>
    internal static string Other(string name)
    {
        var slugs = Path.GetFileNameWithoutExtension(name).Split('-', 2);
        return slugs.Length == 2 ? $"{slugs[1]}-{slugs[0]}.rst" : name;
    }

    /// <summary>A random document under a name that no other has.</summary>
    internal static (string Name, string Text, (string Source, string Target) Flow) Random(int seed, int number)
    {
        var document = RandomDocumentMaker.Any(seed);
        var flow = document.Meant.Flows[0];
        return (
            string.Create(CultureInfo.InvariantCulture, $"n{number}x{document.FileName}"), document.Text,
            (flow.Source, flow.Target));
    }

    private static (string Name, string Text) Reverse(string name, (string Source, string Target) flow)
    {
        var slugs = Path.GetFileNameWithoutExtension(name).Split('-');
        return (
            Other(name),
            Of(slugs[1], slugs[0], Section(
                $"{slugs[1]} {flow.Target}", $"{slugs[0]} {flow.Source}", Before, ["name|name"],
                ["back|back|\"string\""])));
    }
}
