using System.Globalization;
using Sluice.Pipeline;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sluice.Host.Output;

/// <summary>
/// Draws counts, a row per pairing. What none of them has gets no column: tables fit a terminal that way, and what is
/// there is seen.
/// </summary>
internal sealed class CountTable(params string[] headings)
{
    private const int MostWidth = 1_000;
    private readonly List<(PairingDescriptor Pairing, int[] Counts, string State)> _rows = [];

    /// <param name="pairing">Whose counts they are.</param>
    /// <param name="state">How it stands, in markup; empty in a table without.</param>
    /// <param name="counts">As many as there are headings.</param>
    public void Add(PairingDescriptor pairing, string state, params int[] counts) =>
        _rows.Add((pairing, counts, state));

    /// <summary>
    /// Draws them in one line each; in two where that is too wide, and without what the document says where that is.
    /// </summary>
    public void Print(IAnsiConsole console)
    {
        Table[] tables = [Draw(" ", ""), Draw("\n", "\n"), Draw("\n", "\n", hasMeaning: false)];
        console.Write(tables.FirstOrDefault(Fits) ?? tables[^1]);

        bool Fits(IRenderable table) =>
            table.Measure(RenderOptions.Create(console), MostWidth).Max <= console.Profile.Width;
    }

    private Table Draw(string betweenWords, string betweenSides, bool hasMeaning = true)
    {
        var shown = Enumerable.Range(0, headings.Length).Where(i => _rows.Any(row => row.Counts[i] > 0)).ToList();
        var hasState = _rows.Any(row => row.State.Length > 0);
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Pairing").NoWrap());
        if (hasMeaning)
            table.AddColumn("Document says");
        foreach (var i in shown)
            table.AddColumn(new TableColumn(Broken(headings[i], " ", betweenWords)).RightAligned().Padding(1, 0));
        if (hasState)
            table.AddColumn("State");

        foreach (var (pairing, counts, state) in _rows)
            table.AddRow(
            [
                Markup.Escape(Broken(pairing.Name, "/", $"/{betweenSides}")),
                .. hasMeaning ? [Meaning(pairing, betweenWords)] : Array.Empty<string>(),
                .. shown.Select(i => Number(counts[i])),
                .. hasState ? [state] : Array.Empty<string>(),
            ]);
        return table;
    }

    // What the document asks for, in words.
    private static string Meaning(PairingDescriptor descriptor, string between)
    {
        var creates = descriptor.Left.Creation != Creation.Never || descriptor.Right.Creation != Creation.Never;
        var does = creates ? "links and creates" : "links only";
        return descriptor.Fields.Count switch
        {
            0 => $"{does};{between}copies nothing",
            1 => $"{does};{between}keeps 1 field",
            var fields => $"{does};{between}keeps {fields} fields",
        };
    }

    private static string Broken(string text, string at, string into) =>
        text.Replace(at, into, StringComparison.Ordinal);

    private static string Number(int count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);
}
