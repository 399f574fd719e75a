namespace Sluice.Pipeline.Tests;

/// <summary>A system in memory.</summary>
internal sealed class FakeSystem(string name, Clock clock, CrashPoints points, List<Call> calls)
    : IConnection, IWriteConnection
{
    private readonly Dictionary<string, FakeEntity> _entities = new(StringComparer.Ordinal);

    public string System => name;

    public IReadOnlyList<ISource> Sources => [.. _entities.Values.Select(entity => (ISource?)entity.Delta ?? entity)];

    public IReadOnlyList<IRequestBuilder> Requests => [.. _entities.Values];

    public IReadOnlyList<ISink> Sinks => [.. _entities.Values.Select(entity => (ISink?)entity.Traced ?? entity)];

    /// <summary>Which tenant it says we reach.</summary>
    public string Tenant { get; set; } = "one";

    /// <summary>The record of our own sign-in.</summary>
    public RecordId? Self { get; set; }

    public bool IsDown { get; set; }

    public FakeEntity this[string entity]
    {
        get
        {
            if (!_entities.TryGetValue(entity, out var known))
                _entities[entity] = known = new(this, entity, null, clock, points, calls);
            return known;
        }
    }

    /// <summary>An entity that shows another's records under keys of its own.</summary>
    public FakeEntity View(string entity, string of) =>
        _entities[entity] = new(this, entity, this[of], clock, points, calls);

    public Task<Account> IdentifyAsync(CancellationToken token)
    {
        points.Pass($"identify {name}");
        lock (calls)
            calls.Add(new(name, "", "identify", null, null));
        ThrowIfDown();
        return Task.FromResult(new Account(name, $"https://{name}.example/{Tenant}", "sync") { Self = Self });
    }

    public void ThrowIfDown()
    {
        if (IsDown)
            throw new RemoteException(
                name, RemoteFailure.Unreachable, $"{name} does not answer.", "Look whether it runs.");
    }
}
