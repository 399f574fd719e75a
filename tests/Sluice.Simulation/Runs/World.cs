using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Simulation;

/// <summary>All there is in a run: three systems, their users, a store, and whoever runs the engine.</summary>
internal sealed class World : IDisposable
{
    /// <summary>When everything begins; what stands in the systems then is nobody's edit.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>How long a write whose outcome is not known may still arrive.</summary>
    public static readonly TimeSpan LateCommitBound = TimeSpan.FromMinutes(3);

    private static readonly string[] OnTheWay = ["before create ", "before update ", "before delete "];
    private static readonly TimeSpan Never = TimeSpan.FromDays(31);
    private readonly MemoryFile _file;
    private readonly List<SqliteStore> _stores = [];
    private readonly List<Process> _processes = [];
    private int _lives;
    private DateTimeOffset _shown = DateTimeOffset.MinValue;

    public World(ulong seed, IReadOnlyList<Protection> without, bool keepDiary, MemoryFile file)
    {
        Without = without;
        Chances = new(seed);
        Loop = new(Chances.Order, Start);
        Diary = new(Loop, keepDiary);
        Faults = new(Chances.Network, Chances.Plan.Happens(0.2) ? 0 : Chances.Plan.Fraction() * 0.08);
        Systems =
        [
            Make("Acme", "People", (_, value) => value),
            Make("Beta", "Persons", (field, value) => field switch
            {
                "phone" => value?.Replace(" ", "", StringComparison.Ordinal),
                "name" => Same.Of(field, value),
                _ => value,
            }),
            Make("Gamma", "Members", (field, value) => field == "email" ? value?.ToLowerInvariant() : value),
        ];
        Aim = Places.All[(int)(seed % (ulong)Places.All.Count)];
        Desk = MakeDesk();
        Crowd = new(this, Chances.Users)
        {
            Rewrites = Aim.EndsWith(nameof(IStore.SuspectAsync), StringComparison.Ordinal),
        };
        Points = new(Faults, Crowd.Meddle);
        Options = new()
        {
            Interval = TimeSpan.FromSeconds(Chances.Plan.Between(20, 60)),
            LateCommitBound = LateCommitBound,
            FullListing = Chances.Plan.Happens(0.3) ? Never : Chances.Plan.Seconds(60, 240),
            Protections = Protections.Without(without),
        };

        // That a field shows again moves no stamp: only a full listing tells.
        HidesNames = Chances.Plan.Happens(0.3) && IsRelisted;
        Deletes = Chances.Plan.Happens(0.6) ? DeletePolicy.Ask : Chances.Plan.Of(Enum.GetValues<DeletePolicy>());
        if (Aim.Contains(" delete ", StringComparison.Ordinal))
            Deletes = DeletePolicy.Propagate;
        if (Chances.Pairings.Happens(0.3))
            Matching = Chances.Pairings.Happens(0.5) ? Matching.ByWayOfGamma : Matching.ByPhoneToo;
        HasTeams = Chances.Pairings.Happens(0.3);
        Merges = Chances.Pairings.Happens(0.3);
        Hints = Chances.Pairings.Happens(0.3) ? new(this, Chances.Hints) : null;
        Operator = Diary.Operator = Chances.Operators.Happens(0.3) ? new(this, Chances.Operators) : null;
        if (Chances.Answers.Happens(0.3) || Reviewer.Passes(Aim))
            Reviewer = Diary.Reviewer = new(this, Chances.Answers);
        Asker = Chances.Requests.Happens(0.3) || RunAsker.Passes(Aim) ? new(this, Chances.Requests) : null;
        Diary.AskedRuns = Asker?.Runs;
        MakesForMembers = HasTeams && Chances.Pairings.Happens(0.3);
        Options.Lanes = Chances.Pairings.Between(1, 4);
        Teams = [.. Systems.Zip(["Teams", "Groups", "Crews"], Companion)];
        Apis = Tables.ToDictionary(table => table, table => new Api(table, Registry, Faults, Loop));
        Pairings = new SimulatedPairings(Matching, new(Chances.Fields, Matching), MakesForMembers, Teams).Of(
            Catalogue.Pairings.Where(pairing => HasTeams || !IsOfTeams(pairing)));
        foreach (var pairing in Pairings)
            Options.Deletes.Set(pairing.Descriptor.Name, Deletes);
        if (HidesNames)
            (Options.Breaker.Count, Options.Breaker.Share) = (0, 0);
        _file = file;
    }

    /// <summary>Protections that are switched off.</summary>
    public IReadOnlyList<Protection> Without { get; }

    /// <summary>
    /// The place at which processes are made to die. By chance alone, those that are passed often would take all the
    /// deaths.
    /// </summary>
    public string Aim { get; }

    public Chances Chances { get; }

