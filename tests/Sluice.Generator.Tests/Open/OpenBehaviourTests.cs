namespace Sluice.Generator.Tests.Open;

/// <summary>What generated mappings over JSON do when they run, whatever stands in it.</summary>
public sealed class OpenBehaviourTests
{
    private static readonly Lazy<OpenProject> DependentRule = new(() =>
        new(["phones.number (Dependant on having mobile in phones.name)|mobile"]));

    private static readonly Lazy<OpenProject> Plain = new(() => new([], "a.b|x.y|N/A"));
    private static readonly Lazy<OpenProject> LeafAndPrefix = new(() =>
        new([], "profile.email|mail|\"string\"", "profile.email.email|mail|\"string\""));

    private static readonly Lazy<OpenProject> Dependent = new(() => new(
        [], "phones.number (Dependant on having mobile in phones.name)|phone|\"string\"",
        "city|town (Dependant on having NO in country.code)|\"string\""));

    private static readonly Lazy<OpenProject> Cast = new(() => new([], "count|total|\"integer\""));

    private static readonly Lazy<OpenProject> Matching =
        new(() => new(["customer.email backup|mail", "tags|labels"], "a|b|N/A"));

    [Theory]
    [InlineData("""{"a":{"b":"x"}}""", "x")]
    [InlineData("""{"a":[{"b":"x"}]}""", "x")]
    [InlineData("""{"a":[{"b":"x"},{"c":1},{"b":"z"},null]}""", "[x, z]")]
    [InlineData("""{"a":[{"b":["x","y"]},{"b":"z"}]}""", "[x, y, z]")]
    [InlineData("""{"a":{"b":["x"]}}""", "[x]")]
    [InlineData("""{"a":{"b":[]}}""", "[]")]
    [InlineData("""{"a":{"b":[null,1]}}""", "[, 1]")]
    [InlineData("""{"a":{"b":[["x","y"],"z"]}}""", "[[x, y], z]")]
    [InlineData("""{"a":{"b":[{"c":1},"z"]}}""", "[z]")]
    [InlineData("""{"a":[]}""", "[]")]
    [InlineData("""{"a":{"b":1}}""", "1")]
    [InlineData("""{"a":{"b":0.10}}""", "0.10")]
    [InlineData("""{"a":{"b":123456789012345678901234567890}}""", "123456789012345678901234567890")]
    [InlineData("""{"a":{"b":true}}""", "true")]
    public void A_value_is_read_through_objects_and_lists(string json, string shown)
    {
        var value = Assert.Single(Plain.Value.Read(Side.Left, json));

        Assert.Equal(shown, value.ToString());
    }

    [Theory]
    [InlineData("{}", FieldKind.Absent)]
    [InlineData("""{"a":{}}""", FieldKind.Absent)]
    [InlineData("""{"a":"scalar"}""", FieldKind.Absent)]
    [InlineData("""{"a":{"b":{"c":1}}}""", FieldKind.Absent)]
    [InlineData("""{"a":["x"]}""", FieldKind.Absent)]
    [InlineData("""{"a":{"b":[{"c":1}]}}""", FieldKind.Absent)]
    [InlineData("""{"A":{"B":1}}""", FieldKind.Absent)]
    [InlineData("""{"a":null}""", FieldKind.Null)]
    [InlineData("""{"a":{"b":null}}""", FieldKind.Null)]
    public void What_is_not_there_is_absent_and_what_is_null_is_null(string json, FieldKind kind) =>
        Assert.Equal(kind, Assert.Single(Plain.Value.Read(Side.Left, json)).Kind);

    [Theory]
    [InlineData("{}", """{"x":{"y":"v"}}""")]
    [InlineData("""{"x":null,"z":1}""", """{"x":{"y":"v"},"z":1}""")]
    [InlineData("""{"x":{"w":1,"y":"old","z":[2]},"a":3}""", """{"x":{"w":1,"y":"v","z":[2]},"a":3}""")]
    [InlineData("""{"x":[{"w":1,"y":"old"}]}""", """{"x":[{"w":1,"y":"v"}]}""")]
    [InlineData("""{"x":[{"w":1},{"y":"old","w":2}]}""", """{"x":[{"w":1},{"y":"v","w":2}]}""")]
    [InlineData("""{"x":[]}""", """{"x":[{"y":"v"}]}""")]
    [InlineData("""{"x":"scalar"}""", """{"x":"scalar"}""")]
    [InlineData("""{"x":["scalar"]}""", """{"x":["scalar"]}""")]
    [InlineData("""{"x":{"y":{"z":1}}}""", """{"x":{"y":{"z":1}}}""")]
    [InlineData("""{"x":{"y":["old"]}}""", """{"x":{"y":"v"}}""")]
    [InlineData("""{"x":{"y":["old",{"z":1}]}}""", """{"x":{"y":["old",{"z":1}]}}""")]
    public void A_value_is_put_where_it_belongs_and_its_neighbours_stay(string json, string expected) =>
        Assert.Equal(expected, Plain.Value.Write(Side.Right, json, FieldValue.Of("v")));

