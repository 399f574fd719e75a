using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

/// <summary>What is easily read wrong, one case each.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("HubSpot Contacts, Orders", "SLU023 (16,78,24)", "', or '")]
    [InlineData("Contacts, or Orders", "SLU023 (16,78,19)", "'HubSpot' in front")]
    public void A_list_that_is_none_is_reported_on_the_list(string list, string place, string words)
    {
        var reading = Connected("HubSpot Deal", "Keap Order", list, "Keap");

        Assert.Equal([place], Samples.Places(reading.Problems));
        Assert.Contains(words, reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_may_write_the_source_in_another_letter_case_and_the_target_may_be_blank()
    {
        var reading = Connected("HubSpot Deal", " Order", "Hubspot Contacts, or Created by", "");

        Assert.Empty(reading.Problems);
        var flow = Assert.Single(reading.Document.Flows);
        Assert.Equal(["Contacts", "Created by"], flow.ConnectedTo);
        Assert.Equal("", flow.ConnectedInto);
        Assert.Equal(("", "Order"), (flow.TargetSystem, flow.Target.Text));
    }

    [Fact]
    public void A_list_tells_where_the_label_of_a_single_heading_ends()
    {
        var reading = Connected("Big Books Customers person", "Keap Order", "Big Books Invoice, or Order", "Keap");

        Assert.Empty(reading.Problems);
        Assert.Equal("Big Books", reading.Document.Flows[0].SourceSystem);
        Assert.Equal(["Invoice", "Order"], reading.Document.Flows[0].ConnectedTo);
    }

    [Fact]
    public void Of_several_labels_that_fit_the_longest_counts()
    {
        var text = Samples.Around(Samples.Section("Visma Net Customer", "Keap Order", "Keap"))
            .Replace("HubSpot to", "Visma to");
        var reading = DocumentReader.Read("visma-net-keap.rst", text);

        Assert.Equal("Visma Net", Source(DocumentReader.Read("vismanet-keap.rst", text)));
        Assert.Equal("visma", reading.Document.SourceSlug);
        Assert.Equal("Visma", Source(reading));
    }

    [Fact]
    public void Where_the_label_is_not_clear_a_part_of_the_title_is_the_guess()
    {
        var text = Samples.Around(Samples.Section("Wave One Customer", "Keap Order", "Keap"))
            .Replace("HubSpot to", "Wave One Financial to");
        var reading = DocumentReader.Read("wof-keap.rst", text);

        Assert.Equal(["SLU014 (12,1,17)"], Samples.Places(reading.Problems));
        Assert.Contains("'Wave One'", reading.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("Wave One", Source(reading));
    }

    [Fact]
    public void A_target_label_in_another_letter_case_than_its_heading_is_a_disagreement()
    {
        var reading = Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "keap")));

        Assert.Equal(["SLU005 (25,8,4)"], Samples.Places(reading.Problems));
        Assert.Equal("Order", reading.Document.Flows[0].Target.Text);
    }

    [Fact]
    public void A_heading_without_its_rule_above_a_condition_is_found()
    {
        var section = Samples.Section("HubSpot Deal", "Keap Order", "Keap")
            .Replace("--------------------------\n", "")
            .Replace("Every HubSpot Deal will be", "When a HubSpot Deal is won, it  will be");
        var reading = Samples.Read(Samples.Around(section));

        Assert.Equal(["SLU006 (12,1,26)"], Samples.Places(reading.Problems));
        Assert.Equal("When a HubSpot Deal is won", reading.Document.Flows[0].Condition);
    }

    [Fact]
    public void A_third_header_cell_at_column_zero_may_follow_a_blank_line()
    {
        var rows = "   * - name\n     - title\n\n\"string\"\n";
        var reading = Samples.Read(Samples.Around(
            Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows).Replace("     - Keap Data", "\n\nKeap Data")));

        Assert.Empty(reading.Problems);
        Assert.Equal("\"string\"", reading.Document.Flows[0].Fields[0].Type.Text);
    }

    [Fact]
    public void A_concrete_type_wins_over_one_that_is_not_given_and_is_reported_once()
    {
        var rows = Samples.Row("a", "x", "N/A") + Samples.Row("b", "x", "\"string\"")
            + Samples.Row("c", "x", "[\"string\", \"_.\"]") + Samples.Row("d", "x", "\"integer\"");
        var reading = Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows)));

        Assert.Equal(["SLU020 (28,8,3)", "SLU018 (31,8,8)", "SLU018 (37,8,9)"], Samples.Places(reading.Problems));
    }

    [Fact]
    public void Elements_that_depend_on_different_values_are_different_targets()
    {
        var rows = Samples.Row("a", "no.x (Dependant on having A in no.type)", "\"string\"")
            + Samples.Row("b", "no.x (Dependant on having B in no.type)", "\"integer\"");

        Assert.Empty(
            Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows))).Problems);
    }

    [Fact]
    public void A_correction_of_a_heading_does_not_point_beyond_it()
    {
        var text = Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap"))
            .Replace("HubSpot Deal to", "HubSpot D to");
        var flow = Samples.Read(text).Document.Flows[0];

        Assert.Equal("Deal", flow.Source.Text);
        Assert.Equal(new(12, 1, 9), flow.Source.Span);
    }

    [Fact]
    public void What_a_message_quotes_is_cut()
    {
        var reading = Samples.Read(Samples.Around(new string('x', 100_000) + "\n---\n"));

        Assert.InRange(reading.Problems.Max(problem => problem.Message.Length), 200, 400);
    }

    private static ReadingResult Connected(string a, string b, string list, string label)
    {
        var every = $"Every {a} will be synchronized with a {b}.";
        var clause =
            $"Before any synchronization can take place, a link between a {a} and a {b} must be established.\n\n"
            + $"A new {b} will be created from a {a} if it is connected to a {list} that is synchronized into {label}.";
        return Samples.Read(Samples.Around(Samples.Section(a, b, label).Replace(every, clause)));
    }

    private static string Source(ReadingResult reading) => reading.Document.Flows[0].SourceSystem;
}
