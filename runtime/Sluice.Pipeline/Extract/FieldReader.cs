namespace Sluice.Pipeline;

/// <summary>
/// Reads a record's fields with all three states: the contract's nulls become absent where the answer held nothing.
/// </summary>
internal static class FieldReader
{
    public static FieldValue[] Read(Pairing pairing, Side side, Record record)
    {
        var fields = pairing.Descriptor.Fields;
        var values = new FieldValue[fields.Count];
        pairing.Read(side, record.Value, values);

        // A conversion may make something of nothing, and must not where nothing is known.
        for (var i = 0; i < values.Length; i++)
            if ((values[i].Kind == FieldKind.Null || (fields[i].Conversion is not null && !values[i].IsAbsent))
                && !IsContained(fields[i], side, record))
                values[i] = FieldValue.Absent;

        return values;
    }

    /// <summary>The same by the fields' names.</summary>
    public static IReadOnlyDictionary<string, FieldValue> ByName(Pairing pairing, Side side, Record record)
    {
        var values = Read(pairing, side, record);
        return Enumerable.Range(0, values.Length).ToDictionary(
            i => pairing.Descriptor.Fields[i].Name, i => values[i], StringComparer.Ordinal);
    }

    private static bool IsContained(FieldDescriptor field, Side side, Record record) =>
        field.OmitsNulls.Contains(side) || field.Paths(side).Any(path => Presence.Contains(record.Raw, path));
}
