namespace Sluice.Pipeline;

/// <summary>The pairings and the systems they run between.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, Pairing> _pairings;
    private readonly Dictionary<EntityName, ISource> _sources;
    private readonly Dictionary<EntityName, IRequestBuilder> _requests;
    private readonly Dictionary<EntityName, ISink> _sinks;
    private readonly IReadOnlyDictionary<string, SystemPolicy> _policies;

    /// <summary>Joins pairings with the systems that are configured.</summary>
    /// <param name="pairings">What is kept in step.</param>
    /// <param name="connections">The reading halves.</param>
    /// <param name="writers">The writing halves; empty where nothing may be written, as in a plan.</param>
    /// <param name="policies">What may be written, by system; a system without an entry may be written without
    /// credentials.</param>
    public Topology(
        IReadOnlyList<Pairing> pairings,
        IReadOnlyList<IConnection> connections,
        IReadOnlyList<IWriteConnection> writers,
        IReadOnlyDictionary<string, SystemPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(pairings);
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(writers);

        References = new([.. pairings.OrderBy(pairing => pairing.Descriptor.Name, StringComparer.Ordinal)]);
        Pairings = References.Order();
        _pairings = Pairings.ToDictionary(pairing => pairing.Descriptor.Name, StringComparer.Ordinal);
        Connections = connections;
        _sources = connections.SelectMany(connection => connection.Sources).ToDictionary(source => source.Entity);
        _requests = connections.SelectMany(connection => connection.Requests).ToDictionary(request => request.Entity);
        _sinks = writers.SelectMany(writer => writer.Sinks).ToDictionary(sink => sink.Entity);
        _policies = policies;
    }

    private Topology(Topology known, IReferences references)
    {
        (References, Connections, _policies) = (known.References, known.Connections, known._policies);
        (_sources, _requests, _sinks) = (known._sources, known._requests, known._sinks);
        Pairings = [.. known.Pairings.Select(pairing => pairing.Resolving(references))];
        _pairings = Pairings.ToDictionary(pairing => pairing.Descriptor.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// What is kept in step: those that others refer to come before these, else in the order of names.
    /// </summary>
    public IReadOnlyList<Pairing> Pairings { get; }

    /// <summary>The reading halves of the systems.</summary>
    public IReadOnlyList<IConnection> Connections { get; }

    internal ReferenceGraph References { get; }

    /// <summary>The same, with references translated by what is known of links.</summary>
    internal Topology Resolving(IReferences references) => new(this, references);

    internal Pairing? Find(string pairing) => _pairings.GetValueOrDefault(pairing);

    internal ISource? Source(EntityName entity) => _sources.GetValueOrDefault(entity);

    internal IRequestBuilder? Requests(EntityName entity) => _requests.GetValueOrDefault(entity);

    internal ISink? Sink(EntityName entity) => _sinks.GetValueOrDefault(entity);

    internal SystemPolicy Policy(string system) => _policies.GetValueOrDefault(system);

    /// <summary>The paths that some pairing carries from or to the records of an entity.</summary>
    internal IReadOnlyList<string> Carried(EntityName entity) =>
    [
        .. (from pairing in Pairings
            from side in new[] { Side.Left, Side.Right }
            where Physical(pairing.Descriptor[side].Name) == Physical(entity)
            from field in pairing.Descriptor.Fields
            from path in field.Paths(side)
            select path).Distinct(),
    ];

    internal EntityName Physical(EntityName entity) => Source(entity)?.PhysicalEntity ?? entity;
}
