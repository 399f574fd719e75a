using Sluice.Specification.Binding;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

/// <summary>Entities that no contract answers to.</summary>
public sealed class OpenBindingTests
{
    [Theory]
    [InlineData("name", "name")]
    [InlineData("City", "City")]
    [InlineData("Account_Name", "Account_Name")]
    [InlineData("lineItems.price", "lineItems__price")]
    [InlineData("phone_numbers.number", "phone_numbers__number")]
    [InlineData("variants..sku", "variants__sku")]
    [InlineData("_links.self", "_links__self")]
    [InlineData("class", "class")]
    [InlineData("Node", "Node_")]
    [InlineData("Orders", "Orders_")]
    [InlineData("ToString", "ToString_")]
    public void A_property_is_called_as_the_system_calls_it(string path, string member) =>
        Assert.Equal(member, Member(path));

    [Theory]
    [InlineData("a.b", "a_b", "a__b", "a_.b", "a._b")]
    [InlineData("city", "City", "CITY", "c.i.t.y")]
    [InlineData("original_id", "$original_id", "original-id")]
    [InlineData("365day", "_365day", "$365day")]
    [InlineData("m\u00f8te", "mote", "moete", "M\u00f8te")]
    [InlineData("p:P4649.ps:P4649", "p_P4649.ps_P4649", "pP4649.psP4649", "P:P4649.ps:P4649")]
    [InlineData("Node", "Node_", "node", "Nod\u00e9")]
    [InlineData("\u65e5", "\u672c", "_", "__", "___", "$", "@", "-")]
    public void Paths_that_differ_have_properties_that_differ(params string[] paths)
    {
        var members = paths.Select(Member).ToList();

        Assert.Equal(paths.Length, members.Distinct(StringComparer.Ordinal).Count());
        Assert.All(members, member => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", member));
    }

    [Theory]
    [InlineData("alpha", "Order", "Open.Alpha.Order")]
    [InlineData("alpha", "Customers person", "Open.Alpha.Customers_person")]
    [InlineData("Alpha", "Product2", "Open.Alpha.Product2")]
    public void A_contract_is_called_as_the_documents_call_the_entity(string slug, string entity, string type) =>
        Assert.Equal(type, Type(slug, entity));

    [Fact]
    public void Entities_that_differ_have_contracts_that_differ()
    {
        string[] entities =
        [
            "Customer", "customer", "Customers person", "Customers_person", "CustomersPerson", "Customers (person)",
            "365 day", "365day", "_365day", "M\u00f8te", "Mote", "order_line", "Order_line", "(", ")",
        ];

        var types = entities.Select(entity => Type("alpha", entity)).ToList();

        Assert.Equal(entities.Length, types.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEqual(Type("al_pha", "Order"), Type("alpha", "Order"));
    }

    [Fact]
    public void All_paths_that_a_document_names_are_needed()
    {
        var result = Bind(
            "alpha-beta.rst",
            Row("a.x (Dependant on having 1 in a.y)", "t", "\"string\""), Row("variants..sku", "t", "unreadable"));

        Assert.Equal(["Alpha", "Beta"], result.Open.Select(contract => contract.System));
        Assert.Equal(["Open.Alpha.Orders", "Open.Beta.Bills"], result.Open.Select(contract => contract.TypeName));
        Assert.Equal(["a.x", "a.y", "variants.sku"], result.Open[0].Paths);
        Assert.Equal(["t"], result.Open[1].Paths);
    }

    [Theory]
    [InlineData("\"string\"", true)]
    [InlineData("\"integer\", \"decimal\"]", true)]
    [InlineData("\"if\", \"is-decimal\", \"decimal\", \"integer\"]", true)]
    [InlineData("\"datetime-parse\", \"%d.%m.%Y\"", false)]
    [InlineData("\"list\"", true)]
    [InlineData("\"first\"", false)]
    [InlineData("\"datetime-format\",\"%d.%m.%Y\",\"_.\"]", false)]
    [InlineData("\"replace\",\" \",\"\", \"string\"]", false)]
    [InlineData("[\"if\", [\"now\"], \"_.\", 1]", false)]
    [InlineData("[\"if\", [\"list\"], 1, \"_.\"]", false)]
    [InlineData("N/A", true)]
    public void What_is_not_lost_flows_back(string type, bool isTwoWay)
    {
        var result = Bind("alpha-beta.rst", Row("x", "y", type));

        Assert.Equal(isTwoWay, Assert.Single(Assert.Single(result.Pairings).Fields).IsTwoWay);
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("\"datetime-format\",\"%d.%m.%Y\",\"_.\"]")]
    [InlineData("[\"datetime-diff\", \"day\", [\"now\"], \"_.\"]")]
    [InlineData("\"if\",\"gt\",\"abs\",\"datetime-diff\", \"year\", \"_.\",\"now\"]]], 100], \"1935-01-01\","
        + "\"datetime-format\", \"%Y-%m-%d\"]")]
    public void Where_a_data_type_works_on_times_a_text_has_to_be_parsed_first(string type)
    {
        var result = Bind("alpha-beta.rst", Row("x", "y", type));

        var problem = Assert.Single(result.Problems, one => one.Code == "SLU044");
        Assert.Equal((28, 8, type.Length), (problem.Span.Line, problem.Span.Column, problem.Span.Length));
        Assert.Contains("Nothing says that 'x' is a point in time", problem.Message, StringComparison.Ordinal);
        Assert.Single(Assert.Single(result.Pairings).Fields);
    }

    [Theory]
    [InlineData("[\"datetime-format\", \"%Y\", [\"datetime-parse\", \"%Y-%m-%d\", \"_.\"]]")]
    [InlineData("[\"datetime-diff\", \"day\", [\"now\"], \"~t2015-01-01T00:00:00Z\"]")]
    public void Where_it_gets_some_there_is_nothing_to_say(string type) => Assert.DoesNotContain(
        Bind("alpha-beta.rst", Row("x", "y", type)).Problems, one => one.Code == "SLU044");

    [Fact]
    public void Where_a_heading_leaves_the_system_out_the_contract_to_declare_has_the_title_s()
    {
        var text = Samples.Around(Samples.Section("Deal", "Keap Order", "Keap"));

        var result = Binder.Bind(Samples.Read(text).Document, null, Schema.Empty, Hooks.None);

        Assert.Contains(
            result.Problems,
            problem => problem.Message.EndsWith("declare [Entity(\"HubSpot\", \"Deal\")].", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_names_a_system_with_itself_is_open_on_both_sides()
    {
        var pairing = Assert.Single(Bind("alpha-alpha.rst", Row("x", "y", "\"string\"")).Pairings);

        Assert.Equal(("Open.Alpha.Bills", true), (pairing.Left.TypeName, pairing.Right.IsOpen));
    }

    private static string Member(string path)
    {
        var pairing = Assert.Single(Bind("alpha-beta.rst", Row(path, "y", "\"string\"")).Pairings);
        return Assert.Single(pairing.Fields).Left[0].Leaf.Name;
    }

    private static string Type(string slug, string entity) =>
        Assert.Single(BindEntity($"{slug}-beta.rst", entity, "").Open, contract => contract.System != "Beta").TypeName;

    private static string Row(string source, string target, string type) =>
        $"   * - {source}\n     - {target}\n     - {type}\n";

    private static BindingResult Bind(string file, params string[] rows) =>
        BindEntity(file, "Orders", string.Concat(rows));

    private static BindingResult BindEntity(string file, string entity, string rows)
    {
        var target = file == "alpha-alpha.rst" ? "Alpha" : "Beta";
        var (a, b) = ($"Alpha {entity}", $"{target} Bills");
        var heading = $"{a} to {b}";
        var title = $"Alpha to {target} Dataflow";
        var rule = new string('=', title.Length);
        string[] lines =
        [
            rule, title, rule, "", "Generated: 2024-07-22 00:00:01", "", "Introduction", "------------", "",
            "For a test.", "", heading, new('-', heading.Length),
            $"Before any synchronization can take place, a link between a {a} and a {b} must be established.", "",
            $"Once a link between a {a} and a {b} is established, it will keep in sync between the two systems, "
                + "regardless of where it is edited.",
            "", $"The following properties are synchronized between a {a} and a {b}:", "", ".. list-table::",
            "   :header-rows: 1", "", $"   * - {a} Property", $"     - {b} Property", $"     - {target} Data Type",
            rows,
        ];
        return Binder.Bind(
            DocumentReader.Read(file, string.Join('\n', lines)).Document, null, Schema.Empty, Hooks.None);
    }
}
