using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice check</c> over good and damaged documents, as people and tools see it.</summary>
public sealed partial class CheckTests(ITestOutputHelper output)
{
    private static readonly string Documents = Path.Combine(Checkout.Root, "spec", "dataflows");

    [Fact]
    public async Task The_given_documents_have_no_errors()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("check", Documents)).Returned(0).Saying("3 documents, 10 flows: 0 errors");
    }

    [Theory]
    [InlineData("     - EmailAddress", "     - EmailAdress", "(56,8): error SLU032", "EmailAddress")]
    [InlineData(
        "   * - profile.email.email\n     - EmailAddress", "   * - profile.email.emial\n     - EmailAddress",
        "(55,8): error SLU032", "Did you mean 'profile.email.email'?")]
    [InlineData("Before any synchronization can take place", "Whenever it pleases them", "(14,1): error SLU", "")]
    public async Task A_damaged_document_is_told_by_file_line_and_column(
        string right, string wrong, string place, string suggestion)
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-powerofficego.rst", text => text.Replace(right, wrong, StringComparison.Ordinal));

        var result = (await scene.BareAsync("check", file)).Returned(1);

        Assert.Contains(result.Output.Split('\n'), line =>
            Problem().IsMatch(line) && line.StartsWith(file, StringComparison.Ordinal)
            && line.Contains(place, StringComparison.Ordinal) && line.Contains(suggestion, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entity_that_is_called_nearly_like_a_known_one_is_pointed_out()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-powerofficego.rst",
            text => text.Replace("go Contactperson", "go Contactpersn", StringComparison.Ordinal));

        (await scene.BareAsync("check", file)).Returned(0)
            .Saying(
                "(12,33): warning SLU031: Powerofficego has no contract for 'Contactpersn'. "
                + "Did you mean 'Contactperson'?");
    }

    [Fact]
    public async Task The_line_of_a_problem_is_shown_with_marks_below_the_place()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-powerofficego.rst",
            text => text.Replace("     - EmailAddress", "\t  - EmailAdress\u001B[31m", StringComparison.Ordinal));

        var lines = (await scene.BareAsync("check", file)).Returned(1).Output.Split('\n');

        var at = Array.FindIndex(lines, line => line.Contains("(56,6): error SLU021", StringComparison.Ordinal));
        Assert.Equal(["       - EmailAdress [31m", "         ^^^^^^^^^^^^^^^^"], lines[(at + 1)..(at + 3)]);
    }

    [Fact]
    public async Task Of_a_long_line_what_is_around_the_place_is_shown()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-powerofficego.rst",
            text => text.Replace(
                "     - EmailAddress", "     - " + new string('x', 5000), StringComparison.Ordinal));

        var result = (await scene.BareAsync("check", file)).Returned(1);

        Assert.All(
            result.Output.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 1, 200));
    }

    [Fact]
    public async Task A_broken_table_is_an_error_in_its_document_and_the_others_are_checked()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-keap.rst",
            text => text.Replace(".. list-table::", ".. list-tabel::", StringComparison.Ordinal));

        (await scene.BareAsync("check", file, Documents)).Returned(1)
            .Saying($"{file}(", "error SLU", "4 documents, 14 flows");
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_told()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("check", "nowhere.rst")).Returned(1).Saying("nowhere.rst does not exist", "fix:");
    }

    [Fact]
    public async Task A_folder_without_documents_is_the_wrong_folder()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("check", scene.Path("."))).Returned(1).Saying("There is no document in", "fix:");
    }

    [Fact]
    public async Task Files_in_capital_letters_are_documents_too()
    {
        await using var scene = await Scene.OpenAsync(output);
        File.Copy(Path.Combine(Documents, "youtrack-keap.rst"), scene.Path("YOUTRACK-KEAP.RST"));

        (await scene.BareAsync("check", scene.Path("."))).Returned(0).Saying("1 document, 4 flows: 0 errors");
    }

    [Fact]
    public async Task Json_has_one_line_a_document_with_exactly_the_members_that_tools_depend_on()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await DamagedAsync(
            scene, "youtrack-powerofficego.rst",
            text => text.Replace("     - EmailAddress", "     - EmailAdress", StringComparison.Ordinal));

        var result = (await scene.BareAsync("check", "--json", file)).Returned(1);

        var document = JsonNode.Parse(Assert.Single(result.Output.Split('\n')))!;
        Members(document, "file", "source", "target", "generated", "flows", "problems");
        Assert.Equal("youtrack-powerofficego.rst", (string?)document["file"]);
        Assert.Equal(
            ("YouTrack", "Powerofficego", "2024-07-22T00:00:01"),
            ((string?)document["source"], (string?)document["target"], (string?)document["generated"]));
        Assert.Equal(2, document["flows"]!.AsArray().Count);
        foreach (var each in document["flows"]!.AsArray())
            Members(
                each!, "line", "sourceSystem", "source", "targetSystem", "target", "creation", "condition",
                "ifMatching", "connectedTo", "connectedInto", "matchRules", "fields");

        var flow = document["flows"]![0]!;
        Assert.Equal(
            """{"line":23,"source":"profile.email.email","target":"emailAddress"}""",
            flow["matchRules"]![0]!.ToJsonString());
        var field = flow["fields"]![0]!;
        Members(field, "line", "source", "target", "type", "expression", "sourceDependsOn", "targetDependsOn");
        Assert.Equal(
            (36, "profile.email", "emailAddress", "\"string\""),
            ((int)field["line"]!, (string?)field["source"], (string?)field["target"], (string?)field["type"]));
        Assert.Equal("""["string","_."]""", field["expression"]!.ToJsonString());
        Assert.Equal("link-required", (string?)flow["creation"]);

        Assert.All(document["problems"]!.AsArray(), each =>
            Members(each!, "code", "severity", "line", "column", "length", "message"));
        var problem = Assert.Single(document["problems"]!.AsArray(), each => (string?)each!["severity"] == "error")!;
        Assert.Equal(
            ("SLU032", "error", 56, 8, 11),
            ((string?)problem["code"], (string?)problem["severity"], (int)problem["line"]!, (int)problem["column"]!,
                (int)problem["length"]!));
    }

    [GeneratedRegex(@"^.+\(\d+,\d+\): (error|warning|information) SLU\d{3}: .+")]
    private static partial Regex Problem();

    private static void Members(JsonNode node, params string[] names) =>
        Assert.Equal(names, node.AsObject().Select(member => member.Key));

    private static async Task<string> DamagedAsync(Scene scene, string name, Func<string, string> damage)
    {
        var right = await File.ReadAllTextAsync(Path.Combine(Documents, name), TestContext.Current.CancellationToken);
        var wrong = damage(right);
        Assert.NotEqual(right, wrong);
        await File.WriteAllTextAsync(scene.Path(name), wrong, TestContext.Current.CancellationToken);
        return scene.Path(name);
    }
}
