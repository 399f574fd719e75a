using System.Globalization;
using System.Text;

namespace Sluice.Benchmarks.Harness;

/// <summary>For people.</summary>
internal static class MeasuredTable
{
    public static string Of(Measured measured)
    {
        var rows = measured.Figures
            .Select(figure => (figure.What, Value: Number(figure.Value, figure.Unit), Aim: Aim(figure))).ToList();
        var (what, value) = (rows.Max(row => row.What.Length), rows.Max(row => row.Value.Length));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{measured.Name} ({measured.Size}; seed {measured.Seed})\n");
        foreach (var row in rows)
            text.Append(("  " + row.What.PadRight(what) + "  " + row.Value.PadLeft(value) + "  " + row.Aim).TrimEnd())
                .Append('\n');
        if (measured.Note.Length > 0)
            text.Append("  ").Append(measured.Note).Append('\n');
        return text.Append('\n').ToString();
    }

    private static string Aim(Figure figure) =>
        figure.Aim is { } aim ? $"aim {Number(aim, figure.Unit)}" : "";

    private static string Number(double value, string unit)
    {
        var format = Math.Abs(value) switch
        {
            >= 100 => "#,0",
            _ when value == Math.Truncate(value) => "0",
            >= 10 => "0.0",
            _ => "0.00",
        };
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        return unit.Length == 0 ? number : $"{number} {unit}";
    }
}
