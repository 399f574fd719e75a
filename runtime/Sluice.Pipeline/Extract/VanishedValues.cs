using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// Counts linked records whose answers no longer contain a field that had a value when both sides last agreed.
/// </summary>
/// <remarks>Written by the extractions, read by the stages after them.</remarks>
internal sealed class VanishedValues
{
    private readonly ConcurrentDictionary<(string Pairing, Side Side, string Field), (int Absent, int Shown)> _counts =
        new();

    /// <summary>Notes whether a record that is new or changed shows the fields it had.</summary>
    public void Note(Lens lens, LinkedBases linked, Record record)
    {
        if (linked.Link.State != LinkState.Live)
            return;

        var values = FieldReader.Read(lens.Pairing, lens.Side, record);
        for (var i = 0; i < values.Length; i++)
        {
            var field = lens.Pairing.Descriptor.Fields[i].Name;
            if (linked.Bases.FirstOrDefault(known => known.Field == field) is not { } agreed
                || agreed[lens.Side].IsBlank)
                continue;

            var (absent, shown) = values[i].IsAbsent ? (1, 0) : (0, 1);
            _counts.AddOrUpdate(
                (lens.Name, lens.Side, field), (absent, shown),
                (_, known) => (known.Absent + absent, known.Shown + shown));
        }
    }

    /// <summary>In how many new or changed records a field is missing, and in how many it is there.</summary>
    public (int Absent, int Shown) Of(string pairing, Side side, string field) =>
        _counts.GetValueOrDefault((pairing, side, field));
}
