using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Reading;

/// <summary>Reads the data types of one document, each text once: most of its rows have one of a few.</summary>
internal sealed class DataTypeCells
{
    private readonly Dictionary<string, DataType> _read = new(StringComparer.Ordinal);

    public DataType Read(string text)
    {
        if (!_read.TryGetValue(text, out var type))
            _read.Add(text, type = DataType.Read(text));

        return type;
    }
}
