using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Emission;

/// <summary>
/// Says how values change on their way, so that the engine tells a changed document from an edit: data types there and
/// back, and dependencies.
/// </summary>
internal static class ConversionText
{
    /// <summary>The text; null where values stay as they are.</summary>
    public static string? Of(BoundField field)
    {
        var back = field is { IsTwoWay: true, Back: { } taken } ? taken : null;
        var parts = new[]
        {
            field.Forth.Expression?.ToString(),
            back?.Expression is { } expression ? $"back {expression}" : null,
            Dependencies("left", field.Left),
            Dependencies("right", field.Right),
        };
        var text = string.Join(" ", parts.Where(part => part is { Length: > 0 }));
        return text.Length == 0 ? null : text;
    }

    // With the paths that depend on nothing: which of two comes first is what is preferred.
    private static string Dependencies(string side, EquatableArray<BoundPath> paths) =>
        paths.Any(path => path.DependsOn.Count > 0)
            ? $"{side} {string.Join(", ", paths.Select(path => path.Identity))}"
            : "";
}
