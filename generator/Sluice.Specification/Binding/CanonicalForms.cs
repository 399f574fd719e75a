using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

internal static class CanonicalForms
{
    /// <summary>The form that the first path declares which declares any; to the letter where none does.</summary>
    public static CanonicalKind Of(IEnumerable<BoundPath> paths) => paths
        .Select(path => path.Leaf.Canonical)
        .FirstOrDefault(kind => kind is not null and not CanonicalKind.Text) ?? CanonicalKind.Text;
}
