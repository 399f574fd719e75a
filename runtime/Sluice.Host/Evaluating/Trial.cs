using System.Text.Json;
using Sluice.Specification.DataTypes;

namespace Sluice.Host.Evaluating;

/// <summary>Tries an expression on a value; a failure is a reason in words.</summary>
internal sealed class Trial(TimeProvider clock)
{
    private readonly Evaluator _evaluator = new(clock);

    /// <summary>Of a cell as documents write it, or of a property of the value, and the value.</summary>
    public TrialResult Of(string cell, FieldValue value)
    {
        if (cell.StartsWith("_.", StringComparison.Ordinal))
            return new(_evaluator.Evaluate(new CurrentValue(cell[2..]), value), null);

        var type = DataType.Read(cell);
        if (type.Form == DataTypeForm.NotGiven)
            return new(value, null);

        // The bare name is what a shell leaves of the cell.
        if (type.Expression is null && DataType.Read($"\"{cell.Trim()}\"") is { Form: DataTypeForm.Cast } cast)
            type = cast;

        return type.Expression is { } expression
            ? new(_evaluator.Evaluate(expression, value), null)
            : new(FieldValue.Absent, $"the expression cannot be read: {type.Fault}");
    }

    /// <summary>
    /// Of a line with the JSON pair <c>[expression, value]</c>; a text is a cell as documents write it.
    /// </summary>
    public TrialResult OfLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var pair = json.RootElement;
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
                return new(FieldValue.Absent, "a line is a JSON list of two: the expression and the value.");

            var cell = pair[0].ValueKind == JsonValueKind.String ? pair[0].GetString()! : pair[0].GetRawText();
            return Of(cell, ValueJson.Read(pair[1]));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Half a character, such as "\ud800" alone, is the latter.
            return new(FieldValue.Absent, $"this is no JSON: {exception.Message}");
        }
    }
}
