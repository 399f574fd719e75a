namespace Sluice.Specification.Tests.Reading;

public sealed class RepetitionTests
{
    [Fact]
    public void A_section_twice_counts_once()
    {
        var section = Samples.Section("HubSpot Deal", "Keap Order", "Keap");

        Assert.Equal(["SLU015 (28,1,26)"], Samples.Places(Samples.Read(Samples.Around(section + section)).Problems));
    }

    [Fact]
    public void Two_sections_that_differ_are_united()
    {
        var reading = Samples.Read(Samples.Around(
            Samples.Section("HubSpot Deal", "Keap Order", "Keap")
            + Samples.Section("HubSpot Deal", "Keap Order", "Keap", Samples.Row("a", "b", "\"string\""))));

        Assert.Equal(["SLU016 (28,1,26)"], Samples.Places(reading.Problems));
        Assert.Equal(2, reading.Document.Flows.Count);
    }

    [Fact]
    public void A_row_twice_and_a_target_with_two_types_are_reported_on_the_second()
    {
        var rows = Samples.Row("a", "b", "\"string\"") + Samples.Row("a", "b", "\"string\"")
            + Samples.Row("c", "b", "\"integer\"");
        var reading = Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows)));

        Assert.Equal(["SLU017 (29,8,1)", "SLU018 (34,8,9)"], Samples.Places(reading.Problems));
        Assert.Equal(3, reading.Document.Flows[0].Fields.Count);
    }

    [Fact]
    public void A_cast_and_its_whole_expression_are_one_type()
    {
        var rows = Samples.Row("a", "b", "\"string\"") + Samples.Row("c", "b", "[\"string\", \"_.\"]");

        Assert.Empty(
            Samples.Read(Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows))).Problems);
    }
}