    /// <summary>Where one system's tokens change as they are used; null where none does that.</summary>
    public SignInDesk? Desk { get; }

    public Loop Loop { get; }

    public Diary Diary { get; }

    /// <summary>What creates are known by to systems that keep that.</summary>
    public References References { get; } = new();

    public Faults Faults { get; }

    public Registry Registry { get; } = new();

    /// <summary>The systems with their people.</summary>
    public IReadOnlyList<SimulatedTable> Systems { get; }

    /// <summary>Whether users merge records.</summary>
    public bool Merges { get; }

    /// <summary>What tells the engine of what users change; null where nothing does.</summary>
    public Webhooks? Hints { get; }

    /// <summary>Who confines runs and lets pairings pause; null where nobody does.</summary>
    public Operator? Operator { get; }

    /// <summary>Who answers what is asked about single records; null where nobody does.</summary>
    public Reviewer? Reviewer { get; }

    /// <summary>Who asks for runs from another process; null where nobody does.</summary>
    public RunAsker? Asker { get; }

    /// <summary>Whether people are in teams.</summary>
    public bool HasTeams { get; }

    /// <summary>Whether counterparts are made only for those whose team has one.</summary>
    public bool MakesForMembers { get; }

    /// <summary>The same systems with their teams.</summary>
    public IReadOnlyList<SimulatedTable> Teams { get; }

    public IEnumerable<SimulatedTable> Tables => Systems.Concat(Teams);

    public IReadOnlyDictionary<SimulatedTable, Api> Apis { get; }

    public Crowd Crowd { get; }

    public Points Points { get; }

    public PipelineOptions Options { get; }

    /// <summary>
    /// Whether a system hides names now and then. A person is then asked about each clearing and each delete, so that
    /// one name that is taken away is one too many.
    /// </summary>
    public bool HidesNames { get; }

    /// <summary>By what the pairings know who is who.</summary>
    public Matching Matching { get; }

    public IReadOnlyList<Pairing> Pairings { get; }

    /// <summary>What becomes of the records of somebody whom a user deletes in one system.</summary>
    public DeletePolicy Deletes { get; }

    /// <summary>The newest process; null before the first.</summary>
    public Process? Process { get; private set; }

    public Life? Life { get; private set; }

    /// <summary>Errors that the engine did not foresee, of whichever process.</summary>
    public IEnumerable<Exception> Failures =>
        _processes.Select(process => process.Failure).Append(Asker?.Failure).OfType<Exception>();

    /// <summary>Holds a process up for a while; another takes its place meanwhile.</summary>
    /// <remarks>
    /// A write that left the process already is on its way: it arrives while it may. Anywhere else a process may sleep
    /// for as long as it likes.
    /// </remarks>
    public void HoldUp(Life life, string place)
    {
        life.Pause();
        Desk?.Disturb();
        Diary.Note($"engine {life.Number} is held up");
        var isOnItsWay = OnTheWay.Any(call => place.StartsWith(call, StringComparison.Ordinal));
        Loop.After(Chances.Plan.Seconds(5, isOnItsWay ? 30 : Chances.Plan.Happens(0.5) ? 60 : 900), () =>
        {
            Diary.Note($"engine {life.Number} goes on");
            life.Resume();
        });
        Loop.After(Chances.Plan.Seconds(0, 5), () =>
        {
            if (Life == life)
                StartProcess();
        });
    }

    /// <summary>Lets a system hide names for a while.</summary>
    public void HideNames()
    {
        var system = Chances.Plan.Of(Systems);
        Faults.Count(Fault.HiddenField);
        Diary.Note($"{system.Name} hides names");
        (system.Hidden, system.LeavesOut) = ("name", Chances.Ways.Happens(0.5));
        Loop.After(Chances.Plan.Seconds(20, 200), ShowNames);
    }

    public void ShowNames()
    {
        foreach (var system in Systems.Where(system => system.Hidden is not null))
        {
            Diary.Note($"{system.Name} shows names");
            (system.Hidden, system.LeavesOut) = (null, false);
            _shown = Now;
        }
    }

    /// <summary>Whether a system hid names at any time since.</summary>
    public bool HidNamesSince(DateTimeOffset time) =>
        _shown >= time || Systems.Any(system => system.Hidden is not null);

    /// <summary>Whether an entity, by its name in plans, is as empty as its listing said.</summary>
    public bool IsEmpty(string entity) =>
        !Tables.Single(table => new EntityName(table.Name, table.Entity).ToString() == entity).Live.Any();

    /// <summary>
    /// Whether a person lets go what is planned: where one pairing knows its people by way of two others, all go at
    /// once.
    /// </summary>
    public bool MayGo(SyncPlan plan) => Matching != Matching.ByWayOfGamma || plan.NeedApproval.Count == Pairings.Count;

