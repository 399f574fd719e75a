using Sluice.Specification.Documents;

namespace Sluice.Specification.Tests.Reading;

public sealed class ClauseTests
{
    private const string Before =
        "Before any synchronization can take place, a link between a HubSpot Deal and a Keap Order must be "
        + "established.";

    private static readonly string Rest =
        $"""
        {Samples.Once("HubSpot Deal", "Keap Order")}

        {Samples.Following("HubSpot Deal", "Keap Order")}

        {Samples.Table("HubSpot Deal Property", "Keap Order Property", "Keap Data Type")}
        """;

    private static readonly string Merge =
        "A HubSpot Deal will merge with a Keap Order if one of the following property combinations match:\n\n"
        + Samples.Table("HubSpot Deal Property", "Keap Order Property") + Samples.Row("id", "order_id") + "\n";

    [Fact]
    public void Before_any_never_creates() =>
        Assert.Equal(CreationKind.LinkRequired, Flow($"{Before}\n\n{Rest}").Creation);

    [Theory]
    [InlineData("HubSpot Contacts", "Contacts")]
    [InlineData("HubSpot Contacts, or Companies", "Contacts|Companies")]
    [InlineData("HubSpot Contacts, Companies, or Created by", "Contacts|Companies|Created by")]
    [InlineData("HubSpot Hubspot-contact, Hubspot-line-item, or Orders", "Hubspot-contact|Hubspot-line-item|Orders")]
    public void A_conditional_creation_lists_what_a_record_is_connected_to(string list, string names)
    {
        var flow = Flow(
            $"{Before}\n\nA new Keap Order will be created from a HubSpot Deal if it is connected to a {list} "
            + $"that is synchronized into Keap.\n\n{Rest}");

        Assert.Equal(CreationKind.Conditional, flow.Creation);
        Assert.Equal(names.Split('|'), flow.ConnectedTo);
        Assert.Equal("Keap", flow.ConnectedInto);
    }

    [Fact]
    public void The_system_that_connected_records_are_in_may_be_written_in_another_case()
    {
        var flow = Flow(
            $"{Before}\n\nA new Keap Order will be created from a HubSpot Deal if it is connected to a HubSpot "
            + $"Contacts that is synchronized into keap.\n\n{Rest}");

        Assert.Equal("keap", flow.ConnectedInto);
    }

    [Theory]
    [InlineData("Powerofficego")]
    [InlineData("")]
    public void The_system_that_connected_records_are_in_is_the_one_of_the_table(string label)
    {
        var connected = "A new Keap Order will be created from a HubSpot Deal if it is connected to a HubSpot Contacts "
            + $"that is synchronized into {label}.";

        var problem = Assert.Single(
            Samples.Read(Samples.OneSection($"{Before}\n\n{connected}\n\n{Rest}")).Problems);

        Assert.Equal($"SLU005 (16,{connected.Length - label.Length},{label.Length})", Samples.Places([problem])[0]);
        Assert.Equal(
            $"'{label}' stands where the table calls the target system 'Keap'. Make them agree.", problem.Message);
    }

    [Theory]
    [InlineData("When a HubSpot Deal has a 100% probability of beeing sold")]
    [InlineData("When a HubSpot Deal gets the has a 100% probability.")]
    [InlineData("preliminary mapping until we can sort out suppliers. This removes all supplier products for now")]
    [InlineData("When a HubSpot Deal gets Accepted = \"true\"")]
    [InlineData("Every HubSpot Deal that is won")]
    public void A_condition_in_prose_is_kept_to_the_letter(string condition)
    {
        var flow = Flow($"{condition}, it  will be synchronized with a Keap Order.\n\n{Rest}");

        Assert.Equal(CreationKind.FreeForm, flow.Creation);
        Assert.Equal(condition, flow.Condition);
    }

    [Fact]
    public void Match_first_and_create_otherwise()
    {
        var flow = Flow(
            $"""
            Every HubSpot Deal will be synchronized with a Keap Order.

            If a matching Keap Order already exists, the HubSpot Deal will be merged with the existing one.
            If no matching Keap Order is found, a new Keap Order will be created.

            {Merge}
            {Rest}
            """);

        Assert.True(flow.IfMatching);
        Assert.Equal(("id", "order_id"), (flow.MatchRules[0].Source.Text, flow.MatchRules[0].Target.Text));
    }

    private static Flow Flow(string body)
    {
        var reading = Samples.Read(Samples.OneSection(body));

        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Document.Flows);
    }
}
