using Sluice.RandomDocuments;
using Sluice.Specification.Comparison;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Comparison;

public sealed class DocumentComparerTests(ITestOutputHelper output)
{
    private const string Linked =
        "Before any synchronization can take place, a link between a HubSpot Deal and a Keap Order must be "
        + "established.";

    private static readonly string Every = "Every HubSpot Deal will be synchronized with a Keap Order.";

    private static readonly string Connected =
        Linked + "\n\nA new Keap Order will be created from a HubSpot Deal "
        + "if it is connected to a HubSpot Contacts, or Orders "
        + "that is synchronized into Keap.";

    private static readonly string Text = Samples.Around(
        Samples.Section(
            "HubSpot Deal", "Keap Order", "Keap",
            Samples.Row("name", "title", "\"string\"") + Samples.Row("label", "title", "\"string\"")
            + Samples.Row("sum", "total", "N/A"))
            .Replace(
                "Once", "A HubSpot Deal will merge with a Keap Order if one of the following property combinations "
                    + "match:\n\n" + Samples.Table("HubSpot Deal Property", "Keap Order Property")
                    + Samples.Row("id", "order_id") + Samples.Row("no", "order_no") + "\nOnce")
        + Samples.Section("HubSpot Line", "Keap Item", "Keap"));

    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { Every, Linked, "Identity 14 14 Creation: nothing is created now; each record gets a counterpart before." },
        { Every, "When it is won, it  will be synchronized with a Keap Order.",
            "Identity 14 14 Creation: records get a counterpart under the condition 'When it is won' now" },
        { Every, Connected, "Identity 14 14 Creation: records connected to 'Contacts', 'Orders'" },
        { "- id\n", "- ids\n",
            "Identity - 23 Records match by 'ids' = 'order_id' now.|Identity 23 - Records no longer" },
        { "   * - no\n     - order_no\n", "", "Identity 25 - Records no longer match by 'no' = 'order_no'." },
        { "   * - name\n     - title\n     - \"string\"\n", "",
            "Data 38 38 'title' is filled from 'label' now, in this order of preference; before it was 'name', " },
        { "   * - sum\n     - total\n     - N/A\n", "", "Data 44 - 'total' is no longer filled from 'sum'." },
        { "- total\n", "- totals\n",
            "Data - 44 'totals' is filled from 'sum' ('N/A') now.|Data 44 - 'total' is no longer filled" },
        { "- N/A", "- \"decimal\"", "Data 44 44 The data type of 'total' is '\"decimal\"' now; before it was 'N/A'." },
        { "- sum\n", "- sum (Dependant on having NO in type)\n",
            "Data 44 44 'total' is filled from 'sum (Dependant on having NO in type)' now" },
        { "- N/A", "- nonsense", "Data 44 44 The data type of 'total' is 'nonsense' now" },
        { "     - \"string\"", "     - [\"string\", \"_.\"]",
            "Text 38 38 The data type of 'title' is written in another way and means the same." },
        { "2024-09-15", "2024-09-16", "Text 1 1 The time stamp is 2024-09-16 00:00:00 now, and was 2024-09-15" },
        { "to Keap Dataflow", "to KEAP Dataflow", "Shape 1 1 The title names the systems 'HubSpot' and 'KEAP' now" },
        { "HubSpot Line", "HubSpot line", "Shape 49 49 The flow was written 'HubSpot Line → Keap Item' before." },
        { "HubSpot Line", "HubSpot Thing",
            "Identity - 49 The flow is new: each record gets a counterpart, 0 match rules, 0 fields.|"
            + "Identity 49 - The flow is gone" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_is_told_by_what_it_touches(string from, string to, string changes)
    {
        Assert.Contains(from, Text, StringComparison.Ordinal);

        var said = Compare(Text, Text.Replace(from, to));

        var expected = changes.Split('|');
        Assert.Equal(expected.Length, said.Count);
        Assert.All(expected.Zip(said), pair =>
            Assert.StartsWith(pair.First, Line(pair.Second), StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_different_targets_and_sections_may_change_places()
    {
        var rows = Text
            .Replace("   * - sum\n     - total\n     - N/A\n", "")
            .Replace("   * - name", "   * - sum\n     - total\n     - N/A\n   * - name");
        var rules = Text.Replace("   * - id\n     - order_id\n   * - no\n     - order_no\n",
            "   * - no\n     - order_no\n   * - id\n     - order_id\n");
        var cut = Text.IndexOf("HubSpot Line", StringComparison.Ordinal);
        var sections = Samples.Around(Text[cut..] + Text[Text.IndexOf("HubSpot Deal", StringComparison.Ordinal)..cut]);

        Assert.Equal([ChangeClass.Shape], Compare(Text, rows).Select(change => change.Class));
        Assert.Equal([ChangeClass.Shape], Compare(Text, rules).Select(change => change.Class));
        Assert.Equal([ChangeClass.Shape], Compare(Text, sections).Select(change => change.Class));
    }

    [Fact]
    public void The_order_of_sources_is_data_and_that_of_a_list_is_not()
    {
        var swapped = Text.Replace("- name\n", "- x\n").Replace("- label\n", "- name\n").Replace("- x\n", "- label\n");
        var connected = Text.Replace(Every, Connected);

        Assert.Equal([ChangeClass.Data], Compare(Text, swapped).Select(change => change.Class));
        Assert.Equal(
            [ChangeClass.Shape],
            Compare(connected, connected.Replace("Contacts, or Orders", "orders, or Contacts"))
                .Select(change => change.Class));
    }

    [Fact]
    public void A_list_may_call_records_by_entity_or_by_data_set()
    {
        var connected = Text.Replace(Every, Connected);

        Assert.Equal(
            [ChangeClass.Shape],
            Compare(connected, connected.Replace("Contacts, or Orders", "Hubspot-contacts, or hubspot-orders"))
                .Select(change => change.Class));
    }

    [Fact]
    public void A_dependency_that_is_repeated_is_one()
    {
        const string Once = "Dependant on having NO in type";
        var repeated = Text.Replace("- sum\n", $"- sum ({Once}{Once})\n").Replace("- total\n", $"- total ({Once})\n");

        Assert.Empty(Compare(repeated, repeated.Replace(Once + Once, Once).Replace($"({Once})", $"({Once}{Once})")));
    }

    [Fact]
    public void What_is_said_twice_is_said_once()
    {
        var twice = Text.Replace("   * - sum", "   * - name\n     - title\n     - \"string\"\n   * - sum")
            + Samples.Section("HubSpot Line", "Keap Item", "Keap");

        Assert.Empty(Compare(Text, twice));
    }

    [Fact]
    public void A_document_that_came_or_went_is_all_its_flows()
    {
        var document = DocumentReader.Read("hubspot-keap.rst", Text).Document;

        Assert.Equal([null, null], DocumentComparer.Compare(null, document).Select(change => change.Before));
        Assert.Equal([null, null], DocumentComparer.Compare(document, null).Select(change => change.After));
    }

    [Fact]
    public void Other_systems_are_another_identity() => Assert.Equal(
        ["Identity 1 1 It connects 'hubspot' to 'kiap' now, and connected 'hubspot' to 'keap' before."],
        DocumentComparer.Compare(
            DocumentReader.Read("hubspot-keap.rst", Text).Document,
            DocumentReader.Read("hubspot-kiap.rst", Text).Document).Select(Line));

    [Fact]
    public void Layout_changes_nothing()
    {
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        for (var seed = first; seed < first + 500; seed++)
        {
            var (one, other) = (RandomDocumentMaker.Canonical(seed), RandomDocumentMaker.Any(seed));

            Assert.Empty(DocumentComparer.Compare(
                DocumentReader.Read(one.FileName, one.Text).Document,
                DocumentReader.Read(other.FileName, other.Text).Document));
        }
    }

    private static EquatableArray<DocumentChange> Compare(string before, string after) => DocumentComparer.Compare(
        Samples.Read(before).Document, Samples.Read(after).Document);

    private static string Line(DocumentChange change) =>
        $"{change.Class} {change.Before?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} "
        + $"{change.After?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {change.Message}";
}
