namespace Sluice.RandomDocuments;

/// <summary>A row of a property table.</summary>
internal sealed record Row(Column Source, Column Target, string Type, string? Expression)
{
    /// <summary>What makes two rows the same.</summary>
    public string Says => $"{Source.Text}\n{Target.Text}\n{Type}";

    public static List<Row> Any(Dice dice)
    {
        var rows = new List<Row>();
        if (dice.Chance(3, DocumentForm.HeaderOnlyTable))
            return rows;

        for (var count = dice.Between(1, dice.Chance(10) ? 40 : 8); count > 0; count--)
        {
            var (cell, expression, form) = dice.Chance(2)
                ? DataTypeCells.All[dice.Between(0, 3)]
                : dice.Of(DataTypeCells.All);
            dice.Forms.Add(form);
            var row = new Row(
                Column.Any(dice, DocumentForm.SourceDependency), Column.Any(dice, DocumentForm.TargetDependency), cell,
                expression);
            rows.Add(rows.Count > 0 && dice.Chance(10) ? dice.Of(rows) : row);
        }

        return rows;
    }
}