    [Theory]
    [InlineData("""{"x":{"w":1,"y":"old"}}""", """{"x":{"w":1,"y":null}}""")]
    [InlineData("""{"x":[{"y":1,"w":1},{"y":2}]}""", """{"x":[{"y":null,"w":1},{"y":null}]}""")]
    [InlineData("{}", "{}")]
    [InlineData("""{"x":[]}""", """{"x":[]}""")]
    public void A_clearing_clears_and_makes_nothing(string json, string expected) =>
        Assert.Equal(expected, Plain.Value.Write(Side.Right, json, FieldValue.Null));

    [Theory]
    [InlineData("""{"x":[{"y":1,"w":1},{"y":2,"w":2}]}""", """{"x":[{"y":"a","w":1},{"y":"b","w":2}]}""")]
    [InlineData("""{"x":[{"w":1},{"y":2},{"y":3}]}""", """{"x":[{"w":1},{"y":"a"},{"y":"b"}]}""")]
    [InlineData("""{"x":[{"y":1},{"y":2},{"y":3,"w":3}]}""", """{"x":[{"y":"a"},{"y":"b"},{"y":null,"w":3}]}""")]
    [InlineData("""{"x":[{"w":1}]}""", """{"x":[{"w":1,"y":"a"},{"y":"b"}]}""")]
    public void Several_values_go_to_the_elements_in_turn(string json, string expected) => Assert.Equal(
        expected, Plain.Value.Write(Side.Right, json, FieldValue.Of([FieldValue.Of("a"), FieldValue.Of("b")])));

    [Theory]
    [InlineData("""{"x":{"y":1}}""")]
    [InlineData("""{"x":[{"y":1},{"y":2},{}]}""")]
    [InlineData("""{"x":[{"w":1},{"y":2}]}""")]
    [InlineData("""{"x":[]}""")]
    [InlineData("{}")]
    public void What_was_written_is_read_again(string json)
    {
        FieldValue[] values =
        [
            FieldValue.Of("v"), FieldValue.Of((bool?)true), FieldValue.Of(12), FieldValue.OfNumber("1.50"),
            FieldValue.OfNumber("+007.5"), FieldValue.OfNumber("12345678901234567890123456789012.345"),
            FieldValue.Of([FieldValue.Of("a"), FieldValue.Of("b")]), FieldValue.Of((double?)1.5),
            FieldValue.Of([FieldValue.Of(1), FieldValue.Of(2), FieldValue.Of(3), FieldValue.Of(4)]),
        ];
        foreach (var value in values)
        {
            var written = Plain.Value.Write(Side.Right, json, value);
            var read = Assert.Single(Plain.Value.Read(Side.Right, written));

            Assert.True(CanonicalForm.Same(Canonical.Text, value, read), $"{value} in {json} is {read} in {written}");
        }
    }

    [Theory]
    [InlineData("""{"profile":{"email":"a@x"}}""", "a@x")]
    [InlineData("""{"profile":{"email":{"email":"b@x"}}}""", "b@x")]
    [InlineData("""{"profile":[{"email":{"email":"b@x"}}]}""", "b@x")]
    [InlineData("""{"profile":{"email":{"verified":true}}}""", "")]
    public void A_path_may_be_a_leaf_in_one_record_and_a_prefix_in_another(string json, string mail) =>
        Assert.Equal(mail, Assert.Single(LeafAndPrefix.Value.Read(Side.Left, json)).ToString());

    [Theory]
    [InlineData("""{"profile":{"email":"a@x"}}""", """{"profile":{"email":"new"}}""")]
    [InlineData(
        """{"profile":{"email":{"email":"b@x","verified":true}}}""",
        """{"profile":{"email":{"email":"new","verified":true}}}""")]
    public void A_value_goes_back_to_the_leaf_that_it_was_read_from(string json, string expected) =>
        Assert.Equal(expected, LeafAndPrefix.Value.Write(Side.Left, json, FieldValue.Of("new")));

