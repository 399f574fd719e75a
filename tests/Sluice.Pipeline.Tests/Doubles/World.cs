using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

/// <summary>Two systems, a store and an engine between them.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly Func<string, Task>? _beforeStore;
    private SqliteStore _inner = null!;
    private CycleRunner? _engine;

    private World(Func<string, Task>? beforeStore)
    {
        _beforeStore = beforeStore;
        Acme = new("Acme", Clock, Points, Calls);
        Beta = new("Beta", Clock, Points, Calls);
    }

    public Clock Clock { get; } = new();

    public CrashPoints Points { get; } = new();

    public List<Call> Calls { get; } = [];

    /// <summary>The left system.</summary>
    public FakeSystem Acme { get; }

    /// <summary>The right system.</summary>
    public FakeSystem Beta { get; }

    public FakeEntity People => Acme["People"];

    public FakeEntity Users => Beta["Users"];

    public PipelineOptions Options { get; } = new() { LateCommitBound = TimeSpan.FromMinutes(2) };

    public Dictionary<string, SystemPolicy> Policies { get; } = [];

    public List<Pairing> Pairings { get; } = [];

    /// <summary>Further systems.</summary>
    public List<FakeSystem> Others { get; } = [];

    public IStore Store { get; private set; } = null!;

    public IEnumerable<Call> Writes => Calls.Where(call => call.IsWrite);

    public static async Task<World> CreateAsync(string path = ":memory:", Func<string, Task>? beforeStore = null)
    {
        var world = new World(beforeStore);
        _ = (world.People, world.Users);
        await world.OpenAsync(path);
        return world;
    }

    /// <summary>Matches by e-mail, copies e-mail, name and phone both ways, creates nothing.</summary>
    public CardPairing Copies(bool createsRight = false, bool createsLeft = false, string[]? credentials = null) =>
        With(new(
            "acme-people/beta-users", People.Entity, Users.Entity, ["email"], ["email", "name", "phone"], createsLeft,
            createsRight, credentials));

    /// <summary>Makes a user for every person, without a rule and without a field.</summary>
    public CardPairing Mirrors() =>
        With(new("acme-people/beta-users", People.Entity, Users.Entity, createsRight: true));

    public CardPairing With(CardPairing pairing)
    {
        Pairings.Add(pairing);
        _engine = null;
        return pairing;
    }

    /// <summary>Another process over the same store.</summary>
    public void Restart()
    {
        Points.Revive();
        _engine = null;
    }

    public Task ReopenAsync(string path) => ReplaceAsync(path, () => { });

    /// <summary>Another process over a store to which something was done between the two.</summary>
    public async Task ReplaceAsync(string path, Action replace)
    {
        await _inner.DisposeAsync();
        replace();
        await OpenAsync(path);
        Restart();
    }

    /// <summary>What <c>sluice restored</c> does.</summary>
    public ValueTask SayRestoredAsync() => _inner.RestoredAsync();

    /// <summary>The next cycle, ten seconds later or whenever.</summary>
    public Task<CycleReport> CycleAsync(TimeSpan? later = null)
    {
        Clock.Advance(later ?? TimeSpan.FromSeconds(10));
        return StoppableCycleAsync(CancellationToken.None);
    }

    public Task<CycleReport> StoppableCycleAsync(CancellationToken token)
    {
        Calls.Clear();
        return Engine().RunAsync(null, token);
    }

    /// <summary>What a webhook would tell.</summary>
    public bool Hint(EntityName entity, string key) => Engine().Hint(entity, key);

    public Task<CycleReport> PlanAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        Calls.Clear();
        return Engine().PlanAsync(null, CancellationToken.None);
    }

    public async Task ApproveAsync(CycleReport planned) =>
        await Store.RequestApprovalAsync(planned.Plan!.Hash, Clock.GetUtcNow());

    /// <summary>What a person decides while another process runs: judged at once, and left where it is not refused.
    /// </summary>
    public async Task<Verdict> DecideAsync(PersonDecision decision)
    {
        var desk = new DecisionDesk(_inner, Pairings, Clock);
        var verdict = await desk.JudgeAsync(decision);
        if (verdict.IsApplied || verdict.IsLater)
            await desk.LeaveAsync(decision);
        return verdict;
    }

    public Task<Verdict> LinkAsync(string left, string right) => DecideAsync(new(DecisionKind.Link)
    {
        Pairs = [new("acme-people/beta-users", left, right)],
    });

    public Task<Verdict> UnlinkAsync(string left, string right) => DecideAsync(new(DecisionKind.Unlink)
    {
        Pairs = [new("acme-people/beta-users", left, right)],
    });

    public Task<Verdict> DecideAsync(DecisionKind kind, Side side, string key) => DecideAsync(new(kind)
    {
        Pairing = "acme-people/beta-users", Side = side, Key = key,
    });

    /// <summary>The next cycle, confined.</summary>
    public Task<CycleReport> CycleAsync(CycleScope scope)
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        Calls.Clear();
        return Engine().RunAsync(scope, null, CancellationToken.None);
    }

    /// <summary>
    /// Plans, approves exactly that plan and carries it out: from now on the pairings run by themselves.
    /// </summary>
    public async Task<CycleReport> GoLiveAsync()
    {
        await ApproveAsync(await CycleAsync());
        return await CycleAsync();
    }

    /// <summary>
    /// Adds people who are the same on both sides, some minutes apart, and runs until they are linked and listed since.
    /// </summary>
    public async Task LinkPeopleAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(3));
            People.Add($"Name {i}", $"name{i}@x.no", "0");
            Users.Add($"Name {i}", $"name{i}@x.no", "0");
        }

        Clock.Advance(TimeSpan.FromHours(1));
        await GoLiveAsync();
        await CycleAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(count, (await LinksAsync()).Count);
    }

    /// <summary>Runs until a cycle writes nothing, as long as late commits can arrive.</summary>
    public async Task QuiesceAsync()
    {
        for (var quiet = 0; quiet < 3;)
        {
            var report = await CycleAsync(TimeSpan.FromMinutes(1));
            if (report.Plan is { NeedApproval.Count: > 0 })
                await ApproveAsync(report);
            quiet = Writes.Any() || report.Plan is not null ? 0 : quiet + 1;
            Assert.True(report.Run < 60, "It does not come to rest.");
        }
    }

    public async Task<IReadOnlyList<OpenItem>> OpenAsync() => await Store.OpenItemsAsync(null);

    public async Task<IReadOnlyList<Link>> LinksAsync(string pairing = "acme-people/beta-users") =>
        [.. (await Store.LinksAsync(pairing, 0, 1000)).Select(linked => linked.Link)];

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private async Task OpenAsync(string path)
    {
        _inner = await SqliteStore.OpenAsync(path, StoreAccess.Own);
        Store = CrashingStore.Around(_inner, Points, _beforeStore);
    }

    private CycleRunner Engine() => _engine ??= new(
        new(Pairings, [Acme, Beta, .. Others], [Acme, Beta, .. Others], Policies), Store, Options, Clock,
        NullLogger<CycleRunner>.Instance);
}
