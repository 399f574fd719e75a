using System.Text.Json.Nodes;
using System.Xml.Linq;
using Sluice.EndToEnd.Tests.World;
using Sluice.Snapshots;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice graph</c>: the given documents as a picture.</summary>
public sealed class GraphTests(ITestOutputHelper output)
{
    private static readonly string Documents = Path.Combine(Checkout.Root, "spec", "dataflows");

    [Fact]
    public async Task The_given_documents_as_mermaid()
    {
        await using var scene = await Scene.OpenAsync(output);

        Snapshot.Verify((await scene.BareAsync("graph", Documents)).Returned(0).Output, "graph.mmd");
    }

    [Fact]
    public async Task A_drawing_has_a_box_at_either_end_and_a_line_for_each_flow()
    {
        await using var scene = await Scene.OpenAsync(output);

        var svg = XDocument.Parse((await scene.BareAsync("graph", "--svg", Documents)).Returned(0).Output);

        var space = svg.Root!.Name.Namespace;
        Assert.Equal(4 + 6, svg.Descendants(space + "rect").Count());
        Assert.Equal(
            10, svg.Descendants(space + "path").Count(path =>
                ((string?)path.Attribute("class"))?.StartsWith("flow", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Every_form_says_which_records_something_is_created_for()
    {
        await using var scene = await Scene.OpenAsync(output);
        var document = Path.Combine(Checkout.Root, "spec", "examples", "keap-customcrm.rst");

        (await scene.BareAsync("graph", document)).Returned(0).Saying("<br/>When ", "<br/>if connected to Companies");
        var flows = JsonNode.Parse((await scene.BareAsync("graph", "--json", document)).Returned(0).Output)!["flows"]!;
        var conditional = flows.AsArray().Single(flow => (string)flow!["creation"]! == "conditional")!;
        Assert.Equal("""["Companies"]""", conditional["connectedTo"]!.ToJsonString());
        var svg = XDocument.Parse((await scene.BareAsync("graph", "--svg", document)).Returned(0).Output);
        Assert.Contains(svg.DescendantNodes().OfType<XText>(), text => text.Value == "if connected to Companies");
        var condition = (string?)flows.AsArray().Single(flow => flow!["condition"] is not null)!["condition"];
        Assert.Contains(svg.DescendantNodes().OfType<XText>(), text => text.Value == condition);
    }

    [Fact]
    public async Task Json_says_creation_match_rules_and_fields()
    {
        await using var scene = await Scene.OpenAsync(output);

        var graph = JsonNode.Parse((await scene.BareAsync("graph", "--json", Documents)).Returned(0).Output)!;

        Assert.Equal(
            ["customcrm", "keap", "powerofficego", "youtrack"],
            graph["systems"]!.AsArray().Select(system => (string)system!["slug"]!));
        Assert.Equal(
            """
            {"sourceSystem":"youtrack","source":"Users","targetSystem":"powerofficego","target":"Contactperson",
            "creation":"link-required","condition":null,"connectedTo":[],"matchRules":1,"fields":1}
            """.ReplaceLineEndings(""),
            graph["flows"]![8]!.ToJsonString());
    }
}
