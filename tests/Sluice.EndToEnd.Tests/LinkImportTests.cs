using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>Links that another tool made are brought in by hand.</summary>
public sealed class LinkImportTests(ITestOutputHelper output)
{
    private const string Contacts = "keap-contacts/youtrack-users";

    [Fact]
    public async Task F58_Links_brought_in_before_the_first_plan_leave_nothing_to_create()
    {
        await using var scene = await Scene.OpenAsync(output);
        var dump = await scene.Sandbox.DumpAsync();
        var pairs = dump.Users.Where(user => user.InScope).Zip(dump.KeapContacts.Keys.Order()).ToList();
        Assert.True(pairs.Count > 100);
        var file = await WriteAsync(scene, "links.csv", [
            "pairing,left,right", .. pairs.Select(pair => $"{Contacts},{pair.Second},{pair.First.Id}"),
        ]);

        (await scene.SluiceAsync("link", "import", file)).Returned(0).Saying($"Decided: {pairs.Count} links.");
        var plan = await scene.JsonAsync(2, "plan");

        var imported = pairs.Select(pair => pair.First.Id).ToHashSet();
        Assert.DoesNotContain(plan["items"]!.AsArray(), item =>
            item!["pairing"]!.GetValue<string>() == Contacts && imported.Contains(item["key"]!.GetValue<string>()));
        (await scene.SluiceAsync("status", "--json")).Saying($"\"name\":\"{Contacts}\",\"state\":\"observing\","
            + $"\"links\":{pairs.Count},");

        // What is linked is told, and not decided again.
        (await scene.SluiceAsync("link", "import", file)).Returned(0).Saying(
            $"Nothing new was decided. {pairs.Count} links are there already: nothing changed about them.");
        Assert.Equal(pairs.Count, (int)(await scene.JsonAsync(0, "link", "import", file))["thereAlready"]!);
    }

    [Fact]
    public async Task Rows_that_are_wrong_are_listed_with_their_line_and_the_rest_goes_on()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = await WriteAsync(scene, "links.csv", [
            "pairing;left;right", $"{Contacts};1;u1", "nobody/nothing;1;u1", $"{Contacts};1;u2", $"{Contacts};3;", "",
            $"{Contacts};4;u4",
        ]);

        (await scene.SluiceAsync("link", "import", file)).Returned(2).Saying(
            "links.csv(3): There is no pairing 'nobody/nothing'.", "links.csv(4): Keap Contacts 1 is linked to u1 by",
            "links.csv(5): The key of YouTrack Users is missing.", "Decided: 2 links; 3 rows refused.");
        var refused = (await scene.JsonAsync(2, "link", "import", file))["refused"]!.AsArray();
        Assert.Equal([3, 4, 5], refused.Select(row => row!["line"]!.GetValue<int>()));

        // What contradicts the links that wait is refused too, and the same ones are not left twice.
        var other = await WriteAsync(scene, "others.csv", ["pairing,left,right", $"{Contacts},4,u5"]);
        (await scene.SluiceAsync("link", "import", other)).Returned(1).Saying(
            "others.csv(2): It was decided already that 4 and u4", $"sluice unlink {Contacts} 4 u4", "no good row");
        (await scene.SluiceAsync("status", "--json")).Returned(0).Saying("\"subject\":\"link 2 pairs\"");
    }

    [Theory]
    [InlineData("There is no file", null)]
    [InlineData("(1): the header lacks pairing, left, right.", "to be done")]
    [InlineData("holds no row.", "pairing,left,right\n")]
    [InlineData("(2): a quote is opened here and never closed.", "pairing,left,right\n\"keap,1,2\n")]
    public async Task A_file_that_cannot_be_meant_makes_no_store(string problem, string? text)
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = scene.Path("links.csv");
        if (text is not null)
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        (await scene.SluiceAsync("link", "import", file)).Returned(1).Saying(problem, "links.csv", "fix:");

        Assert.False(File.Exists(scene.StoreFile));
    }

    private static async Task<string> WriteAsync(Scene scene, string name, string[] lines)
    {
        var path = scene.Path(name);
        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
        return path;
    }
}
