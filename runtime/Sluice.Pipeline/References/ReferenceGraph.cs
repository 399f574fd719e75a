namespace Sluice.Pipeline;

/// <summary>Which pairings hold references to the records of which.</summary>
internal sealed class ReferenceGraph
{
    private readonly IReadOnlyList<Pairing> _pairings;
    private readonly ILookup<string, Pairing> _parents;

    /// <param name="pairings">All of them, in the order of names.</param>
    public ReferenceGraph(IReadOnlyList<Pairing> pairings)
    {
        _pairings = pairings;
        _parents = (
            from pairing in pairings
            from field in pairing.Descriptor.Fields
            let parent = field.Reference is { } reference ? Of(reference) : null
            where parent is not null
            select (Child: pairing.Descriptor.Name, Parent: parent)).Distinct()
            .ToLookup(edge => edge.Child, edge => edge.Parent, StringComparer.Ordinal);
    }

    /// <summary>The pairing that links the records which a reference names; null where there is none.</summary>
    public Pairing? Of(ReferenceDescriptor reference) => _pairings.FirstOrDefault(pairing =>
        (pairing.Descriptor.Left.Name == reference.Left && pairing.Descriptor.Right.Name == reference.Right)
        || (pairing.Descriptor.Left.Name == reference.Right && pairing.Descriptor.Right.Name == reference.Left));

    /// <summary>Parents before their children, else in the order of names.</summary>
    public IReadOnlyList<Pairing> Order()
    {
        var order = new List<Pairing>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pairing in _pairings)
            Visit(pairing);
        return order;

        void Visit(Pairing pairing)
        {
            if (!met.Add(pairing.Descriptor.Name))
                return;

            foreach (var parent in _parents[pairing.Descriptor.Name].OrderBy(
                parent => parent.Descriptor.Name, StringComparer.Ordinal))
                Visit(parent);
            order.Add(pairing);
        }
    }

    /// <summary>
    /// Whether what a field refers to may refer back: then none of the two can be made before the other, and one is
    /// made without.
    /// </summary>
    public bool IsCircular(PairingDescriptor pairing, FieldDescriptor field)
    {
        if (field.Reference is not { } reference || Of(reference) is not { } parent)
            return false;

        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([parent.Descriptor.Name]);
        while (next.TryDequeue(out var name))
            if (reached.Add(name))
                foreach (var further in _parents[name])
                    next.Enqueue(further.Descriptor.Name);
        return reached.Contains(pairing.Name);
    }
}
