using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A service whose sign-in ends while it lives.</summary>
public sealed class SignInEndsTests(ITestOutputHelper output)
{
    private const string Others = "powerofficego-contactperson/youtrack-users: ";
    private const string Alert = "The sign-in to Keap has ended";

    [Fact]
    public async Task F35_A_lost_reply_is_one_alert_the_others_go_on_and_a_new_sign_in_sets_all_going()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.UseApplicationAsync();
        scene.Set("Pipeline__Interval", "00:00:01");
        await scene.Sandbox.SwitchOnAsync("token-lifetime", ("system", "keap"), ("seconds", 600));
        (await scene.ConnectAsync()).Returned(0);
        await scene.ApproveAsync();
        await scene.SettleAsync();
        await scene.Sandbox.SwitchOnAsync("token-lifetime", ("system", "keap"), ("seconds", 4));
        (await scene.ConnectAsync()).Returned(0);
        await scene.Sandbox.SwitchOnAsync("drop-answer-once", ("system", "keap"), ("path", "/token"));

        // Each new user is one more reason to call Keap, until its token has run out.
        await using var service = scene.Start("run");
        await service.LogAsync(Others);
        for (var i = 0; i < 60 && !service.HasLogged(Alert); i++)
        {
            await scene.Sandbox.Vendors.AddUserAsync($"late{i}", $"Kim Late{i}", $"late{i}@new.example");
            await service.LogMoreAsync(Others, 1);
        }

        await service.LogMoreAsync("keap-contacts/youtrack-users did not run to its end", 1);
        await service.LogMoreAsync(Others, 3);
        var asked = (await scene.Sandbox.LogAsync()).Count(entry => entry.Path == "/token");
        (await scene.SluiceAsync("status")).Returned(4).Saying(
            "sign-in: Keap's has ended", "Invalid Refresh Token", "sluice connect keap");
        (await scene.SluiceAsync("run", "--once")).Returned(4).Saying(Alert, "the others go on");
        Assert.Equal(asked, (await scene.Sandbox.LogAsync()).Count(entry => entry.Path == "/token"));

        await scene.Sandbox.SwitchAllOffAsync();
        (await scene.ConnectAsync()).Returned(0);
        await service.LogMoreAsync("keap-companies/youtrack-usergroups: ", 2);
        (await scene.SluiceAsync("status")).Returned(2);
        await service.SignalAsync("TERM");
        var ended = scene.Checked(["run"], await service.EndAsync()).Returned(0);
        Assert.Equal(1, ended.Errors.Split("fail: Sluice.SignIn").Length - 1);
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox, "keap");
    }
}
