using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// The links that references of this cycle's records need: looked up when a record comes in, and told when one is made.
/// </summary>
/// <remarks>Lives for one cycle. Filled by whoever reads records, side by side; read by the mappings.</remarks>
internal sealed class ReferenceBook : IReferences
{
    private readonly IStore _store;
    private readonly ReferenceGraph _graph;
    private readonly ILookup<EntityName, (Pairing Pairing, Side Side)> _holders;
    private readonly HashSet<string> _parents;
    private readonly ConcurrentDictionary<(string Pairing, Side Side, string Key), Link?> _links = new();

    public ReferenceBook(Topology topology, IStore store)
        : this(topology.References, topology.Pairings, store)
    {
    }

    /// <summary>The same outside a cycle, for as long as nobody links anything.</summary>
    public ReferenceBook(ReferenceGraph graph, IReadOnlyList<Pairing> pairings, IStore store)
    {
        (_store, _graph) = (store, graph);
        _holders = (
            from pairing in pairings
            where pairing.Descriptor.Fields.Any(field => field.Reference is not null)
            from side in new[] { Side.Left, Side.Right }
            select (Entity: pairing.Descriptor[side].Name, Holder: (pairing, side)))
            .ToLookup(known => known.Entity, known => known.Holder);
        _parents =
        [
            .. from pairing in pairings
               from field in pairing.Descriptor.Fields
               let parent = field.Reference is { } reference ? graph.Of(reference)?.Descriptor.Name : null
               where parent is not null
               select parent,
        ];
    }

    /// <summary>Looks up what the references of a record are linked with.</summary>
    public async ValueTask ResolveAsync(EntityName entity, Record? record)
    {
        if (record is null)
            return;

        foreach (var (pairing, side) in _holders[entity])
            foreach (var (reference, key) in Keys(pairing, side, record))
                await ResolveAsync(reference, side, key);
    }

    /// <summary>Looks up what a key of a side is linked with.</summary>
    public async ValueTask ResolveAsync(ReferenceDescriptor reference, Side side, string key)
    {
        if (Parent(reference, side) is not { } parent || _links.ContainsKey((parent.Name, parent.Side, key)))
            return;

        var link = (await _store.FindLinkAsync(parent.Name, parent.Side, key))?.Link;
        if (link is not null)
            Note(link);
        else
            _links.TryAdd((parent.Name, parent.Side, key), null);
    }

    /// <summary>Notes a link: whatever refers to one of its records can go.</summary>
    public void Note(Link link)
    {
        // A first run makes a million links, and mostly nothing refers to any of them.
        if (!_parents.Contains(link.Pairing))
            return;

        foreach (var side in new[] { Side.Left, Side.Right })
            _links[(link.Pairing, side, link.Key(side))] = link;
    }

    public string? LeftKeyOf(ReferenceDescriptor reference, string rightKey) =>
        Parent(reference, Side.Right) is { } parent ? Find(parent, rightKey)?.Key(parent.Side.Other()) : null;

    /// <summary>The right key of what a left key is linked with, whatever became of either.</summary>
    public string? RightKeyOf(ReferenceDescriptor reference, string leftKey) =>
        Parent(reference, Side.Left) is { } parent ? Find(parent, leftKey)?.Key(parent.Side.Other()) : null;

    public string? KeyOn(ReferenceDescriptor reference, Side side, string leftKey)
    {
        if (Parent(reference, Side.Left) is not { } parent || Find(parent, leftKey) is not { } link)
            return null;

        var target = side == Side.Left ? parent.Side : parent.Side.Other();
        return link.State == LinkState.Live && !link.IsGone(target) ? link.Key(target) : null;
    }

    private Link? Find((string Name, Side Side) parent, string key) =>
        _links.GetValueOrDefault((parent.Name, parent.Side, key));

    // The pairing of what is referred to may have its sides the other way round.
    private (string Name, Side Side)? Parent(ReferenceDescriptor reference, Side side) =>
        _graph.Of(reference)?.Descriptor is { } parent
            ? (parent.Name, parent[side].Name == reference[side] ? side : side.Other())
            : null;

    // Where a mapping fails on a record, whoever maps it says so.
    private static IEnumerable<(ReferenceDescriptor Reference, string Key)> Keys(
        Pairing pairing, Side side, Record record)
    {
        var fields = pairing.Descriptor.Fields;
        var values = new FieldValue[fields.Count];
        try
        {
            pairing.Read(side, record.Value, values);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(0, values.Length).Where(i => fields[i].Reference is not null && !values[i].IsBlank)
                .Select(i => (fields[i].Reference!, values[i].ToString())),
        ];
    }
}
