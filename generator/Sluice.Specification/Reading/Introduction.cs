namespace Sluice.Specification.Reading;

internal static class Introduction
{
    /// <summary>Whether a line is the heading of the paragraph of prose that is not read.</summary>
    public static bool Is(Line line) => line.Text is "Introduction" or "Introduction.";
}
