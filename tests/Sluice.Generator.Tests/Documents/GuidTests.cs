using Sluice.Generator.Tests.Contracts;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Members that hold GUIDs, which documents know as text.</summary>
public sealed class GuidTests
{
    private static readonly Guid One = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Theory]
    [InlineData("ticket|text|\"string\"")]
    [InlineData("ticket|text|N/A")]
    public void A_guid_is_the_text_that_json_has_and_comes_back_from_any_spelling(string row)
    {
        var pairing = Load([], row);
        var field = Assert.Single(pairing.Descriptor.Fields);

        Assert.Equal(
            new Reading { Text = "0f8fad5b-d9cb-469f-a165-70867728950e" }, Forth(pairing, new() { Ticket = One }));
        Assert.Equal(
            new Measure { Ticket = One }, Back(pairing, new() { Text = "{0F8FAD5B-D9CB-469F-A165-70867728950E}" }));
        Assert.Null(field.OneWay);
        Assert.True(CanonicalForm.Same(
            field.Comparison, FieldValue.Of((Guid?)One), FieldValue.Of("0F8FAD5BD9CB469FA16570867728950E")));
        Assert.Equal(new Measure(), Back(pairing, new(), new() { Ticket = One }));
    }

    [Fact]
    public void A_text_that_is_none_is_absent_and_says_why_and_nothing_is_written()
    {
        var (there, back) = (Load([], "text|serial|\"string\""), Load([], "ticket|text|\"string\""));

        FieldValue[] read =
        [
            .. Read(there, Side.Right, new Measure { Text = "twelve" }),
            .. Read(back, Side.Left, new Reading { Text = "twelve" }),
        ];

        Assert.All(read, value => Assert.Equal("'twelve' is not a GUID", value.Issue));
        Assert.Equal(new Reading { Serial = One }, Forth(there, new() { Text = "twelve" }, new() { Serial = One }));
        Assert.Equal(new Reading { Serial = One }, Forth(there, new() { Text = One.ToString("N") }));
        Assert.Equal(new Reading { Serial = One }, Forth(there, new() { Text = " " }, new() { Serial = One }));
    }

    [Fact]
    public void Guids_pass_through_and_lists_of_them_too()
    {
        Assert.Equal(new Reading { Serial = One }, Forth(Load([], "ticket|serial|N/A"), new() { Ticket = One }));
        Assert.Equal([One.ToString()], Forth(Load([], "tickets|tags|\"string\""), new() { Tickets = [One] }).Tags!);
        Assert.Equal([One], Back(Load([], "tickets|tags|\"string\""), new() { Tags = [One.ToString()] }).Tickets!);
    }

    [Fact]
    public void A_match_rule_takes_a_guid_for_what_it_is()
    {
        var pairing = Load(["ticket|text"]);

        Assert.True(
            pairing.Matches(new Reading { Text = One.ToString("B").ToUpperInvariant() }, new Measure { Ticket = One }));
        Assert.False(pairing.Matches(new Reading { Text = "n/a" }, new Measure { Ticket = One }));
        Assert.False(pairing.Matches(new Reading(), new Measure()));
    }

    [Fact]
    public void What_a_value_depends_on_may_be_a_guid_in_any_spelling()
    {
        var written = One.ToString("N").ToUpperInvariant();
        var pairing = Load([], $"note (Dependant on having {written} in ticket)|note|\"string\"");

        Assert.Equal("n", Forth(pairing, new() { Note = "n", Ticket = One }).Note);
        Assert.Null(Forth(pairing, new() { Note = "n", Ticket = Guid.Empty }).Note);
        Assert.Equal(new Measure { Note = "n", Ticket = One }, Back(pairing, new() { Note = "n" }));
    }

    [Fact]
    public void What_never_is_one_is_refused_where_it_stands()
    {
        Assert.StartsWith(
            "/documents/gamma-delta.rst(26,14): warning SLU013: 'ticket' is a GUID and never holds 'NO'",
            Assert.Single(Run([], "note (Dependant on having NO in ticket)|note|\"string\"").Problems),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "/documents/gamma-delta.rst(28,8): error SLU036: 'serial' is text and cannot take a whole number",
            Assert.Single(Run([], "count|serial|\"integer\"").Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_a_guid_is_translated_and_never_copied()
    {
        var firms = new Firms();
        var pairing = Load([], "maker|owner|\"string\"").Resolving(firms);

        Assert.Equal(new Reading { Owner = One }, Forth(pairing, new() { Maker = 7 }));
        Assert.Equal(7, Back(pairing, new() { Owner = One }).Maker);
    }

    [Fact]
    public void A_key_in_an_element_or_under_a_condition_stays_text()
    {
        var pairing = Load([], "maker|firm (Dependant on having NO in country)|\"string\"").Resolving(new Firms());

        Assert.Equal(new Reading { Firm = One.ToString(), Country = "NO" }, Forth(pairing, new() { Maker = 7 }));
    }

    private static Reading Forth(Pairing pairing, Measure measure, Reading? onto = null) =>
        (Reading)pairing.Write(Side.Left, onto ?? new Reading(), new Change(Read(pairing, Side.Right, measure)));

    private static Measure Back(Pairing pairing, Reading reading, Measure? onto = null) =>
        (Measure)pairing.Write(Side.Right, onto ?? new Measure(), new Change(Read(pairing, Side.Left, reading)));

    private static FieldValue[] Read(Pairing pairing, Side side, object record)
    {
        var fields = new FieldValue[pairing.Descriptor.Fields.Count];
        pairing.Read(side, record, fields);
        return fields;
    }

    private static Pairing Load(string[] rules, params string[] rows) =>
        Run(rules, rows).Load("Sluice.Flows.DeltaGamma.ReadingsMeasures");

    private static Generation Run(string[] rules, params string[] rows)
    {
        var generation = new Project().Document(
            "gamma-delta.rst",
            Of("Gamma", "Delta", Section("Gamma Measures", "Delta Readings", Before, rules, rows))).Run();
        Assert.Empty(generation.CompilerMessages);
        return generation;
    }

    // The firm of maker 7 has the GUID.
    private sealed class Firms : IReferences
    {
        public string? LeftKeyOf(ReferenceDescriptor reference, string rightKey) =>
            rightKey == "7" ? One.ToString() : null;

        public string? KeyOn(ReferenceDescriptor reference, Side side, string leftKey) =>
            side == Side.Left ? leftKey : "7";
    }
}
