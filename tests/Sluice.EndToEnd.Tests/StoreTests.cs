using System.Text;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>What the store guards: its accounts, its one owner, its plans.</summary>
public sealed class StoreTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_store_refuses_the_accounts_of_another_sandbox()
    {
        await using var first = await Scene.OpenAsync(output);
        await using var second = await Scene.OpenAsync(output);
        await first.ApproveAsync();
        second.Set("Store__Path", first.StoreFile);

        foreach (var arguments in new[] { new[] { "plan" }, ["run", "--once"], ["run"] })
            (await second.SluiceAsync(arguments)).Returned(1)
                .Saying("The store belongs to", "but the settings reach", "Store:Path");

        Assert.DoesNotContain(await second.Sandbox.LogAsync(), entry => entry.IsWrite);
    }

    [Fact]
    public async Task A_second_run_on_one_store_is_refused_and_the_first_goes_on()
    {
        await using var scene = await Scene.OpenAsync(output);
        await using var first = scene.Start("run");
        await first.LogAsync("await the approval of plan");

        (await scene.SluiceAsync("run")).Returned(1).Saying("another process owns it", scene.StoreFile, "fix:");
        (await scene.SluiceAsync("status")).Returned(2).Saying("observing");

        await first.SignalAsync("TERM");
        scene.Checked(["run"], await first.EndAsync()).Returned(0);
        (await scene.SluiceAsync("run", "--once", "--json")).Returned(2);
    }

    [Fact]
    public async Task An_unknown_plan_cannot_be_approved()
    {
        await using var scene = await Scene.OpenAsync(output);
        (await scene.SluiceAsync("approve", "0123456789ab")).Returned(1).Saying("There is no store at", "sluice plan");

        await scene.SluiceAsync("plan");
        (await scene.SluiceAsync("approve", "0123456789ab")).Returned(1)
            .Saying("has no plan 0123456789ab", "Run `sluice plan`");
    }

    [Fact]
    public async Task A_plan_is_approved_once_and_not_when_it_was_carried_out()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm", "Keap");
        var hash = (string)(await scene.JsonAsync(2, "plan"))["hash"]!;

        (await scene.SluiceAsync("approve", hash)).Returned(0).Saying("Approved: ");
        (await scene.SluiceAsync("approve", hash)).Returned(0).Saying("Approved before; nothing changed: ");
        Assert.True((bool)(await scene.JsonAsync(0, "approve", hash))["waitsAlready"]!);
        await scene.RunAsync();

        (await scene.SluiceAsync("approve", hash)).Returned(1)
            .Saying($"Plan {hash} speaks for no pairing that waits", "Run `sluice plan` again.");
        Assert.Single((await scene.StatusAsync())["decisions"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_is_written_before_the_approval()
    {
        await using var scene = await Scene.OpenAsync(output);

        var report = Report.Of((await scene.SluiceAsync("run", "--once", "--json")).Returned(2).LastLine);
        (await scene.SluiceAsync("run", "--once")).Returned(2).Saying("sluice approve");
        (await scene.SluiceAsync("plan")).Returned(2).Saying("Nothing was written");

        Assert.NotNull(report.AwaitingApproval);
        Assert.All(report.Pairings, row => Assert.Equal(("observing", 0, 0), (row.State, row.Changes, row.Links)));
        Assert.DoesNotContain(await scene.Sandbox.LogAsync(), entry => entry.IsWrite);
    }

    [Fact]
    public async Task The_store_is_private_and_holds_no_secret()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        await scene.RunAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scene.StoreFile));
        var bytes = Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(scene.StoreFile, TestContext.Current.CancellationToken));
        foreach (var secret in scene.Secrets())
            Assert.False(bytes.Contains(secret, StringComparison.Ordinal), "A secret stands in the store.");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_left_as_it_is()
    {
        await using var scene = await Scene.OpenAsync(output);
        await File.WriteAllTextAsync(scene.StoreFile, "Dear diary", TestContext.Current.CancellationToken);

        (await scene.SluiceAsync("run", "--once")).Returned(1).Saying(scene.StoreFile, "fix:");

        Assert.Equal("Dear diary", await File.ReadAllTextAsync(scene.StoreFile, TestContext.Current.CancellationToken));
    }
}
