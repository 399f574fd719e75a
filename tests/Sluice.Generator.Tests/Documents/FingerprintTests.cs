using Sluice.Generator.Tests.Harness;
using Sluice.Pipeline;
using Sluice.Specification.Comparison;
using Sluice.Specification.Reading;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>
/// F49: what a document says of data and identity makes its pairing wait for an approval, and nothing else does.
/// </summary>
public sealed class FingerprintTests
{
    private const string Class = "Sluice.Flows.DeltaGamma.ReadingsMeasures";
    private const string Part = "[\"slice\", 0, 3, \"_.\"]";
    private const string Dependent = "text (Dependant on having NO in country)|note|\"string\"";

    public static TheoryData<string, ChangeClass, string[], string[]> Rows => new()
    {
        { "another data type", ChangeClass.Data, ["text|note|\"string\""], [$"text|note|{Part}"] },
        {
            "another constant", ChangeClass.Data,
            ["text|note|[\"if-null\", \"_.\", \"a\"]"], ["text|note|[\"if-null\", \"_.\", \"b\"]"]
        },
        { "a new row", ChangeClass.Data, [], ["text|note|\"string\""] },
        { "a row that is gone", ChangeClass.Data, ["text|note|\"string\""], [] },
        { "another source", ChangeClass.Data, ["text|note|\"string\""], ["country|note|\"string\""] },
        { "another target", ChangeClass.Data, ["text|note|\"string\""], ["text|country|\"string\""] },
        { "a dependency", ChangeClass.Data, ["text|note|\"string\""], [Dependent] },
        {
            "another value to depend on", ChangeClass.Data,
            [Dependent], ["text (Dependant on having SE in country)|note|\"string\""]
        },
        {
            "a dependency that changed sides", ChangeClass.Data,
            ["note (Dependant on having NO in country)|note|\"string\""],
            ["note|note (Dependant on having NO in country)|\"string\""]
        },
        {
            "another preference", ChangeClass.Data,
            ["text|note|\"string\"", "country|note|\"string\""], ["country|note|\"string\"", "text|note|\"string\""]
        },
        {
            "another preference of one path with and without a dependency", ChangeClass.Data,
            ["text|note|\"string\"", Dependent], [Dependent, "text|note|\"string\""]
        },
        {
            "another order of targets", ChangeClass.Shape,
            ["text|note|\"string\"", "country|country|\"string\""],
            ["country|country|\"string\"", "text|note|\"string\""]
        },
        {
            "a repeated row", ChangeClass.Text,
            ["text|note|\"string\""], ["text|note|\"string\"", "text|note|\"string\""]
        },
        { "another notation", ChangeClass.Text, [$"text|note|{Part}"], ["text|note|[\"slice\",0,3,\"_.\"]"] },
    };

    public static TheoryData<string, ChangeClass, string, string> Sections => new()
    {
        { "a creation", ChangeClass.Identity, Forward(), Forward(Every) },
        { "a condition", ChangeClass.Identity, Forward("When it is big"), Forward("When it is small") },
        { "a match rule", ChangeClass.Identity, Forward(), Forward(Before, "text|text") },
        { "another match rule", ChangeClass.Identity, Forward(Before, "text|text"), Forward(Before, "text|note") },
        {
            "another match rule through a list", ChangeClass.Identity,
            Forward(Before, "phones.number|text"), Forward(Before, "phones.name|text")
        },
        {
            "another value that a match rule depends on", ChangeClass.Identity,
            Forward(Before, "phones.number (Dependant on having home in phones.name)|text"),
            Forward(Before, "phones.number (Dependant on having work in phones.name)|text")
        },
        {
            "another order of match rules", ChangeClass.Shape,
            Forward(Before, "text|text", "note|note"), Forward(Before, "note|note", "text|text")
        },
    };

    public static TheoryData<string, ChangeClass, string[]?, string[]> Reverses => new()
    {
        { "a reverse flow that makes the other side win", ChangeClass.Identity, null, [] },
        { "a way back for what had none", ChangeClass.Data, [], ["note|text|\"string\""] },
        {
            "a way back to one more source", ChangeClass.Data,
            ["note|text|\"string\""], ["note|text|\"string\"", "note|country|\"string\""]
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void F49_A_row_asks_for_an_approval_where_it_carries_something_else(
        string what, ChangeClass expected, string[] before, string[] now) => Check(
        what, expected, Gamma(Section("Gamma Measures", "Delta Readings", Before, [], before)),
        Gamma(Section("Gamma Measures", "Delta Readings", Before, [], now)));

    [Theory]
    [MemberData(nameof(Sections))]
    public void F49_A_clause_or_rule_asks_for_an_approval_and_the_order_of_rules_does_not(
        string what, ChangeClass expected, string before, string now) =>
        Check(what, expected, Gamma(before), Gamma(now));

    [Theory]
    [MemberData(nameof(Reverses))]
    public void F49_A_reverse_document_that_says_something_else_asks_for_an_approval(
        string what, ChangeClass expected, string[]? before, string[] now)
    {
        var forward = Section(
            "Gamma Measures", "Delta Readings", Before, [], [$"text|note|{Part}", $"country|note|{Part}"]);
        Check(what, expected, Both(before), Both(now));

        Dictionary<string, string> Both(string[]? rows)
        {
            var documents = Gamma(forward);
            documents["delta-gamma.rst"] = rows is null
                ? Of("Delta", "Gamma", Section("Delta Others", "Gamma Others", Before, [], []))
                : Of(
                    "Delta", "Gamma", Section("Delta Others", "Gamma Others", Before, [], []),
                    Section("Delta Readings", "Gamma Measures", Before, [], rows));
            return documents;
        }
    }

    [Fact]
    public void A_time_stamp_and_an_introduction_mean_nothing()
    {
        var before = Gamma(Forward());
        Check(
            "a time stamp", ChangeClass.Text, before,
            before.ToDictionary(one => one.Key, one => one.Value
                .Replace("2024-07-22", "2025-07-22", StringComparison.Ordinal)
                .Replace("For a test", "Of no meaning", StringComparison.Ordinal)));
    }

    private static void Check(
        string what, ChangeClass expected, Dictionary<string, string> before, Dictionary<string, string> now)
    {
        var changes = now.Keys.SelectMany(name => DocumentComparer.Compare(
            DocumentReader.Read(name, before[name]).Document, DocumentReader.Read(name, now[name]).Document)).ToList();
        var kind = changes.Count == 0 ? ChangeClass.Text : changes.Max(change => change.Class);
        Assert.Equal((what, expected), (what, kind));
        Assert.All(
            changes.Where(change => change.Flow.Contains("Readings", StringComparison.Ordinal)),
            change => Assert.Equal("delta-readings/gamma-measures", change.Pairing));

        Assert.Equal((what, expected >= ChangeClass.Data), (what, Fingerprint(before) != Fingerprint(now)));
    }

    private static string Fingerprint(Dictionary<string, string> documents)
    {
        var project = new Project();
        foreach (var (name, text) in documents)
            project.Document(name, text);

        return Mapping.Fingerprint(project.Run().Load(Class).Descriptor);
    }

    private static string Forward(string creation = Before, params string[] rules) =>
        Section("Gamma Measures", "Delta Readings", creation, rules, ["text|note|\"string\""]);

    private static Dictionary<string, string> Gamma(string section) =>
        new(StringComparer.Ordinal) { ["gamma-delta.rst"] = Of("Gamma", "Delta", section) };
}
