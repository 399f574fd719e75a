using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests;

/// <summary>The repository's documents, and short ones made up for a case.</summary>
internal static class Samples
{
    public const string Keap = "youtrack-keap.rst";
    public const string CustomCrm = "youtrack-customcrm.rst";
    public const string PowerOffice = "youtrack-powerofficego.rst";

    public static string[] Files => [CustomCrm, Keap, PowerOffice];

    public static string Text(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dataflows", file));

    public static Document Document(string file) => DocumentReader.Read(file, Text(file)).Document;

    /// <summary>A document of one section between HubSpot Deal and Keap Order; its heading is on line 12.</summary>
    public static string OneSection(string body) => Around(
        $"HubSpot Deal to Keap Order\n--------------------------\n{body.ReplaceLineEndings("\n")}\n");

    public static string Around(string sections) =>
        "==============================\nHubSpot to Keap Dataflow\n==============================\n\n"
        + "Generated: 2024-09-15 00:00:00\n\nIntroduction\n------------\n\nProse.\n\n" + sections;

    /// <summary>A whole section that always creates.</summary>
    public static string Section(string a, string b, string label, string rows = "") =>
        $"{a} to {b}\n{new string('-', a.Length + b.Length + 4)}\nEvery {a} will be synchronized with a {b}.\n\n"
        + $"{Once(a, b)}\n\n{Following(a, b)}\n\n"
        + $"{Table($"{a} Property", $"{b} Property", $"{label} Data Type")}{rows}\n\n";

    public static string Once(string a, string b) =>
        $"Once a link between a {a} and a {b} is established, it will keep in sync between the two systems, "
        + "regardless of where it is edited.";

    public static string Following(string a, string b) =>
        $"The following properties are synchronized between a {a} and a {b}:";

    public static string Table(params string[] header) => ".. list-table::\n   :header-rows: 1\n\n" + Row(header);

    public static string Row(params string[] cells) =>
        "   * - " + string.Join("\n     - ", cells) + "\n";

    public static ReadingResult Read(string text) => DocumentReader.Read("hubspot-keap.rst", text);

    /// <summary>Problems as <c>SLU004 (14,1,66)</c>.</summary>
    public static string[] Places(IEnumerable<Problem> problems) =>
        [.. problems.Select(problem =>
            $"{problem.Code} ({problem.Span.Line},{problem.Span.Column},{problem.Span.Length})")];
}
