using Sluice.Specification.Documents;

namespace Sluice.Specification.Tests.Reading;

public sealed class CellTests
{
    [Fact]
    public void A_third_cell_without_its_marker_belongs_to_the_row_above()
    {
        var rows =
            "   * - name\n     - title\n\"string\"\n   * - sum\n     - total\n[\"integer\", [\"decimal\", \"_.\"]]\n";
        var reading = Samples.Read(Samples.Around(
            Samples.Section("HubSpot Deal", "Keap Order", "Keap", rows).Replace("     - Keap Data", "Keap Data")
            + Samples.Section("HubSpot Line", "Keap Item", "Keap")));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["\"string\"", "[\"integer\", [\"decimal\", \"_.\"]]"],
            reading.Document.Flows[0].Fields.Select(field => field.Type.Text));
        Assert.Equal(new(28, 1, 8), reading.Document.Flows[0].Fields[0].Type.Span);
        Assert.Equal("Line", reading.Document.Flows[1].Source.Text);
    }

    [Theory]
    [InlineData("name\t ", "name")]
    [InlineData("$original_id", "$original_id")]
    [InlineData("variants..sku", "variants..sku")]
    [InlineData("p:P4649.ps:P4649", "p:P4649.ps:P4649")]
    public void A_path_is_kept_to_the_letter_without_white_space_around_it(string cell, string path) =>
        Assert.Equal(path, Field(cell).Source.Text);

    [Theory]
    [InlineData("x (Dependant on having NO in type)", "NO@type")]
    [InlineData("x (Dependant on having mobile in phone_numbers.nameDependant on having mobile in phone_numbers.name)",
        "mobile@phone_numbers.name mobile@phone_numbers.name")]
    [InlineData("x (Dependant on having wd:Q17517 in p:P31Dependant on having a b in c)", "wd:Q17517@p:P31 a b@c")]
    public void Suffixes_are_taken_apart(string cell, string dependencies)
    {
        var field = Field(cell);

        Assert.Equal("x", field.Source.Text);
        Assert.Equal(dependencies, string.Join(' ', field.SourceDependsOn.Select(one => $"{one.Value}@{one.Path}")));
        Assert.Empty(field.TargetDependsOn);
    }

    [Theory]
    [InlineData("x (Dependant on having  in type)", "@type")]
    [InlineData("x (Dependant on having NO in )", "NO@")]
    [InlineData("x (Dependant on having NO in)", "NO@")]
    [InlineData("x (Dependant on having", "@")]
    public void A_suffix_with_a_blank_part_is_reported(string cell, string dependency)
    {
        var reading = Samples.Read(Samples.Around(
            Samples.Section("HubSpot Deal", "Keap Order", "Keap", Samples.Row(cell, "title", "\"string\""))));

        Assert.Equal([$"SLU013 (26,11,{(cell[^1] == ')' ? cell.Length - 4 : cell.Length - 3)})"],
            Samples.Places(reading.Problems));
        var one = Assert.Single(reading.Document.Flows[0].Fields[0].SourceDependsOn);
        Assert.Equal(dependency, $"{one.Value}@{one.Path}");
    }

    private static Field Field(string cell)
    {
        var reading = Samples.Read(Samples.Around(
            Samples.Section("HubSpot Deal", "Keap Order", "Keap", Samples.Row(cell, "title", "\"string\""))));

        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Document.Flows[0].Fields);
    }
}
