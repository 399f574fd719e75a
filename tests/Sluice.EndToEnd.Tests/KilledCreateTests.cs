using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// A create is committed and its answer never comes: the process is killed while it waits, or the connection breaks.
/// </summary>
public sealed class KilledCreateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("keap", "/contacts")]
    [InlineData("keap", "/companies")]
    [InlineData("customcrm", "/contacts")]
    [InlineData("customcrm", "/customers")]
    public async Task A_create_whose_process_was_killed_before_the_answer_is_found_and_not_made_again(
        string system, string path)
    {
        await using var scene = await OpenAsync(system);

        var held = await Killing.AtWriteAsync(scene, system, "POST", path);
        await scene.SettleAsync();

        await MadeOnceAsync(scene, held);
    }

    [Theory]
    [InlineData("keap", "/contacts")]
    [InlineData("customcrm", "/contacts")]
    public async Task A_create_whose_answer_was_lost_on_the_way_is_found_and_not_made_again(string system, string path)
    {
        await using var scene = await OpenAsync(system);
        await scene.Sandbox.SwitchOnAsync("drop-answer-once", ("system", system), ("method", "POST"), ("path", path));

        await scene.SettleAsync();

        await MadeOnceAsync(
            scene, Assert.Single(await scene.Sandbox.LogAsync(), entry => entry.Fault == "drop-answer-once"));
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_made_once_it_can_no_longer_arrive_late()
    {
        await using var scene = await OpenAsync("keap");
        scene.Set("Pipeline__LateCommitBound", "00:00:05");
        await scene.Sandbox.SwitchOnAsync(
            "status", ("system", "keap"), ("method", "POST"), ("path", "/contacts"), ("status", 500), ("count", 1));

        await scene.RunAsync();
        Assert.Equal(1, await scene.UnsettledAsync());
        await Eventually.FindAsync(
            "settled store",
            async () => (await scene.RunAsync()).Changes == 0 && await scene.UnsettledAsync() == 0 ? "settled" : null);

        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }

    [Fact]
    public async Task What_a_lost_create_made_and_somebody_edited_since_is_asked_about_and_linked_by_its_answer()
    {
        const string Contacts = "keap-contacts/youtrack-users";
        await using var scene = await OpenAsync("keap");
        await scene.SettleAsync();
        scene.Set("Pipeline__LateCommitBound", "00:00:01");
        var user = await scene.Sandbox.Vendors.AddUserAsync("zoe", "Zoe Quillfeather", "zoe@either.example");
        await scene.Sandbox.SwitchOnAsync(
            "drop-answer-once", ("system", "keap"), ("method", "POST"), ("path", "/contacts"));
        await scene.RunAsync();
        var made = Assert.Single(await scene.Sandbox.LogAsync(), entry => entry.Fault == "drop-answer-once").Id!;
        await scene.Sandbox.Vendors.SetKeapContactEmailAsync(made, "quill@either.example");

        var question = await Eventually.FindAsync("question about the contact", async () =>
        {
            await scene.RunAsync();
            var asked = await scene.SluiceAsync("review", Contacts, "--json");
            return JsonNode.Parse(asked.LastLine)!["items"]!.AsArray()
                .FirstOrDefault(item => item!["asks"]!.GetValue<string>() == "made");
        });
        Assert.Equal(user, question["key"]!.GetValue<string>());
        Assert.Equal(
            [$"link:{made}", $"unlink:{made}", "none"],
            question["answers"]!.AsArray().Select(answer => answer!.GetValue<string>()));

        (await scene.SluiceAsync("review", "decide", Contacts, $"right/{user}", $"link:{made}")).Returned(0);
        await scene.RunAsync();

        Assert.Equal(0, await scene.UnsettledAsync());
        Assert.Single(
            await scene.Sandbox.LogAsync(),
            entry => entry.System == "keap" && entry.Method == "POST" && entry.Committed && entry.Id == made);
        (await scene.SluiceAsync("why", "YouTrack", "Users", user)).Returned(0).Saying(made);
    }

    private static async Task MadeOnceAsync(Scene scene, LogEntry write)
    {
        Assert.True(write.Committed);
        Assert.Single(
            await scene.Sandbox.LogAsync(),
            entry => entry.System == write.System && entry.Committed && entry.Id == write.Id);
        await Counterparts.CheckAsync(scene.Sandbox, write.System);
    }

    private async Task<Scene> OpenAsync(string system)
    {
        var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly(system == "keap" ? "Customcrm" : "Keap");
        await scene.ApproveAsync();
        return scene;
    }
}
