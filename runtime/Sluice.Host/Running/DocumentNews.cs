using Sluice.Host.Diffing;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Running;

/// <summary>Which pairings have other documents than they were approved with, in few words.</summary>
internal static class DocumentNews
{
    /// <summary>What changed up to now. A run takes what it may carry out as the new state when it ends.</summary>
    public static async Task<ChangesSince> SinceAsync(SqliteStore store, IReadOnlyList<CompiledPairing> compiled) =>
        ChangesSince.Of(await store.ApprovedAsync(), compiled, await store.CountsAsync());

    /// <summary>What a run that has ended came upon.</summary>
    /// <param name="before">What had changed before it.</param>
    /// <param name="store">The store.</param>
    /// <param name="compiled">What is compiled into this program.</param>
    public static async Task<IReadOnlyList<ChangedPairing>> OfRunAsync(
        ChangesSince before, SqliteStore store, IReadOnlyList<CompiledPairing> compiled)
    {
        var approved = (await store.ApprovedAsync()).Select(pairing => (pairing.Name, pairing.Fingerprint)).ToHashSet();
        return ChangedPairing.Of(before, compiled, pairing => approved.Contains((pairing.Name, pairing.Fingerprint)));
    }

    /// <summary>What the next run will come upon.</summary>
    /// <param name="store">The store.</param>
    /// <param name="compiled">What is compiled into this program.</param>
    public static async Task<IReadOnlyList<ChangedPairing>> OfStoreAsync(
        SqliteStore store, IReadOnlyList<CompiledPairing> compiled)
    {
        var counts = (await store.CountsAsync()).ToDictionary(count => count.Pairing, StringComparer.Ordinal);
        return ChangedPairing.Of(
            await SinceAsync(store, compiled), compiled,
            pairing => counts.GetValueOrDefault(pairing.Name)?.StateAs(pairing.Fingerprint)
                is PairingState.Approved or PairingState.Live);
    }
}