    /// <summary>Cycles that ended.</summary>
    public int Cycles { get; private set; }

    public CycleReport? LastReport { get; private set; }

    public DateTimeOffset Now => Loop.Now;

    /// <summary>When everything was listed once more, where that is ever done without a reason.</summary>
    public DateTimeOffset Relisted => IsRelisted ? Now + Options.FullListing + Options.Interval * 2 : Now;

    /// <summary>Whether everything is listed now and then without a reason: else a delete may never be noticed.
    /// </summary>
    public bool IsRelisted => Options.FullListing < Never;

    /// <summary>The store as its newest owner sees it, past everything that can fail.</summary>
    public SqliteStore Store => _stores[^1];

    public void Cycled(CycleReport report)
    {
        Cycles++;
        LastReport = report;
    }

    /// <summary>What the store holds of whom it should not know.</summary>
    public Traces Traces() => new(_file.Connection);

    /// <summary>Starts a process, whatever became of the one before.</summary>
    public void StartProcess()
    {
        var life = NewLife();
        var process = Own(life);
        life.Start(() => _ = process.RunAsync());
    }

    /// <summary>The records of somebody.</summary>
    public IReadOnlyList<Held> RecordsOf(Person person) =>
    [
        .. from table in Tables
           from record in table.Live
           where record.Value.Person == person.Id
           select new Held(table, record.Key, record.Value),
    ];

    /// <summary>A process that has done nothing yet.</summary>
    public Life NewLife() => new(Loop, ++_lives);

    /// <summary>Makes a process the owner of the store, whatever became of the one before.</summary>
    public Process Own(Life life)
    {
        Desk?.Disturb();
        Life = life;
        _stores.Add(SqliteStore.Over(_file, isFenced: !Without.Contains(Protection.Fence)));
        Process = new(this, life, Beside(life));
        Diary.Note($"engine {life.Number} starts");
        _processes.Add(Process);
        return Process;
    }

    /// <summary>The store as a process has it that need not own it.</summary>
    public IStore Beside(Life life) => WatchedStore.Around(Store, life, Points, Chances.Order, Diary);

    /// <summary>Whether the store knows a link of a record.</summary>
    public bool IsLinked(SimulatedTable system, string key) =>
        Pairings.Any(pairing => new[] { Side.Left, Side.Right }.Any(side =>
            system.Is(pairing.Descriptor[side])
            && Store.FindLinkAsync(pairing.Descriptor.Name, side, key).Value() is not null));

    public void Dispose()
    {
        Life?.Kill();
        foreach (var store in _stores)
            store.Session.Release();
    }

    /// <summary>The key of a team in a system; null where it has none, or nobody is in one.</summary>
    public string? TeamKey(SimulatedTable system, Person? team) =>
        TeamsOf(system).Live
            .Where(row => row.Value.Person == team?.Id).Select(row => row.Key).FirstOrDefault();

    public SimulatedTable TeamsOf(SimulatedTable system) => Teams.Single(table => table.Name == system.Name);

    private bool IsOfTeams(Pairing pairing) => Teams.Any(table => table.Is(pairing.Descriptor.Left));

    private SignInDesk? MakeDesk()
    {
        var isAimedAt = Aim.Contains("SignIn", StringComparison.Ordinal)
            || Aim.Contains(" token ", StringComparison.Ordinal);
        var (isThere, system) = (Chances.Tokens.Happens(0.3) || isAimedAt, Chances.Tokens.Of(Systems).Name);
        if (!isThere)
            return null;

        var aimedAt = Systems.FirstOrDefault(table => Aim.EndsWith($" token {table.Name}", StringComparison.Ordinal));
        return Diary.Desk = new(aimedAt?.Name ?? system, Loop, Chances.Tokens, Faults);
    }

    // A system does with its teams as with its people.
    private SimulatedTable Companion(SimulatedTable system, string entity) =>
        new(system.Name, entity, SimulatedTable.Teams, system.Profile, Loop, Chances.Systems);

    private SimulatedTable Make(string name, string entity, Func<string, string?, string?> normalises)
    {
        var plan = Chances.Plan;
        return new(name, entity, SimulatedTable.People, new()
        {
            IndexLag = plan.Happens(0.5) ? TimeSpan.Zero : plan.Seconds(0, plan.Happens(0.3) ? 60 : 8),
            ClockOffset = plan.Seconds(-120, 120),
            Resolution = plan.Happens(0.5) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(1),
            Normalises = normalises,
            PageSize = plan.Between(2, 6),
            ListsChanges = plan.Happens(0.5),
            Settling = plan.Happens(0.6) ? TimeSpan.Zero : plan.Seconds(0, 10),
            Counts = Chances.Ways.Happens(0.3),
            KeepsReferences = Chances.Ways.Happens(0.3),
        }, Loop, Chances.Systems);
    }
}
