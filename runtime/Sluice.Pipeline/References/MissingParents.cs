namespace Sluice.Pipeline;

/// <summary>Says what a record refers to that has no counterpart where one is to be made of it.</summary>
internal sealed class MissingParents(ReferenceGraph graph)
{
    /// <param name="turn">The pairing's turn.</param>
    /// <param name="create">What is to be made.</param>
    /// <param name="origin">The record it is made of.</param>
    /// <param name="deferred">
    /// Fields that it is made without, because what they refer to may refer back. They have to be known before the
    /// record is drafted: a counterpart that comes about meanwhile is in the draft and does no harm.
    /// </param>
    /// <returns>What it has to wait for; null where it can be made.</returns>
    public string? Of(PairingTurn turn, CreateDecision create, Record origin, out IReadOnlyList<string> deferred)
    {
        var (descriptor, without) = (turn.Descriptor, new List<string>());
        deferred = without;
        var values = FieldReader.Read(turn.Pairing, create.Target.Other(), origin);
        for (var i = 0; i < values.Length; i++)
            if (turn.Pairing.Misses(create.Target, i, values[i]) is { } parent)
            {
                if (!graph.IsCircular(descriptor, descriptor.Fields[i]))
                    return Words(descriptor.Fields[i], create.Target, parent);
                without.Add(descriptor.Fields[i].Name);
            }

        return null;
    }

    public static string Words(FieldDescriptor field, Side target, string parent) =>
        $"{field.Name} refers to {parent}, which has no counterpart in {field.Reference![target]} yet.";
}
