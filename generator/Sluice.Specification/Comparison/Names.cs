using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>Puts lists of names into sentences.</summary>
internal static class Names
{
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));

    public static string Quoted(string name) => $"'{Shown.Of(name)}'";
}
