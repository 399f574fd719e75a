using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>The process dies at each point of a renewal, and is started again.</summary>
public sealed class CrashTableTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // How often the token server may be asked after the crash, for good.
    public static TheoryData<CrashPoint, bool, int> Table { get; } = new(
        from grace in new[] { true, false }
        from row in new[]
        {
            (CrashPoint.BeforeNote, 1), (CrashPoint.AfterNote, 1), (CrashPoint.RequestLost, 1),
            (CrashPoint.ReplyLost, 1), (CrashPoint.BeforeSave, 1), (CrashPoint.AfterSave, 0), (CrashPoint.AfterUse, 0),
        }
        select (row.Item1, grace, row.Item2));

    [Theory]
    [MemberData(nameof(Table))]
    public async Task F35_A_crash_costs_the_sign_in_only_where_the_tokens_died_with_the_reply(
        CrashPoint point, bool grace, int refreshes)
    {
        await using var keap = grace
            ? await KeapApplication.SignedInAsync(Fault.Of("grace-window", "keap", seconds: 120))
            : await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(point);
        await Assert.ThrowsAsync<CrashException>(keap.AskAsync);
        var before = await keap.RefreshesAsync();

        await keap.StartAsync();
        var answers = await keap.AskAsync(times: 12);

        Assert.Equal(refreshes, await keap.RefreshesAsync() - before);
        if (!grace && point is CrashPoint.ReplyLost or CrashPoint.BeforeSave)
        {
            Assert.All(answers, answer => Assert.Equal(RemoteFailure.SignInRefused, answer?.Failure));
            Assert.Equal(SignInState.Reauthorise, await keap.StateAsync());
            Assert.Equal(
                "The sign-in to Keap has ended and cannot be renewed: its refresh token is not taken any more "
                + "(400: Invalid Refresh Token). Run `sluice connect keap`: the pairings that need Keap stand still "
                + "until then, the others go on.",
                Assert.Single(keap.Alerts).Trim());
        }
        else
        {
            Assert.All(answers, Assert.Null);
            Assert.Equal(SignInState.Good, await keap.StateAsync());
            Assert.Empty(keap.Alerts);
        }
    }

    [Fact]
    public async Task F35_A_process_that_dies_of_each_attempt_makes_two_and_never_a_third()
    {
        await using var keap = await KeapApplication.SignedInAsync(
            Fault.Of("grace-window", "keap", seconds: 100_000));
        keap.Pass(Lifetime);

        for (var start = 0; start < 2; start++)
        {
            await keap.StartAsync(CrashPoint.ReplyLost);
            await Assert.ThrowsAsync<CrashException>(keap.AskAsync);
        }

        for (var start = 0; start < 5; start++)
        {
            await keap.StartAsync();
            var failure = await keap.AskAsync();
            Assert.Contains("the answers to two attempts to renew it were lost", failure!.Message,
                StringComparison.Ordinal);
        }

        Assert.Equal(2, await keap.RefreshesAsync());
        Assert.Single(keap.Alerts);
    }
}
