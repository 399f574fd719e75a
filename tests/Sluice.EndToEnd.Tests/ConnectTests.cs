using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A person signs in to Keap with a browser, and what came of it is kept.</summary>
public sealed class ConnectTests(ITestOutputHelper output)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Who_comes_back_from_the_browser_is_signed_in_and_only_the_user_can_read_what_is_kept()
    {
        await using var scene = await ApplicationAsync();
        (await scene.SluiceAsync("doctor")).Returned(4)
            .Saying("Nobody has signed in to Keap yet", "Run `sluice connect keap`");
        using var browser = new Browser();
        await using var connect = scene.Start("connect", "keap");
        var back = await browser.BroughtBackToAsync(connect);

        // Others who know the port, but not the state, neither get in nor end the wait.
        Assert.Contains("no sign-in that is under way", await browser.ReadAsync(
            new(back.GetLeftPart(UriPartial.Path) + "?code=theirs&state=guessed")), StringComparison.Ordinal);
        Assert.Contains("nothing here", await browser.ReadAsync(new(back, "/elsewhere")), StringComparison.Ordinal);
        Assert.Contains("Thank you", await browser.ReadAsync(back), StringComparison.Ordinal);

        scene.Checked(["connect"], await connect.EndAsync()).Returned(0)
            .Saying("Signed in to Keap as Sandbox ", scene.StoreFile, scene.Path("keys"));
        (await scene.SluiceAsync("doctor")).Returned(0).Saying("Keap: signed in as Sandbox ");
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(scene.Path("keys")));
        var key = Assert.Single(Directory.GetFiles(scene.Path("keys")));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(key));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(scene.StoreFile));
        foreach (var file in Directory.GetFiles(scene.Path("."), "store.db*"))
            foreach (var secret in Scene.IssuedSecrets)
                Assert.DoesNotContain(
                    secret, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                    StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_browser_ended_at_elsewhere_can_be_pasted()
    {
        await using var scene = await ApplicationAsync();
        scene.Set("Systems__Keap__RedirectAddress", "https://example.com/back");
        using var browser = new Browser();
        await using var connect = scene.Start("connect", "keap", "--json");
        var open = System.Text.Json.Nodes.JsonNode.Parse(await connect.OutputAsync("\"open\""))!;
        var back = await browser.FollowAsync(new(open["open"]!.GetValue<string>()));

        await connect.SayAsync($"what?\nhttps://example.com/back?code=theirs&state=guessed\n{back}\n");

        var result = scene.Checked(["connect"], await connect.EndAsync()).Returned(0);
        Assert.Equal(2, result.Errors.Split("That is not the address").Length - 1);
        Assert.StartsWith(
            "Sandbox ", System.Text.Json.Nodes.JsonNode.Parse(result.LastLine)!["account"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_a_wait_in_vain_and_a_stop_leave_nothing_and_say_so()
    {
        await using var scene = await ApplicationAsync();
        (await scene.SluiceAsync("connect", "keap", "--timeout", "00:00:00.2")).Returned(4)
            .Saying("Nobody signed in to Keap within", "--timeout gives more time");
        (await scene.SluiceAsync("connect", "keap", "--timeout", "soon")).Returned(1)
            .Saying("--timeout takes a time up to an hour, as in 00:10:00, not 'soon'.");

        await using (var stopped = scene.Start("connect", "keap"))
        {
            await stopped.OutputAsync("Waiting");
            await stopped.SignalAsync("INT");
            scene.Checked(["connect"], await stopped.EndAsync()).Returned(4).Saying("Stopped", "nothing was stored");
        }

        await scene.Sandbox.SwitchOnAsync("deny-sign-in", ("system", "keap"));
        (await scene.ConnectAsync()).Returned(4).Saying("Keap let nobody in (access_denied).");
        (await scene.SluiceAsync("doctor")).Returned(4).Saying("Nobody has signed in to Keap yet");
    }

    [Fact]
    public async Task A_wrong_secret_and_a_port_that_is_taken_are_told_with_the_setting()
    {
        await using var scene = await ApplicationAsync();
        scene.Set("Systems__Keap__ClientSecret", "wrong");
        (await scene.ConnectAsync()).Returned(4).Saying(
            "Keap gave out no tokens: it does not know this application (401",
            "Check ClientId and ClientSecret in Systems:Keap");

        scene.Set("Systems__Keap__RedirectAddress", $"http://127.0.0.1:{scene.Sandbox.Addresses.Keap.Port}/back");
        (await scene.SluiceAsync("connect", "keap")).Returned(1)
            .Saying("Nobody can listen at http://127.0.0.1:", "another RedirectAddress");
    }

    [Fact]
    public async Task A_store_of_another_account_takes_no_tokens()
    {
        await using var first = await ApplicationAsync();
        (await first.ConnectAsync()).Returned(0);
        (await first.SluiceAsync("plan")).Returned(2);
        await using var second = await Scene.OpenAsync(output);
        await second.UseApplicationAsync();
        second.Set("Store__Path", first.StoreFile);

        (await second.ConnectAsync()).Returned(1)
            .Saying("The sign-in is to Sandbox ", "and this store belongs to Sandbox ", "Nothing was stored.");

        (await first.SluiceAsync("doctor")).Returned(0);
    }

    [Fact]
    public async Task A_store_that_was_moved_without_its_key_asks_for_a_sign_in_and_writes_nothing_to_Keap()
    {
        await using var scene = await ApplicationAsync();
        (await scene.ConnectAsync()).Returned(0);
        await scene.ApproveAsync();
        scene.Set("Store__Keys", scene.Path("elsewhere"));
        await scene.Sandbox.DrainLogAsync();

        (await scene.SluiceAsync("run", "--once")).Returned(4).Saying(
            "The tokens of Keap in the store cannot be opened", scene.Path("elsewhere"), "Put the files",
            "`sluice connect keap`");

        Assert.DoesNotContain(await scene.Sandbox.LogAsync(), entry => entry.System == "keap");
        scene.Set("Store__Keys", scene.Path("keys"));
        (await scene.SluiceAsync("doctor")).Returned(0);
    }

    [Fact]
    public async Task What_needs_no_sign_in_says_so()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.SluiceAsync("connect", "keap")).Returned(1).Saying("there is nothing to connect", "ClientId");
        (await scene.SluiceAsync("connect", "youtrack")).Returned(1).Saying("there is nothing to connect");
        (await scene.SluiceAsync("connect", "Kaep")).Returned(1).Saying("'Kaep' is no system", "Keap");
        scene.Set("Systems__Keap__ClientId", "x");
        (await scene.SluiceAsync("doctor")).Returned(1).Saying(
            "Systems:Keap:Token and Systems:Keap:ClientId are both given", "Systems:Keap:ClientSecret is missing");
    }

    private async Task<Scene> ApplicationAsync()
    {
        var scene = await Scene.OpenAsync(output);
        await scene.UseApplicationAsync();
        return scene;
    }
}
