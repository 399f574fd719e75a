using System.Net;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>YouTrack's permanent tokens, which are good for what they were made for.</summary>
public sealed class YouTrackTokenTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_was_not_made_for_Hub_is_told_from_one_that_is_wrong()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var scoped = Host.Of(sandbox.Addresses, ("YouTrack:Token", sandbox.Addresses.YouTrackOnlyToken));
        await using var wrong = Host.Of(sandbox.Addresses, ("YouTrack:Token", "perm:wrong"));

        var lacksHub = await FailureAsync(scoped);
        var isWrong = await FailureAsync(wrong);

        Assert.Equal(RemoteFailure.SignInRefused, lacksHub.Failure);
        Assert.StartsWith(
            "YouTrack takes the token, and its Hub refuses it (", lacksHub.Message, StringComparison.Ordinal);
        Assert.Contains("whose scope holds both YouTrack and Hub", lacksHub.Fix, StringComparison.Ordinal);
        Assert.Equal(RemoteFailure.SignInRefused, isWrong.Failure);
        Assert.StartsWith("YouTrack refuses the sign-in", isWrong.Message, StringComparison.Ordinal);
        Assert.Contains("it may have been deleted", isWrong.Fix, StringComparison.Ordinal);
        foreach (var failure in new[] { lacksHub, isWrong })
            Assert.DoesNotContain("perm:", failure.ToString() + failure.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, HttpStatusCode.OK, RemoteFailure.SignInRefused, "made for YouTrack alone")]
    [InlineData(HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, RemoteFailure.RightMissing, "does not let us read")]
    [InlineData(HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, RemoteFailure.SignInRefused, "the sign-in")]
    public async Task Hub_may_refuse_it_with_either_status(
        HttpStatusCode hub, HttpStatusCode youTrack, RemoteFailure failure, string words)
    {
        await using var host = Host.Of(new ScriptedHandler((request, _) => ScriptedHandler.Json(
            """{"id":"1-2"}""",
            request.RequestUri!.AbsolutePath.StartsWith("/hub/", StringComparison.Ordinal) ? hub : youTrack)));

        var refused = await FailureAsync(host);

        Assert.Equal(failure, refused.Failure);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static Task<RemoteException> FailureAsync(Host host) =>
        Assert.ThrowsAsync<RemoteException>(() => host.Connection("YouTrack").IdentifyAsync(Token));
}
