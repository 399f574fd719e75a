namespace Sluice.Specification.DataTypes;

/// <summary>A data type cell, restored.</summary>
/// <param name="Form">How it was written.</param>
/// <param name="Expression">What it means; null where it says nothing or cannot be read.</param>
/// <param name="Fault">Why it cannot be read, a sentence; null where it can.</param>
public sealed record DataType(DataTypeForm Form, Expression? Expression, string? Fault)
{
    private const string NotAvailable = "N/A";

    /// <summary>Reads a cell. Never throws.</summary>
    public static DataType Read(string cell)
    {
        var text = cell.Trim();
        if (text == NotAvailable)
            return new(DataTypeForm.NotGiven, null, null);

        var tokens = Tokens.Of(text, out var fault);
        return tokens is null ? new(DataTypeForm.Unreadable, null, fault) : Restorer.Restore(tokens);
    }
}