    [Theory]
    [InlineData("""{"phones":[{"name":"home","number":"1"},{"name":"mobile","number":"2"}]}""", "2")]
    [InlineData("""{"phones":{"name":"mobile","number":"2"}}""", "2")]
    [InlineData("""{"phones":[{"name":["fax","mobile"],"number":2}]}""", "2")]
    [InlineData("""{"phones":[{"name":"home","number":"1"}]}""", "")]
    [InlineData("""{"phones":{"number":"2"}}""", "")]
    public void A_dependency_tells_which_element_is_meant(string json, string number) =>
        Assert.Equal(number, Dependent.Value.Read(Side.Left, json)[0].ToString());

    [Theory]
    [InlineData(
        """{"phones":[{"name":"home","number":"1"},{"name":"mobile","number":"2"}]}""",
        """{"phones":[{"name":"home","number":"1"},{"name":"mobile","number":"3"}]}""")]
    [InlineData(
        """{"phones":[{"name":"home","number":"1"}]}""",
        """{"phones":[{"name":"home","number":"1"},{"name":"mobile","number":"3"}]}""")]
    [InlineData("{}", """{"phones":{"name":"mobile","number":"3"}}""")]
    public void Writing_makes_hold_what_the_value_depends_on(string json, string expected) =>
        Assert.Equal(expected, Dependent.Value.Write(Side.Left, json, FieldValue.Of("3")));

    [Theory]
    [InlineData("""{"town":"Oslo","country":{"code":"NO"}}""", "Oslo")]
    [InlineData("""{"town":"Oslo","country":[{"code":"SE"},{"code":"NO"}]}""", "Oslo")]
    [InlineData("""{"town":"Oslo","country":{"code":"SE"}}""", "")]
    public void A_value_apart_from_what_it_depends_on_counts_where_that_holds(string json, string town) =>
        Assert.Equal(town, Dependent.Value.Read(Side.Right, json)[1].ToString());

    [Fact]
    public void A_target_that_depends_on_something_else_sets_it()
    {
        var written = Dependent.Value.Write(
            Side.Right, """{"country":{"name":"?"}}""", FieldValue.Absent, FieldValue.Of("Oslo"));

        Assert.Equal("""{"country":{"name":"?","code":"NO"},"town":"Oslo"}""", written);
    }

    [Theory]
    [InlineData("""{"count":"12"}""", """{"count":"7"}""")]
    [InlineData("""{"count":12}""", """{"count":7}""")]
    [InlineData("{}", """{"count":7}""")]
    public void A_value_goes_back_in_the_kind_that_the_system_keeps(string json, string expected)
    {
        Assert.Equal(expected, Cast.Value.Write(Side.Left, json, FieldValue.Of(7)));
        Assert.Equal(expected, Cast.Value.Write(Side.Left, json, FieldValue.Of((double?)7)));
        Assert.Equal("7", Assert.Single(Cast.Value.Read(Side.Left, expected)).ToString());
    }

    [Theory]
    [InlineData("""{"total":"12"}""")]
    [InlineData("""{"total":12}""")]
    [InlineData("""{"total":12.0}""")]
    public void A_target_is_compared_in_the_type_that_the_document_names(string json) =>
        Assert.Equal(FieldValue.Of(12), Assert.Single(Cast.Value.Read(Side.Right, json)));

    [Fact]
    public void A_value_that_does_not_convert_is_absent_and_says_why() => Assert.Equal(
        "'twelve' is not an integer", Assert.Single(Cast.Value.Read(Side.Left, """{"count":"twelve"}""")).Issue);

    [Theory]
    [InlineData("2024-07-22")]
    [InlineData("2024-07-22T23:30:00Z")]
    [InlineData("tomorrow")]
    public void A_text_is_no_point_in_time_whatever_it_says(string text)
    {
        var project = new OpenProject(
            [], "at|day|\"datetime-format\",\"%d.%m.%Y\",\"_.\"]",
            "at|age|[\"if\", [\"gt\", [\"datetime-diff\", \"year\", [\"now\"], \"_.\"], -9999], \"old\", \"none\"]");
        var fields = project.Read(Side.Left, $$"""{"at":"{{text}}"}""");

        Assert.Equal($"'{text}' is not a point in time", fields[0].Issue);
        Assert.Equal(FieldValue.Of("none"), fields[1]);
    }

