namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_sign_in_is_kept_over_owners_and_listed_without_its_content()
    {
        Assert.Null(await Store.FindSignInAsync("Keap"));
        await Store.LeaveSignInAsync("Keap", "first"u8.ToArray(), Noon);

        await ReopenAsync();

        var found = await SignInAsync();
        Assert.Equal(("Keap", 1L, SignInState.Good, "", Noon), Stand(found));
        Assert.Equal("first"u8, found.Content.Span);
        var listed = Assert.Single(await Store.SignInsAsync());
        Assert.Equal(Stand(found), Stand(listed));
        Assert.True(listed.Content.IsEmpty);
    }

    [Fact]
    public async Task A_refresh_is_written_down_first_and_ends_in_other_tokens()
    {
        await Store.LeaveSignInAsync("Keap", "first"u8.ToArray(), Noon);
        var good = await SignInAsync();

        Assert.True(await Store.MoveSignInAsync(good, SignInState.Refreshing, "asked", At(1)));
        var refreshing = await SignInAsync();
        Assert.Equal(("Keap", 1L, SignInState.Refreshing, "asked", At(1)), Stand(refreshing));
        Assert.Equal("first"u8, refreshing.Content.Span);
        Assert.True(await Store.RenewSignInAsync(refreshing, "second"u8.ToArray(), At(2)));

        var renewed = await SignInAsync();
        Assert.Equal(("Keap", 2L, SignInState.Good, "", At(2)), Stand(renewed));
        Assert.Equal("second"u8, renewed.Content.Span);
    }

    [Fact]
    public async Task Of_two_changes_that_start_from_the_same_sign_in_one_is_stored()
    {
        await Store.LeaveSignInAsync("Keap", "first"u8.ToArray(), Noon);
        var good = await SignInAsync();
        Assert.True(await Store.MoveSignInAsync(good, SignInState.Refreshing, "", At(1)));

        Assert.False(await Store.MoveSignInAsync(good, SignInState.Refreshing, "", At(2)));

        Assert.Equal(("Keap", 1L, SignInState.Refreshing, "", At(1)), Stand(await SignInAsync()));
    }

    [Fact]
    public async Task New_tokens_take_the_place_of_those_they_were_got_with_however_these_stand_by_now()
    {
        await Store.LeaveSignInAsync("Keap", "first"u8.ToArray(), Noon);
        var good = await SignInAsync();
        await Store.MoveSignInAsync(good, SignInState.Refreshing, "", At(1));
        var refreshing = await SignInAsync();
        await Store.MoveSignInAsync(refreshing, SignInState.Reauthorise, "refused", At(2));

        Assert.True(await Store.RenewSignInAsync(refreshing, "second"u8.ToArray(), At(3)));
        Assert.False(await Store.RenewSignInAsync(refreshing, "late"u8.ToArray(), At(4)));

        var found = await SignInAsync();
        Assert.Equal(("Keap", 2L, SignInState.Good, "", At(3)), Stand(found));
        Assert.Equal("second"u8, found.Content.Span);
    }

    [Fact]
    public async Task Whoever_signs_in_anew_outdates_a_refresh_that_is_under_way()
    {
        await Store.LeaveSignInAsync("Keap", "first"u8.ToArray(), Noon);
        var refreshing = await SignInAsync();
        await Store.MoveSignInAsync(refreshing, SignInState.Refreshing, "", At(1));
        refreshing = await SignInAsync();

        await Store.LeaveSignInAsync("Keap", "anew"u8.ToArray(), At(2));

        Assert.False(await Store.RenewSignInAsync(refreshing, "late"u8.ToArray(), At(3)));
        Assert.False(await Store.MoveSignInAsync(refreshing, SignInState.Reauthorise, "late", At(3)));
        var found = await SignInAsync();
        Assert.Equal(("Keap", 2L, SignInState.Good, "", At(2)), Stand(found));
        Assert.Equal("anew"u8, found.Content.Span);
    }

    private static (string System, long Serial, SignInState State, string Reason, DateTimeOffset Since) Stand(
        SignIn signIn) => (signIn.System, signIn.Serial, signIn.State, signIn.Reason, signIn.Since);

    private async Task<SignIn> SignInAsync() => (await Store.FindSignInAsync("Keap"))!;
}
