namespace Sluice;

/// <summary>The fields to write into one record, and the paths that writing them touched.</summary>
/// <remarks>Owned by one write at a time; not safe for concurrent use.</remarks>
public sealed class Change
{
    private readonly FieldValue[] _values;
    private readonly List<string> _touched = [];

    /// <summary>A change of some fields.</summary>
    /// <param name="values">One value per field of the descriptor; <see cref="FieldValue.Absent"/> where nothing
    /// changes.</param>
    public Change(IReadOnlyList<FieldValue> values) => _values = [.. values];

    /// <summary>
    /// The paths that were written, as the system names them. The connector sends these and no others.
    /// </summary>
    public IReadOnlyList<string> Touched => _touched;

    /// <summary>Whether a text field changes, and to what; null clears it.</summary>
    public bool Has(int field, out string? text)
    {
        text = _values[field].Text;
        return !_values[field].IsAbsent;
    }

    /// <summary>Whether a field changes, and to what; blank clears it.</summary>
    public bool HasValue(int field, out FieldValue value)
    {
        value = _values[field];
        return !value.IsAbsent;
    }

    /// <summary>What a field changes to; <see cref="FieldValue.Absent"/> where it does not.</summary>
    public FieldValue this[int field] => _values[field];

    /// <summary>Notes a path that was written.</summary>
    public void Touch(string path) => _touched.Add(path);
}