    [Fact]
    public void A_text_that_is_parsed_is_the_point_in_time_that_it_says()
    {
        var project = new OpenProject(
            [], "at|day|[\"datetime-format\", \"%d.%m.%Y\", [\"datetime-parse\", \"%Y-%m-%dT%H:%M:%SZ\", \"_.\"]]");

        Assert.Equal(
            FieldValue.Of("22.07.2024"), Assert.Single(project.Read(Side.Left, """{"at":"2024-07-22T23:30:00Z"}""")));
    }

    [Theory]
    [InlineData("""{"phones":[{"name":"fax","number":"1"},{"name":"mobile","number":"2"}]}""", "2", true)]
    [InlineData("""{"phones":[{"name":"fax","number":"1"},{"name":"mobile","number":"2"}]}""", "1", false)]
    [InlineData("""{"phones":{"name":"mobile","number":"2"}}""", "2", true)]
    [InlineData("""{"phones":[{"number":"2"}]}""", "2", false)]
    [InlineData("{}", "2", false)]
    public void A_record_matches_by_what_counts_where_something_else_holds(string left, string number, bool isMatch)
    {
        var project = DependentRule.Value;
        IOpenRecord one = project.Record(Side.Left, left),
            other = project.Record(Side.Right, $$"""{"mobile":"{{number}}"}""");

        Assert.Equal(isMatch, project.Pairing.Matches(one, other));
        Assert.Equal(
            isMatch, project.Pairing.Key(Side.Left, 0, one).Agrees(project.Pairing.Key(Side.Right, 0, other)));
    }

    [Theory]
    [InlineData("""{"customer":{"email":"a"}}""", """{"mail":"a"}""", true)]
    [InlineData("""{"customer":[{"email":"a"}]}""", """{"mail":["a"]}""", true)]
    [InlineData("""{"customer":"a","backup":7}""", """{"mail":"7"}""", true)]
    [InlineData("""{"customer":{"email":"a"}}""", """{"mail":"A"}""", false)]
    [InlineData("""{"customer":{"email":" "}}""", """{"mail":" "}""", false)]
    [InlineData("""{"customer":{}}""", "{}", false)]
    [InlineData("""{"tags":["a","b"]}""", """{"labels":["a","b"]}""", true)]
    [InlineData("""{"tags":["a","b"]}""", """{"labels":["b","c"]}""", true)]
    [InlineData("""{"tags":["a","b"]}""", """{"labels":"b"}""", true)]
    [InlineData("""{"tags":["a","b"]}""", """{"labels":["ab","c",""]}""", false)]
    [InlineData("""{"tags":["a",""]}""", """{"labels":["b",""]}""", false)]
    [InlineData("""{"tags":[]}""", """{"labels":[]}""", false)]
    public void Records_match_where_keys_agree(string left, string right, bool isMatch)
    {
        var project = Matching.Value;
        IOpenRecord one = project.Record(Side.Left, left), other = project.Record(Side.Right, right);

        Assert.Equal(isMatch, project.Pairing.Matches(one, other));
        Assert.Equal(isMatch, Enumerable.Range(0, 2).Any(rule =>
            project.Pairing.Key(Side.Left, rule, one).Agrees(project.Pairing.Key(Side.Right, rule, other))));
    }

    [Fact]
    public void A_new_record_holds_what_rows_supply()
    {
        var draft = Plain.Value.Pairing.Create(
            Side.Right, Plain.Value.Record(Side.Left, """{"a":{"b":"v"},"unknown":1}"""));

        Assert.Equal("""{"x":{"y":"v"}}""", Assert.IsAssignableFrom<IOpenRecord>(draft.Record).Node.ToJsonString());
    }

    [Fact]
    public void What_was_touched_is_named_as_the_system_names_it()
    {
        var change = new Change([FieldValue.Of("1"), FieldValue.Of("Oslo")]);

        Dependent.Value.Pairing.Write(Side.Right, Dependent.Value.Record(Side.Right, "{}"), change);

        Assert.Equal(["phone", "town", "country.code"], change.Touched);
    }

    [Fact]
    public void A_record_made_of_nothing_can_be_read_and_written()
    {
        var record = Plain.Value.Record(Side.Left, "{}");
        var none = (IOpenRecord)Activator.CreateInstance(record.GetType())!;

        Assert.Equal("{}", none.Node.ToJsonString());
        Assert.NotEqual(record, none);
        Assert.Equal(record, Activator.CreateInstance(record.GetType(), record.Node));
    }
}
