using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

public sealed class LabelTests
{
    [Fact]
    public void A_target_label_can_be_blank()
    {
        var text = Samples.Around(Samples.Section("HubSpot Product", " Inventory", "")).Replace("HubSpot to Keap",
            "HubSpot to ");
        var reading = DocumentReader.Read("hubspot-keap.rst", text);

        Assert.Empty(reading.Problems);
        Assert.Equal(string.Empty, reading.Document.TargetLabel);
        Assert.Equal("keap", reading.Document.TargetSlug);
        Assert.Equal(("", "Inventory"), Target(reading.Document.Flows[0]));
    }

    [Theory]
    [InlineData("powerofficego-keap.rst", "PowerOffice GO Customers person", "PowerOffice GO", "Customers person")]
    [InlineData("wave-keap.rst", "Wave Customer", "Wave", "Customer")]
    [InlineData("hubspot-keap.rst", "Hub Spot Deal", "Hub Spot", "Deal")]
    public void The_source_label_is_compared_without_case_and_blanks(string file, string a, string label, string entity)
    {
        var reading = DocumentReader.Read(file, Samples.Around(Samples.Section(a, "Keap Order", "Keap")));

        Assert.Empty(reading.Problems);
        Assert.Equal((label, entity), Source(reading.Document.Flows[0]));
    }

    [Fact]
    public void Without_title_and_slug_the_words_that_all_headings_share_are_the_label()
    {
        var reading = Samples.Read(Samples.Around(
            Samples.Section("Big Books Customer", "Keap Order", "Keap")
                + Samples.Section("Big Books Order", "Keap Item", "Keap")));

        Assert.Empty(reading.Problems);
        Assert.Equal(("Big Books", "Customer"), Source(reading.Document.Flows[0]));
        Assert.Equal(("Big Books", "Order"), Source(reading.Document.Flows[1]));
    }

    [Fact]
    public void A_label_that_neither_title_nor_file_name_nor_another_heading_knows_is_reported()
    {
        var text = Samples.Around(Samples.Section("Big Books Customer", "Keap Order", "Keap"));

        Assert.Equal(["SLU014 (12,1,18)"], Samples.Places(Samples.Read(text).Problems));
        var reading = DocumentReader.Read("big-books-keap.rst", text);
        Assert.Empty(reading.Problems);
        Assert.Equal(("Big Books", "Customer"), Source(reading.Document.Flows[0]));
    }

    [Fact]
    public void Title_and_sections_may_use_different_target_labels()
    {
        var reading =
            Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Infusion Soft Order", "Infusion Soft")));

        Assert.Empty(reading.Problems);
        Assert.Equal(("Infusion Soft", "Order"), Target(reading.Document.Flows[0]));
    }

    [Theory]
    [InlineData("hubspot-keap.rst", "hubspot", "keap")]
    [InlineData("HubSpot-Keap.RST", "hubspot", "keap")]
    [InlineData("hubspot-keap-max.rst", "hubspot", "keap-max")]
    [InlineData("hub-spot-keap.rst", "hub-spot", "keap")]
    public void The_file_name_says_which_systems_are_meant(string file, string source, string target)
    {
        var reading = DocumentReader.Read(file, Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap")));

        Assert.Empty(reading.Problems);
        Assert.Equal((source, target), (reading.Document.SourceSlug, reading.Document.TargetSlug));
    }

    [Fact]
    public void An_entity_may_be_synchronized_with_itself()
    {
        var text = Samples.Around(Samples.Section("HubSpot Contact", "HubSpot Contact", "HubSpot"));
        var reading = DocumentReader.Read("hubspot-hubspot.rst", text.Replace("to Keap", "to HubSpot"));

        Assert.Empty(reading.Problems);
        Assert.Equal(("HubSpot", "Contact"), Source(reading.Document.Flows[0]));
        Assert.Equal(("HubSpot", "Contact"), Target(reading.Document.Flows[0]));
    }

    private static (string, string) Source(Flow flow) => (flow.SourceSystem, flow.Source.Text);

    private static (string, string) Target(Flow flow) => (flow.TargetSystem, flow.Target.Text);
}
