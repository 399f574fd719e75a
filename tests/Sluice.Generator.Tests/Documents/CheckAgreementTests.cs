using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Tests.Harness;
using Sluice.RandomDocuments;

namespace Sluice.Generator.Tests.Documents;

/// <summary>What <c>sluice check</c> says of damaged documents is what the build says, in the same words.</summary>
public sealed class CheckAgreementTests(ITestOutputHelper output)
{
    private const int Each = 25;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_and_the_build_say_the_same_of_damaged_documents()
    {
        var seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seed {seed}");
        var dice = new Dice(seed);
        var folder = Directory.CreateTempSubdirectory("sluice-agreement-");
        try
        {
            var files = new List<string>();
            foreach (var path in Directory.GetFiles(Compilations.Folder("spec/dataflows"), "*.rst")
                .Order(StringComparer.Ordinal))
            {
                var text = await File.ReadAllTextAsync(path, Token);
                for (var i = 0; i < Each; i++)
                {
                    var own = folder.CreateSubdirectory($"{files.Count}").FullName;
                    files.Add(Path.Combine(own, Path.GetFileName(path)));
                    await File.WriteAllTextAsync(files[^1], i == 0 ? text : Damage.Some(text, dice, 3), Token);
                }
            }

            for (var i = 0; i < 2 * Each; i++)
            {
                var document = RandomDocumentMaker.Any(seed + i);
                files.Add(Path.Combine(folder.CreateSubdirectory($"random-{i}").FullName, document.FileName));
                await File.WriteAllTextAsync(files[^1], document.Text, Token);
            }

            var said = await CheckAsync(files);

            Assert.Equal(files.Count, said.Count);
            foreach (var (file, checkedProblems) in files.Zip(said))
                Assert.Equal(await BuiltAsync(file), checkedProblems);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task In_each_folder_a_document_has_its_own_reverse()
    {
        var folder = Directory.CreateTempSubdirectory("sluice-agreement-");
        try
        {
            var files = new List<string>();
            foreach (var (name, back) in new[] { ("first", "name"), ("second", "other"), ("third", "name") })
            {
                var own = folder.CreateSubdirectory(name).FullName;
                files.AddRange(Path.Combine(own, "ab-cd.rst"), Path.Combine(own, "cd-ab.rst"));
                await File.WriteAllTextAsync(
                    files[^2], OneRow("Ab", "Cd", """name|title|["replace"," ","", ["string", "_."]]"""), Token);
                await File.WriteAllTextAsync(files[^1], OneRow("Cd", "Ab", $"title|{back}|\"string\""), Token);
            }

            var said = await CheckAsync(files);

            Assert.Equal(files.Count, said.Count);
            foreach (var (file, checkedProblems) in files.Zip(said))
                Assert.Equal(await BuiltAsync(file), checkedProblems);

            Assert.Equal(
                [false, true, false],
                new[] { said[0], said[2], said[4] }.Select(one => one.Contains("SLU038", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string OneRow(string source, string target, string row) => DocumentText.Of(
        source, target,
        DocumentText.Section($"{source} Orders", $"{target} Orders", DocumentText.Before, ["id|id"], [row]));

    // A folder is a project.
    private static async Task<string> BuiltAsync(string file)
    {
        var name = Path.GetFileName(file);
        var project = Project.OfRepository();
        foreach (var given in Directory.GetFiles(Compilations.Folder("spec/dataflows"), "*.rst"))
            project.Without(Path.GetFileName(given));

        foreach (var one in Directory.GetFiles(Path.GetDirectoryName(file)!))
            project.Document(Path.GetFileName(one), await File.ReadAllTextAsync(one, Token));

        var generation = project.Run();
        return string.Join('\n', generation.Result.Diagnostics
            .Where(problem => problem.Location.GetLineSpan().Path == "/documents/" + name)
            .Select(Built).Order(StringComparer.Ordinal));
    }

    private static string Built(Diagnostic problem)
    {
        var span = problem.Location.GetLineSpan().Span;
        return Line(
            problem.Id, problem.Severity == DiagnosticSeverity.Info ? "information" : problem.Severity.ToString(),
            span.Start.Line + 1, span.Start.Character + 1, span.End.Character - span.Start.Character,
            problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    // One line a document, in the order in which they were named; one problem a line in each.
    private static async Task<List<string>> CheckAsync(IReadOnlyList<string> files)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "sluice.dll"), "check", "--json", .. files])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
            said.Add(string.Join('\n', JsonNode.Parse(line)!["problems"]!.AsArray().Select(problem => Line(
                (string)problem!["code"]!, (string)problem["severity"]!, (int)problem["line"]!, (int)problem["column"]!,
                (int)problem["length"]!, (string)problem["message"]!)).Order(StringComparer.Ordinal)));

        await process.WaitForExitAsync(Token);
        return said;
    }

    private static string Line(string code, string severity, int line, int column, int length, string message) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"({line},{column},{length}) {severity.ToUpperInvariant()} {code} {message}");
}
