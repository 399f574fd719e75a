using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// An entity of a system in memory, with faults to switch on. Everything that "next" names happens once.
/// </summary>
internal sealed partial class FakeEntity(
    FakeSystem system, string name, FakeEntity? physical, Clock clock, CrashPoints points, List<Call> calls)
    : ISource, IMergedRecords, IRequestBuilder, ISink
{
    private readonly FakeRecords _records = physical?._records ?? new(clock);
    private readonly List<(DateTimeOffset At, Action Commit)> _late = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private int _next = 1;

    public EntityName Entity { get; } = new(system.System, name);

    public EntityName PhysicalEntity => physical?.Entity ?? Entity;

    IReadOnlyList<string> ISource.Unlisted => [.. Unlisted];

    public int PageSize { get; set; } = 2;

    /// <summary>How it lists what changed; null where it cannot.</summary>
    public FakeDelta? Delta { get; set; }

    /// <summary>How it tells what a create made; null where it cannot.</summary>
    public FakeTraced? Traced { get; set; }

    public FakeHistory History => _records.History;

    public IEnumerable<string> Keys => _records.Keys.Select(Key);

    public JsonObject this[string key]
    {
        get
        {
            Arrive();
            return _records.Find(Physical(key)) ?? throw new KeyNotFoundException($"{Entity} {key} is not there.");
        }
    }

    public int Count
    {
        get
        {
            Arrive();
            return _records.Keys.Count;
        }
    }

    public string Add(string? name, string? email = null, string? phone = null, string? key = null)
    {
        key ??= NewKey();
        _given.Add(key);
        _records.Add(key, new()
        {
            ["id"] = key, ["name"] = name, ["email"] = email, ["phone"] = phone, ["parent"] = null,
            ["modified"] = clock.GetUtcNow(),
        });
        return Key(key);
    }

    public void Edit(string key, string property, string? value)
    {
        Arrive();
        _records.Change(Physical(key), record => record[property] = value);
    }

    public void Delete(string key) => _records.Remove(Physical(key));

    public IEnumerable<Call> Calls(string kind) =>
        calls.Where(call => call.Entity == name && call.System == system.System && call.Kind == kind);

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        Arrive();
        var keys = ListsNothing ? [] : _records.Keys.Where(key => !Invisible.Contains(Key(key))).ToList();
        for (var (start, number) = (0, 1); number == 1 || start < keys.Count; start += PageSize, number++)
        {
            token.ThrowIfCancellationRequested();
            await AskAsync("list", number, null);
            if (NextListingEndsAfter < number)
            {
                NextListingEndsAfter = null;
                yield break;
            }

            if (RepeatsPage < number)
                start -= PageSize;
            keys = ListsByStamp ? [.. ByStamp()] : keys;
            var index = IndexLag > TimeSpan.Zero ? Index() : null;
            var shown = keys.Skip(start).Take(PageSize);
            yield return PageOf(
                [
                    .. shown.Select(key =>
                            index is not null ? index.GetValueOrDefault(key)
                            : _records.Find(key) is { } state ? new(key, default, "", state) : null)
                        .OfType<FakeVersion>(),
                ]) with
            {
                EndProof = start + PageSize >= keys.Count ? $"total {keys.Count}" : null,
            };
        }
    }

    /// <summary>What the listings show now.</summary>
    public SortedDictionary<string, FakeVersion> Index()
    {
        Arrive();
        return History.AsOf(IndexLag);
    }

    /// <summary>A call for a page.</summary>
    public async Task AskAsync(string kind, int number, string? cursor)
    {
        if (OnPage is { } told)
            await told(number);
        points.Pass($"{kind} {Entity} page {number}");
        lock (calls)
            calls.Add(new(system.System, name, kind, cursor, null));
        Check();
        if (NextPageToFail != number)
            return;

        NextPageToFail = null;
        throw new RemoteException(
            system.System, RemoteFailure.ServerError, $"{Entity} answered 500 on page {number}.",
            "Nothing; it is tried again.");
    }

    public Page PageOf(IReadOnlyList<FakeVersion> shown) => new(
        [.. shown.Where(row => !Broken.Contains(Key(row.Key))).Select(row => Show(row.Key, row.State!, Unlist))],
        [
            .. shown.Where(row => Broken.Contains(Key(row.Key)))
                .Select(row => new BadRecord(
                    HidesBrokenKeys ? $"where {row.Key} stands" : Key(row.Key), "name is a number")),
        ]);

    public Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        Arrive();
        points.Pass($"read {Entity} {key}");
        Take(() => BeforeNextRead, () => BeforeNextRead = null)?.Invoke();
        lock (calls)
            calls.Add(new(system.System, name, "read", key, null));
        Check();
        if (Unanswered.TryGetValue(key, out var failure))
            throw new RemoteException(system.System, failure, $"{Entity} {key}: {failure}.", "Try again.");
        if (AnswersForMerged)
            key = Merged.GetValueOrDefault(key, key);
        if (Broken.Contains(key))
            throw new RemoteException(
                system.System, RemoteFailure.Malformed, $"{Entity} {key}: name is a number.", "Correct it there.");

        var state = ReadLag > TimeSpan.Zero
            ? History.AsOf(ReadLag).GetValueOrDefault(Physical(key))?.State
            : _records.Find(Physical(key));
        return Task.FromResult(
            state is null || !IsThere(key) || HiddenByKey.Contains(key) ? null : Show(Physical(key), state, null));
    }

    public Task<string?> MergedIntoAsync(string key, CancellationToken token) =>
        Task.FromResult(AnswersForMerged ? null : Merged.GetValueOrDefault(key));

    /// <summary>What told each create that was sent from others.</summary>
    public List<string?> Intents { get; } = [];

    public WriteRequest Create(object draft) => new(null, Body((Card)draft, ["name", "email", "phone", "parent"]));

    public WriteRequest Update(Record current, object changed, IReadOnlyList<string> touched) =>
        new(current.Key, Body((Card)changed, touched));

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        Arrive();
        var kind = request.Key is null ? "create" : request.IsDelete ? "delete" : "update";
        points.Pass($"before {kind} {Entity}");
        lock (calls)
            calls.Add(new(system.System, name, kind, request.Key, request.Body));
        if (request.Key is null)
            Intents.Add(request.Intent);
        if (Take(() => BeforeSending, () => BeforeSending = null) is { } sleep)
            await sleep();
        if (clock.GetUtcNow() > request.SendBy)
            return WriteResult.NotDone("its turn came too late");
        if (WhileSending is { } wait)
            await wait();
        if (Take(() => BeforeNextWrite, () => BeforeNextWrite = null) is { } edit)
            edit();
        if (system.IsDown)
            return WriteResult.NotDone($"{system.System} does not answer");
        if (MayNotWrite)
            return WriteResult.NotDone("403: our account may not write");
        if (NextIsNotDone)
        {
            NextIsNotDone = false;
            return WriteResult.NotDone("throttled");
        }

        var body = request.IsDelete ? [] : JsonNode.Parse(request.Body)!.AsObject();
        if (request.IsDelete && (RefusesDeletes ?? NoDelete) is { } kept)
            return WriteResult.Rejected(kept);
        if (request.Key is null && (RefusesCreates ?? RefusesToCreate(body)) is { } no)
            return WriteResult.Rejected(no);
        if (request.Key is null && AnswersWith is { } existing)
            return WriteResult.Committed(Show(Physical(existing)));
        if (request.Key is not null
            && body.Select(member => member.Key).FirstOrDefault(Refused.ContainsKey) is { } refused)
            return WriteResult.Rejected(Refused[refused]);
        if (Take(() => NextCommitIsLate, () => NextCommitIsLate = null) is { } late)
        {
            _late.Add((clock.GetUtcNow() + late, () => Commit(request, body)));
            return WriteResult.Unknown("no answer in time");
        }

        if (request.Key is { } gone && !IsThere(gone))
            return request.IsDelete ? WriteResult.Committed(null) : WriteResult.Rejected("404: not found");

        var before = request.Key is null ? [] : _records.Copy(this[request.Key]);
        var key = Commit(request, body);
        points.Pass($"after {kind} {Entity}");
        if (NextAnswerIsLost)
        {
            NextAnswerIsLost = false;
            return WriteResult.Unknown("the connection broke");
        }

        return WriteResult.Committed(request.IsDelete ? null : Show(key, answer => Answers?.Invoke(before, answer)));
    }

    private static T? Take<T>(Func<T?> get, Action clear)
    {
        var value = get();
        clear();
        return value;
    }

    private static string Body(Card card, IEnumerable<string> paths)
    {
        var body = new JsonObject();
        foreach (var path in paths.Where(path => card[path] is not null || paths.Count() < 3))
            body[path] = card[path];
        return body.ToJsonString();
    }

    private bool IsThere(string key) => _records.Find(Physical(key)) is not null && !Invisible.Contains(key);

    private string Commit(WriteRequest request, JsonObject body)
    {
        var stored = request.Key is { } key ? Physical(key) : Physical(Add(null));
        if (request.IsDelete)
            _records.Remove(stored);
        _records.Change(stored, record =>
        {
            foreach (var (property, value) in body)
                record[property] = value?.DeepClone();
            Normalises?.Invoke(record);
        });
        return stored;
    }

    private IEnumerable<string> ByStamp() => Index().Values.OrderBy(row => row.Stamp, StringComparer.Ordinal)
        .Select(row => row.Key);

    private string NewKey()
    {
        string key;
        do
            key = $"{(physical?.Entity ?? Entity).Entity[..1].ToLowerInvariant()}{_next++:00}";
        while (_records.Find(key) is not null || _given.Contains(key));
        return key;
    }

    private void Unlist(JsonObject shown)
    {
        foreach (var unlisted in Unlisted)
            shown.Remove(unlisted);
    }

    private Record Show(string stored, Action<JsonObject>? change = null) =>
        Show(stored, _records.Find(stored)!, change);

    private Record Show(string stored, JsonObject state, Action<JsonObject>? change)
    {
        var shown = _records.Copy(state);
        shown["id"] = ShowsNumbers && long.TryParse(Key(stored), out var number) ? number : Key(stored);
        change?.Invoke(shown);
        foreach (var hidden in Hidden.Where(_ => IsHidden(Key(stored))))
            shown.Remove(hidden);

        using var document = JsonDocument.Parse(shown.ToJsonString());
        return new(
            Key(stored),
            new Card
            {
                Id = Key(stored), Name = (string?)shown["name"], Email = (string?)shown["email"],
                Phone = (string?)shown["phone"], Parent = (string?)shown["parent"],
            },
            document.RootElement.Clone(), new(PhysicalEntity, Spells(stored)))
        {
            InScope = shown["outside"] is null,
            Modified = (DateTimeOffset?)shown["modified"],
        };
    }

    private string Key(string stored) => Spells(physical is null ? stored : $"v-{stored}");

    private string Physical(string key)
    {
        var own = physical is null ? key : key[2..];
        return _records.Keys.FirstOrDefault(
            stored => IgnoresKeyCase ? string.Equals(stored, own, StringComparison.OrdinalIgnoreCase)
                : Spells(stored) == own,
            "");
    }

    private void Check()
    {
        system.ThrowIfDown();
        if (RightMissing)
            throw new RemoteException(
                system.System, RemoteFailure.RightMissing, $"{Entity}: 403.", "Give our account the right to read it.");
    }

    private void Arrive()
    {
        foreach (var arrived in _late.Where(late => late.At <= clock.GetUtcNow()).ToList())
        {
            _late.Remove(arrived);
            arrived.Commit();
        }
    }
}
