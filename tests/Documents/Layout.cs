namespace Sluice.RandomDocuments;

/// <summary>What about a document's text means nothing.</summary>
/// <param name="LineEnd">How lines end; null where they end in either way.</param>
/// <param name="HasMark">Whether a byte order mark stands in front.</param>
/// <param name="Trails">Whether white space stands at the ends of lines.</param>
/// <param name="LacksBlanks">Whether some blank lines are missing.</param>
/// <param name="HasMoreBlanks">Whether there are some more.</param>
/// <param name="ThirdAtZero">Whether third cells stand at column 0 without their markers.</param>
internal sealed record Layout(
    string? LineEnd, bool HasMark, bool Trails, bool LacksBlanks, bool HasMoreBlanks, bool ThirdAtZero)
{
    /// <summary>As the tool that makes documents writes them.</summary>
    public static Layout Canonical { get; } = new("\n", false, false, false, false, false);

    public static Layout Any(Dice dice) => new(
        dice.Chance(4) ? null : dice.Chance(2) ? "\n" : "\r\n",
        dice.Chance(4), dice.Chance(3), dice.Chance(4), dice.Chance(4), dice.Chance(8));

    public IEnumerable<DocumentForm> Forms =>
    [
        LineEnd is null ? DocumentForm.MixedLines
            : LineEnd == "\n" ? DocumentForm.UnixLines
            : DocumentForm.WindowsLines,
        .. HasMark ? [DocumentForm.ByteOrderMark] : Array.Empty<DocumentForm>(),
        .. Trails ? [DocumentForm.TrailingWhiteSpace] : Array.Empty<DocumentForm>(),
        .. LacksBlanks ? [DocumentForm.MissingBlankLines] : Array.Empty<DocumentForm>(),
        .. HasMoreBlanks ? [DocumentForm.ExtraBlankLines] : Array.Empty<DocumentForm>(),
        .. ThirdAtZero ? [DocumentForm.ThirdCellsAtColumnZero] : Array.Empty<DocumentForm>(),
    ];
}
