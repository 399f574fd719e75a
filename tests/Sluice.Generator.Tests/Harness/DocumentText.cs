namespace Sluice.Generator.Tests.Harness;

/// <summary>Writes documents for tests, in the form that real ones have.</summary>
internal static class DocumentText
{
    public const string Every = "Every";

    public const string Before = "Before";

    private const string Connected = "connected to a ";

    /// <summary>A creation for records that are connected to one of a list.</summary>
    public static string ConnectedTo(string list) => Connected + list;

    /// <summary>A document of some sections.</summary>
    public static string Of(string source, string target, params string[] sections)
    {
        var title = $"{source} to {target} Dataflow";
        var rule = new string('=', title.Length);
        return $"{rule}\n{title}\n{rule}\n\nGenerated: 2024-07-22 00:00:01\n\nIntroduction\n------------\n\nFor a "
            + $"test.\n\n{string.Join("\n\n", sections)}";
    }

    /// <summary>
    /// Writes the first occurrence of a passage differently; also gives the line, from 1, it begins in.
    /// </summary>
    public static (string Text, int Line) Misspell(string document, string right, string wrong)
    {
        var at = document.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' does not stand in the document.");
        return (document[..at] + wrong + document[(at + right.Length)..], document[..at].Count(one => one == '\n') + 1);
    }

    /// <summary>A section. Rows are cells parted by bars.</summary>
    public static string Section(string source, string target, string creation, string[] rules, string[] fields)
    {
        var heading = $"{source} to {target}";
        var lines = new List<string> { heading, new('-', heading.Length), Creation(source, target, creation), "" };
        if (rules.Length > 0)
        {
            if (creation != Before && !creation.StartsWith(Connected, StringComparison.Ordinal))
                lines.AddRange(
                    $"If a matching {target} already exists, the {source} will be merged with the existing one.",
                    $"If no matching {target} is found, a new {target} will be created.",
                    "");

            lines.AddRange(
                $"A {source} will merge with a {target} if one of the following property combinations match:", "");
            lines.AddRange(Table([$"{source} Property|{target} Property", .. rules]));
            lines.Add("");
        }

        lines.AddRange(
            $"Once a link between a {source} and a {target} is established, it will "
                + "keep in sync between the two systems, "
                + "regardless of where it is edited.",
            "",
            $"The following properties are synchronized between a {source} and a {target}:",
            "");
        lines.AddRange(Table([$"{source} Property|{target} Property|{target.Split(' ')[0]} Data Type", .. fields]));
        return string.Join('\n', lines) + "\n";
    }

    private static string Creation(string source, string target, string creation) => creation switch
    {
        Every => $"Every {source} will be synchronized with a {target}.",
        Before =>
            $"Before any synchronization can take place, a link between a {source} and a {target} must be established.",
        _ when creation.StartsWith(Connected, StringComparison.Ordinal) =>
            Creation(source, target, Before)
                + $"\n\nA new {target} will be created from a {source} if it is {creation} that is synchronized into "
                + $"{target.Split(' ')[0]}.",
        _ => $"{creation}, it  will be synchronized with a {target}.",
    };

    private static IEnumerable<string> Table(string[] rows) =>
    [
        ".. list-table::",
        "   :header-rows: 1",
        "",
        .. rows.Select(row => row.Split('|'))
            .SelectMany(cells => cells.Select((cell, i) => (i == 0 ? "   * - " : "     - ") + cell)),
    ];
}
