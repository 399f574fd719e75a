using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Rest;

/// <summary>The rules that REST interfaces are held to, so that this generator and Refit send the same bytes.</summary>
internal static class RestRules
{
    /// <summary>The interface lies outside the subset.</summary>
    public static readonly DiagnosticDescriptor Interface = new(
        "SLU101", "A REST interface lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);

    /// <summary>The method lies outside the subset.</summary>
    public static readonly DiagnosticDescriptor Method = new(
        "SLU102", "A REST method lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);

    /// <summary>The path lies outside the subset.</summary>
    public static readonly DiagnosticDescriptor Path = new(
        "SLU103", "A REST path lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);

    /// <summary>The parameter lies outside the subset.</summary>
    public static readonly DiagnosticDescriptor Parameter = new(
        "SLU104", "A REST parameter lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);

    /// <summary>The body lies outside the subset.</summary>
    public static readonly DiagnosticDescriptor Body = new(
        "SLU105", "A REST body lies outside the subset", "{0}", "Sluice.Rest", DiagnosticSeverity.Error, true);

    /// <summary>The rule of a code.</summary>
    public static DiagnosticDescriptor Of(string code) =>
        Array.Find(new[] { Interface, Method, Path, Parameter, Body }, rule => rule.Id == code);
}
