namespace Sluice.Specification.Reading;

/// <summary>A heading and the lines below it.</summary>
internal sealed record SectionLines(Line Heading, IReadOnlyList<Line> Body);
