using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice eval</c>, as people and tools use it.</summary>
public sealed class EvalTests(ITestOutputHelper output)
{
    private static readonly string Vectors = Path.Combine(
        Checkout.Root, "tests", "Sluice.Generator.Tests", "DataTypes", "vectors.json");

    [Theory]
    [InlineData("\"integer\", \"decimal\"]", "\"12.7\"", "12")]
    [InlineData("[\"if\", [\"neq\", \"_.\", \"X\"], \"integer\", \"string\"]", "\"X\"", "\"X\"")]
    [InlineData("integer", "123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("\"decimal\"", "\"1.50\"", "1.50")]
    [InlineData("\"string\"", "twelve", "\"twelve\"")]
    [InlineData("_.a", "{\"a\": [1, 2]}", "[1,2]")]
    [InlineData("N/A", "[1, \"~rhttp://x.no/\", \"~t2015-07-28T09:46:00.12345Z\", null]",
        "[1,\"~rhttp://x.no/\",\"~t2015-07-28T09:46:00.12345Z\",null]")]
    public async Task One_expression_is_tried_on_one_value(string expression, string value, string expected)
    {
        await using var scene = await Scene.OpenAsync(output);

        Assert.Equal(expected, (await scene.BareAsync("eval", expression, value)).Returned(0).Output);
    }

    [Fact]
    public async Task What_cannot_be_converted_is_null_and_said()
    {
        await using var scene = await Scene.OpenAsync(output);

        var result = (await scene.BareAsync("eval", "\"integer\"", "\"twelve\"")).Returned(0);

        Assert.Equal(("null", "note: 'twelve' is not an integer"), (result.Output, result.Errors));
    }

    [Fact]
    public async Task What_cannot_be_read_is_an_error_with_its_reason()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("eval", "[\"strng\", \"_.\"]", "1")).Returned(1)
            .Saying("error: The expression cannot be read: 'strng' is not a function; did you mean 'string'?", "fix:");
        (await scene.BareAsync("eval", "\"string\"")).Returned(1).Saying("There is no value", "fix:");
    }

    [Fact]
    public async Task Lines_are_answered_one_by_one_and_a_bad_one_stops_no_other()
    {
        var result = (await LinesAsync(
            "[[\"integer\", \"_.\"], \"12\"]\n\n[\"\\\"integer\\\", \\\"decimal\\\"]\", \"1.5\"]\nnonsense\n"
            + "[[\"nope\"], 1]\n[1]\n[[\"decimal\", \"_.\"], \"x\"]\n[\"boolean\", \"TRUE\"]\n"
            + "[\"string\", \"\\ud800\"]\n[\"string\", 1]\n")).Returned(1);

        Assert.Equal(["12", "1", "null", "null", "null", "null", "true", "null", "\"1\""], result.Output.Split('\n'));
        Assert.StartsWith("line 4: this is no JSON: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("line 5: the expression cannot be read: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("line 6: a line is a JSON list of two", result.Errors, StringComparison.Ordinal);
        Assert.Contains("line 7: 'x' is not a decimal number", result.Errors, StringComparison.Ordinal);
        Assert.Contains("line 9: this is no JSON: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_vectors_are_computed_as_generated_code_computes_them()
    {
        using var vectors = JsonDocument.Parse(
            await File.ReadAllTextAsync(Vectors, TestContext.Current.CancellationToken));
        var rows = vectors.RootElement.EnumerateArray().ToList();

        var result = (await LinesAsync(string.Concat(rows.Select(row =>
            $"[{row[0].GetRawText()}, {row[1].GetRawText()}]\n")))).Returned(0);

        var answers = result.Output.Split('\n');
        Assert.Equal(rows.Count, answers.Length);
        Assert.All(rows.Zip(answers), pair => Assert.True(
            Is(pair.First[2], pair.Second), $"{pair.First.GetRawText()} gave {pair.Second}"));
    }

    // A decimal number is expected to the digit, any other for what it is.
    private static bool Is(JsonElement expected, string answer) => expected.ValueKind == JsonValueKind.Object
        ? expected.GetProperty("decimal").GetString() == answer
        : JsonNode.DeepEquals(JsonNode.Parse(expected.GetRawText()), JsonNode.Parse(answer));

    private async Task<Result> LinesAsync(string input)
    {
        await using var scene = await Scene.OpenAsync(output);
        await using var process = SluiceProcess.Start(["eval", "-"], Checkout.Root, new Dictionary<string, string>());
        await process.SayAsync(input);
        return scene.Checked(["eval", "-"], await process.EndAsync());
    }
}
