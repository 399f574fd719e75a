namespace Sluice.Stores.Tests;

/// <summary>What every store must do. A store's tests derive from this and say how one is opened.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected const string Pairing = "keap-companies/youtrack-groups";
    protected const string Other = "crm-customers/keap-companies";

    protected static readonly EntityName Companies = new("Keap", "Companies");
    protected static readonly EntityName Groups = new("YouTrack", "Groups");
    protected static readonly EntityName Rings = new("YouTrack", "Usergroups");
    protected static readonly EntityName Customers = new("Crm", "Customers");
    protected static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    protected IStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the store of this test as its owner; the second time what the first left behind.</summary>
    protected abstract Task<IStore> OpenAsync();

    protected virtual void Clean()
    {
    }

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    protected static DateTimeOffset At(int minute) => Noon.AddMinutes(minute);

    protected static Glimpse Glimpse(string key, string hash = "h", bool inScope = true) => new(key, hash, inScope);

    /// <summary>A company as it is seen on the left, or a group on the right.</summary>
    protected static Observation Seen(
        string key, Side side, string? email = null, string hash = "h", int minute = 0) => new(
        key,
        new RecordId(side == Side.Left ? Companies : Groups, key),
        hash,
        InScope: true,
        At(minute),
        [new PairingView(Pairing, side, InScope: true, [MatchKey.Email(email)])],
        Dirty: []);

    /// <summary>One complete enumeration that shows exactly these records.</summary>
    protected async Task<ExtractionEnd> EnumerateAsync(EntityName entity, int minute, params Observation[] observations)
    {
        var extraction = await Store.BeginExtractionAsync(entity, At(minute));
        await Store.CompareAsync(
            extraction, [.. observations.Select(seen => new Glimpse(seen.Key, seen.Hash, seen.InScope))]);
        await Store.ObserveAsync(extraction, observations);
        return await Store.CompleteExtractionAsync(extraction, At(minute));
    }

    protected static Link Wanted(string left, string right, LinkState state = LinkState.Live) =>
        new(0, Pairing, left, right, state, LinkOrigin.Match)
        {
            Left = new RecordId(Companies, left),
            Right = new RecordId(Groups, right),
            Line = 12,
        };

    protected async Task<Link> LinkAsync(
        string left, string right, LinkState state = LinkState.Live, params FieldBase[] bases) =>
        await Store.LinkAsync(new NewLink(Wanted(left, right, state), bases, Dirty: false, Noon));

    protected async Task<IReadOnlyList<Unlinked>> UnlinkedAsync(Side side) =>
        await Store.UnlinkedAsync(Pairing, side, side == Side.Left ? Companies : Groups, 0, 10_000);

    protected async Task<string[]> UnlinkedKeysAsync(Side side) =>
        [.. (await UnlinkedAsync(side)).Select(record => record.Key)];

    protected async Task<long> NumberAsync(string key, Side side) =>
        (await UnlinkedAsync(side)).Single(record => record.Key == key).Observation;

    protected async Task<Candidate[]> CandidatesOfAsync(string key, Side side) =>
        [.. await CandidatesOfAsync(await NumberAsync(key, side), side)];

    protected async Task<IReadOnlyList<Candidate>> CandidatesOfAsync(
        long observation, Side side, string pairing = Pairing) =>
        Assert.Single(await Store.MatchesAsync(pairing, side, [observation])).Across;

    protected async Task<string[]> DirtyKeysAsync() =>
        [.. (await Store.DirtyLinksAsync(Pairing, 0, 100)).Select(dirty => dirty.Link.LeftKey)];

    protected static async Task RefusedAsync(Func<Task> bug) =>
        await Assert.ThrowsAsync<InvalidOperationException>(bug);
}
