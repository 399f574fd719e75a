using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// An entity of a system in memory, with faults to switch on. Everything that "next" names happens once.
/// </summary>
internal sealed class FakeEntity(
    FakeSystem system, string name, FakeEntity? physical, Clock clock, CrashPoints points, List<Call> calls)
    : ISource, IRequestBuilder, ISink
{
    private readonly SortedDictionary<string, JsonObject> _records = physical?._records ?? new(StringComparer.Ordinal);
    private readonly List<(DateTimeOffset At, Action Commit)> _late = [];
    private readonly FakeHistory _history = physical?._history ?? new(clock);
    private int _next = 1;

    public EntityName Entity { get; } = new(system.System, name);

    public EntityName PhysicalEntity => physical?.Entity ?? Entity;

    public int PageSize { get; set; } = 2;

    /// <summary>How it lists what changed; null where it cannot.</summary>
    public FakeDelta? Delta { get; set; }

    public FakeHistory History => _history;

    /// <summary>How long after a change its listings still show what was before.</summary>
    public TimeSpan IndexLag { get; set; }

    /// <summary>The same of a record that is read by its key.</summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>Lists by its own stamps and by number, so that what is edited moves to the end.</summary>
    public bool ListsByStamp { get; set; }

    /// <summary>Answers 500 on the page of this number, once.</summary>
    public int? NextPageToFail { get; set; }

    /// <summary>Ends its next listing after this many pages without a word.</summary>
    public int? NextListingEndsAfter { get; set; }

    /// <summary>Shows this page again and again.</summary>
    public int? RepeatsPage { get; set; }

    public bool RightMissing { get; set; }

    /// <summary>Properties that answers leave out.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Records that cannot be read.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Properties that it refuses to change, with its reason.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    public string? RefusesCreates { get; set; }

    public bool NextAnswerIsLost { get; set; }

    /// <summary>The next write is applied this much later, and its answer is lost.</summary>
    public TimeSpan? NextCommitIsLate { get; set; }

    public bool NextIsNotDone { get; set; }

    /// <summary>What somebody does just before the next write lands.</summary>
    public Action? BeforeNextWrite { get; set; }

    /// <summary>What it makes of a record that it stores.</summary>
    public Action<JsonObject>? Normalises { get; set; }

    /// <summary>What it makes of the answer to a write.</summary>
    public Action<JsonObject, JsonObject>? Answers { get; set; }

    /// <summary>Answers creates with this record, and makes none.</summary>
    public string? AnswersWith { get; set; }

    public Func<int, Task>? OnPage { get; set; }

    public Func<Task>? WhileSending { get; set; }

    public IEnumerable<string> Keys => _records.Keys.Select(Key);

    public JsonObject this[string key]
    {
        get
        {
            Arrive();
            return _records[Physical(key)];
        }
    }

    public int Count
    {
        get
        {
            Arrive();
            return _records.Count;
        }
    }

    public string Add(string? name, string? email = null, string? phone = null, string? key = null)
    {
        key ??= NewKey();
        _records[key] = new()
        {
            ["id"] = key, ["name"] = name, ["email"] = email, ["phone"] = phone, ["modified"] = clock.GetUtcNow(),
        };
        Note(key);
        return Key(key);
    }

    public void Edit(string key, string property, string? value)
    {
        this[key][property] = value;
        this[key]["modified"] = clock.GetUtcNow();
        Note(Physical(key));
    }

    public void Delete(string key)
    {
        _records.Remove(Physical(key));
        Note(Physical(key));
    }

    public IEnumerable<Call> Calls(string kind) =>
        calls.Where(call => call.Entity == name && call.System == system.System && call.Kind == kind);

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        Arrive();
        var keys = _records.Keys.ToList();
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
            var shown = keys.Skip(start).Take(PageSize).Where(_records.ContainsKey);
            yield return PageOf(
                [
                    .. shown.Select(key =>
                            index is null ? new(key, default, "", _records[key]) : index.GetValueOrDefault(key))
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
        return _history.AsOf(IndexLag);
    }

    /// <summary>A call for a page.</summary>
    public async Task AskAsync(string kind, int number, string? cursor)
    {
        if (OnPage is { } told)
            await told(number);
        points.Pass($"{kind} {Entity} page {number}");
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
        [.. shown.Where(row => !Broken.Contains(Key(row.Key))).Select(row => Show(row.Key, row.State!, null))],
        [
            .. shown.Where(row => Broken.Contains(Key(row.Key)))
                .Select(row => new BadRecord(Key(row.Key), "name is a number")),
        ]);

    public Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        Arrive();
        points.Pass($"read {Entity} {key}");
        calls.Add(new(system.System, name, "read", key, null));
        Check();
        if (Broken.Contains(key))
            throw new RemoteException(
                system.System, RemoteFailure.Malformed, $"{Entity} {key}: name is a number.", "Correct it there.");

        var state = ReadLag > TimeSpan.Zero
            ? _history.AsOf(ReadLag).GetValueOrDefault(Physical(key))?.State
            : _records.GetValueOrDefault(Physical(key));
        return Task.FromResult(state is null ? null : Show(Physical(key), state, null));
    }

    public WriteRequest Create(object draft) => new(null, Body((Card)draft, ["name", "email", "phone"]));

    public WriteRequest Update(Record current, object changed, IReadOnlyList<string> touched) =>
        new(current.Key, Body((Card)changed, touched));

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        Arrive();
        points.Pass($"before {(request.Key is null ? "create" : "update")} {Entity}");
        calls.Add(new(system.System, name, request.Key is null ? "create" : "update", request.Key, request.Body));
        if (WhileSending is { } wait)
            await wait();
        if (Take(() => BeforeNextWrite, () => BeforeNextWrite = null) is { } edit)
            edit();
        if (system.IsDown)
            return WriteResult.NotDone($"{system.System} does not answer");
        if (NextIsNotDone)
        {
            NextIsNotDone = false;
            return WriteResult.NotDone("throttled");
        }

        var body = JsonNode.Parse(request.Body)!.AsObject();
        if (request.Key is null && RefusesCreates is { } no)
            return WriteResult.Rejected(no);
        if (request.Key is null && AnswersWith is { } existing)
            return WriteResult.Committed(Show(Physical(existing)));
        if (request.Key is not null
            && body.Select(member => member.Key).FirstOrDefault(Refused.ContainsKey) is { } refused)
            return WriteResult.Rejected(Refused[refused]);
        if (Take(() => NextCommitIsLate, () => NextCommitIsLate = null) is { } late)
        {
            _late.Add((clock.GetUtcNow() + late, () => Commit(request.Key, body)));
            return WriteResult.Unknown("no answer in time");
        }

        var before = request.Key is null ? [] : (JsonObject)_records[Physical(request.Key)].DeepClone();
        var key = Commit(request.Key, body);
        points.Pass($"after {(request.Key is null ? "create" : "update")} {Entity}");
        if (NextAnswerIsLost)
        {
            NextAnswerIsLost = false;
            return WriteResult.Unknown("the connection broke");
        }

        return WriteResult.Committed(Show(key, answer => Answers?.Invoke(before, answer)));
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

    private string Commit(string? key, JsonObject body)
    {
        var stored = key is null ? Physical(Add(null)) : Physical(key);
        foreach (var (property, value) in body)
            _records[stored][property] = value?.DeepClone();
        _records[stored]["modified"] = clock.GetUtcNow();
        Normalises?.Invoke(_records[stored]);
        Note(stored);
        return stored;
    }

    private void Note(string stored) => _history.Note(stored, _records.GetValueOrDefault(stored));

    private IEnumerable<string> ByStamp() => Index().Values.OrderBy(row => row.Stamp, StringComparer.Ordinal)
        .Select(row => row.Key);

    private string NewKey()
    {
        string key;
        do
            key = $"{(physical?.Entity ?? Entity).Entity[..1].ToLowerInvariant()}{_next++:00}";
        while (_records.ContainsKey(key));
        return key;
    }

    private Record Show(string stored, Action<JsonObject>? change = null) => Show(stored, _records[stored], change);

    private Record Show(string stored, JsonObject state, Action<JsonObject>? change)
    {
        var shown = (JsonObject)state.DeepClone();
        shown["id"] = Key(stored);
        change?.Invoke(shown);
        foreach (var hidden in Hidden)
            shown.Remove(hidden);

        using var document = JsonDocument.Parse(shown.ToJsonString());
        return new(
            Key(stored),
            new Card
            {
                Id = Key(stored), Name = (string?)shown["name"], Email = (string?)shown["email"],
                Phone = (string?)shown["phone"],
            },
            document.RootElement.Clone(), new(PhysicalEntity, stored))
        {
            InScope = shown["outside"] is null,
            Modified = (DateTimeOffset?)shown["modified"],
        };
    }

    private string Key(string stored) => physical is null ? stored : $"v-{stored}";

    private string Physical(string key) => physical is null ? key : key[2..];

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
