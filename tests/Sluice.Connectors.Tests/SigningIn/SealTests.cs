using Microsoft.AspNetCore.DataProtection;
using Sluice.Connectors.Grants;
using Sluice.Stores.Sqlite;

namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>Tokens in the store can be opened only with the key that they were sealed with.</summary>
public sealed class SealTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_was_sealed_comes_back_with_its_key()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        var keys = new EphemeralDataProtectionProvider();

        await new SealedSignIns(store, () => keys, "here").LeaveSignInAsync("Keap", "secret"u8.ToArray(), Noon);

        var found = await new SealedSignIns(store, () => keys, "here").FindSignInAsync("Keap");
        Assert.Equal("secret"u8, found!.Content.Span);
        var kept = await store.FindSignInAsync("Keap");
        Assert.Equal(-1, kept!.Content.Span.IndexOf("secret"u8));
    }

    [Fact]
    public async Task Without_the_key_a_sign_in_is_needed_and_the_place_is_named()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        await new SealedSignIns(store, Another, "there").LeaveSignInAsync("Keap", "secret"u8.ToArray(), Noon);

        var failure = await Assert.ThrowsAsync<RemoteException>(
            async () => await new SealedSignIns(store, Another, "/var/keys").FindSignInAsync("Keap"));

        Assert.Equal(RemoteFailure.SignInRefused, failure.Failure);
        Assert.Contains("is not in '/var/keys'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("`sluice connect keap`", failure.Fix, StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task The_seal_of_one_system_does_not_open_anothers()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        var keys = new EphemeralDataProtectionProvider();
        var signIns = new SealedSignIns(store, () => keys, "here");
        await signIns.LeaveSignInAsync("Keap", "secret"u8.ToArray(), Noon);
        await store.LeaveSignInAsync("Other", (await store.FindSignInAsync("Keap"))!.Content, Noon);

        await Assert.ThrowsAsync<RemoteException>(async () => await signIns.FindSignInAsync("Other"));
    }

    [Fact]
    public async Task A_key_that_another_process_made_is_found_by_one_that_lives()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        IDataProtectionProvider made = new EphemeralDataProtectionProvider();
        var opened = 0;
        var living = new SealedSignIns(store, () => opened++ == 0 ? Another() : made, "here");

        await new SealedSignIns(store, () => made, "here").LeaveSignInAsync("Keap", "secret"u8.ToArray(), Noon);

        var found = await living.FindSignInAsync("Keap");
        Assert.Equal("secret"u8, found!.Content.Span);
        Assert.Equal(2, opened);
    }

    private static EphemeralDataProtectionProvider Another() => new();
}
