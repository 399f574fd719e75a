using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>What the store knows of a pairing whose document was removed or renamed.</summary>
public sealed class UndocumentedTests(ITestOutputHelper output)
{
    private const string Contacts = "keap-contacts/youtrack-users";
    private const string Gone = "gone-members/gone-users";

    [Fact]
    public async Task F49_What_left_the_program_is_shown_apart_asks_nobody_and_can_be_told_apart()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = scene.Path("links.csv");
        await File.WriteAllLinesAsync(
            file, ["pairing,left,right", $"{Contacts},1,u1"], TestContext.Current.CancellationToken);
        (await scene.SluiceAsync("link", "import", file)).Returned(0);
        await scene.RememberAsync(Gone);

        (await scene.SluiceAsync("status")).Returned(0).Saying(
            "No document speaks of these any more", $"{Gone}: 1 links", "Two could be meant.");
        var status = await scene.JsonAsync(0, "status");
        Assert.Empty(status["pairings"]!.AsArray());
        Assert.Empty(status["open"]!.AsArray());
        var left = Assert.Single(status["undocumented"]!.AsArray())!;
        Assert.Equal((Gone, 1), ((string)left["name"]!, (int)left["links"]!));
        Assert.Equal("review", (string)Assert.Single(left["open"]!.AsArray())!["kind"]!);

        (await scene.SluiceAsync("review")).Returned(0).Saying("Nothing waits for a person.", $"1 question of {Gone}");
        var review = await scene.JsonAsync(0, "review");
        Assert.Empty(review["items"]!.AsArray());
        Assert.Equal(1, (int)Assert.Single(review["undocumented"]!.AsArray())!["questions"]!);
        (await scene.SluiceAsync("review", "export", scene.Path("questions.csv"))).Returned(0).Saying("0 questions.");

        (await scene.SluiceAsync("unlink", Gone, "2")).Returned(1).Saying(
            $"Neither side of {Gone} has a linked record");
        (await scene.SluiceAsync("unlink", Gone, "1", "u2")).Returned(1).Saying(
            $"No document speaks of {Gone} any more");
        (await scene.SluiceAsync("unlink", Gone, "u1")).Returned(0).Saying("1 and Gone Users u1 are told apart");
        (await scene.SluiceAsync("unlink", "nobody/nothing", "1")).Returned(1).Saying("There is no pairing");
    }
}
