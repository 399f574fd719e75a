using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Rest;

/// <summary>The rule that REST interfaces are held to, so that this generator and Refit send the same bytes.</summary>
internal static class RestRules
{
    /// <summary>Something lies outside the subset; the message says what.</summary>
    public static readonly DiagnosticDescriptor Subset = new(
        "SLU101", "A REST interface lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);
}
