using Sluice.Generator.Tests.Harness;
using Sluice.Snapshots;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Members of every type, read, converted and written.</summary>
public sealed class TypedFieldTests
{
    private const string Class = "Sluice.Flows.DeltaGamma.ReadingsMeasures";
    private const string Phone =
        "\"if\",\"matches\",\"+* *\",\"_.\"],\"join\",\" \",\"slice\", 1,\"split\", \" \",\"_.\"]]],\"_.\"]";

    [Fact]
    public void Members_of_every_type() => Verify(
        "text|text|\"string\"", "flag|flag|\"boolean\"", "active|active|N/A", "count|count|\"integer\"",
        "total|total|N/A", "price|price|\"decimal\"", "weight|weight|\"float\"", "day|day|N/A", "at|at|N/A",
        "tags|tags|N/A", "sizes|sizes|N/A");

    [Fact]
    public void Casts_that_have_an_inverse() => Verify(
        "text|count|\"integer\"", "count|text|\"string\"", "note|price|\"decimal\"", "total|note|\"string\"",
        "country|flag|\"boolean\"", "weight|weight|\"decimal\"", "day|country|\"string\"");

    [Fact]
    public void Expressions_are_methods_that_read_like_them() => Verify(
        $"text|text|{Phone}", "note|note|\"replace\",\" \",\"\", \"string\"]",
        "country|country|\"if\",\"or\",\"is-empty\",\"_.\"],\"eq\",\"\",\"_.\"]],\"-\",\"_.\"]",
        "flag|count|[\"integer\", [\"integer\", -1], [\"string\", \"_.\"]]",
        "at|tags|\"datetime-format\",\"%Y-%m-%d\",\"_.\"]",
        "price|total|\"integer\", \"decimal\"]",
        "day|weight|[\"datetime-diff\", \"year\", [\"now\"], \"_.\"]");

    [Fact]
    public void Points_in_time_as_text() => Verify(
        "at|text|\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]",
        "text|at|\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S.%fZ\"",
        "day|note|\"datetime-format\",\"%d.%m.%Y\",\"_.\"]");

    [Fact]
    public void Texts_that_stand_for_days_and_points_in_time() => Verify(
        "text|day|\"string\"", "note|at|\"string\"", "day|country|\"string\"",
        "day|phones.number (Dependant on having work in phones.name)|\"datetime-format\",\"%Y-%m-%d\",\"_.\"]");

    [Fact]
    public void Formats_of_what_the_member_holds_are_left_away() => Verify(
        "at|day|\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", "day|at|\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]");

    [Fact]
    public void Dependencies_beside_the_value_and_apart_from_it() => Verify(
        "phones.number (Dependant on having mobile in phones.name)|text|\"string\"",
        "note (Dependant on having NO in countryDependant on having NO in country)|note|\"string\"",
        "country|phones.number (Dependant on having work in phones.nameDependant on having true in phones.open)|N/A");

    [Fact]
    public void Keys_of_other_records_are_references_whatever_the_data_type_says() => Verify(
        "maker|firm|\"string\"");

    private static void Verify(params string[] rows)
    {
        var generation = new Project().Document("gamma-delta.rst", Of("Gamma", "Delta", Rows(rows))).Run();
        Snapshot.Verify(
            generation.Files[Class + ".g.cs"], Class + ".g.cs",
            method: TestContext.Current.TestMethod!.MethodName);
        Assert.Empty(generation.CompilerMessages);
        Assert.DoesNotContain(generation.Problems, problem => problem.Contains("error", StringComparison.Ordinal));
    }

    private static string Rows(string[] rows) => Section("Gamma Measures", "Delta Readings", Before, [], rows);
}
