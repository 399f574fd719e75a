using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// An update is committed and its answer never comes: the process is killed while it waits, or the connection breaks.
/// </summary>
public sealed class KilledUpdateTests(ITestOutputHelper output)
{
    private const string Moved = "moved@either.example";

    [Theory]
    [InlineData("youtrack")]
    [InlineData("powerofficego")]
    public async Task An_update_whose_process_was_killed_before_the_answer_is_sent_once(string system)
    {
        await using var scene = await Scene.OpenAsync(output);
        var link = await LinkAsync(scene);
        await EditAcrossAsync(scene, system, link, Moved);

        var held = await KillAsync(scene, system, link);
        await scene.SettleAsync();

        Assert.Single(await scene.Sandbox.LogAfterAsync(held.Sequence - 1), entry => entry.Committed);
        await AgreeAsync(scene, link, Moved);
    }

    [Theory]
    [InlineData("youtrack")]
    [InlineData("powerofficego")]
    public async Task An_update_whose_answer_was_lost_on_the_way_is_sent_once(string system)
    {
        await using var scene = await Scene.OpenAsync(output);
        var link = await LinkAsync(scene);
        await EditAcrossAsync(scene, system, link, Moved);
        var before = await scene.Sandbox.LastSequenceAsync();
        await scene.Sandbox.SwitchOnAsync("drop-answer-once", ("system", system));

        await scene.SettleAsync();

        var write = Assert.Single(await scene.Sandbox.LogAfterAsync(before), entry => entry.Committed);
        Assert.Equal("drop-answer-once", write.Fault);
        await AgreeAsync(scene, link, Moved);
    }

    [Fact]
    public async Task An_edit_made_while_the_host_was_dead_is_not_taken_for_our_own_late_write()
    {
        await using var scene = await Scene.OpenAsync(output);
        var link = await LinkAsync(scene);
        await EditAcrossAsync(scene, "powerofficego", link, "first@either.example");
        await KillAsync(scene, "powerofficego", link);

        await EditAcrossAsync(scene, "powerofficego", link, "second@either.example");
        await scene.SettleAsync();

        await AgreeAsync(scene, link, "second@either.example");
    }

    private static Task<LogEntry> KillAsync(Scene scene, string system, (string Party, string User) link) =>
        system == "youtrack"
            ? Killing.AtWriteAsync(scene, system, "POST", $"/users/{link.User}")
            : Killing.AtWriteAsync(scene, system, "PATCH", $"/ContactPersons/{link.Party}");

    /// <summary>Edits the record across from a system, so that the system has to be written to.</summary>
    private static Task EditAcrossAsync(Scene scene, string system, (string Party, string User) link, string email) =>
        system == "youtrack"
            ? scene.Sandbox.Vendors.SetContactPersonEmailAsync(link.Party, email)
            : scene.Sandbox.Vendors.SetEmailAsync(link.User, email);

    /// <summary>Links what matches, and chooses a link whose values are copied.</summary>
    private static async Task<(string Party, string User)> LinkAsync(Scene scene)
    {
        scene.SetReadOnly("Keap", "Customcrm");
        var people = new Oracle().People;
        people.Foresee(await scene.Sandbox.DumpAsync());
        await scene.ApproveAsync();
        await scene.SettleAsync();
        return people.Links.Keys.Order().ElementAt((int)(scene.Sandbox.Seed % people.Links.Count));
    }

    private static async Task AgreeAsync(Scene scene, (string Party, string User) link, string email)
    {
        var dump = await scene.Sandbox.DumpAsync();
        Assert.Equal((email, email), (dump.ContactPerson(link.Party).Email, dump.User(link.User).Email));
    }
}
