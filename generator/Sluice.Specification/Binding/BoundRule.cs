using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>One row of a merge table.</summary>
/// <param name="LeftText">The left cell as written.</param>
/// <param name="RightText">The right cell as written.</param>
/// <param name="Left">The left paths; the first that has a value counts.</param>
/// <param name="Right">The right paths, likewise.</param>
/// <param name="Canonical">The form in which values are compared.</param>
/// <param name="LeftKey">The name of the left key function, <c>EmailOf</c>.</param>
/// <param name="RightKey">
/// The name of the right key function. The same as the left one's, which is an overload, unless both sides have one
/// contract.
/// </param>
/// <param name="Line">The row's line, from 1.</param>
/// <param name="IsReverse">Whether the line is one of the reverse document.</param>
public sealed record BoundRule(
    string LeftText,
    string RightText,
    EquatableArray<BoundPath> Left,
    EquatableArray<BoundPath> Right,
    CanonicalKind Canonical,
    string LeftKey,
    string RightKey,
    int Line,
    bool IsReverse);
