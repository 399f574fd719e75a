using Sluice.Specification;

namespace Sluice.Generator.Rest.Models;

/// <summary>One call.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Verb">The verb, as <c>HttpMethod</c> names it: <c>Get</c>.</param>
/// <param name="Path">The path under the base address, with placeholders.</param>
/// <param name="Returns">What it gives back.</param>
/// <param name="ReturnType">The return type as source code writes it.</param>
/// <param name="ContentType">The type of the body that is read; null where none is.</param>
/// <param name="Headers">The static headers, those of the interface first, each name once.</param>
/// <param name="Parameters">The parameters, in declaration order.</param>
internal sealed record RestMethod(
    string Name,
    string Verb,
    string Path,
    RestReturn Returns,
    string ReturnType,
    string? ContentType,
    EquatableArray<RestHeader> Headers,
    EquatableArray<RestParameter> Parameters);
