using System.Collections.Immutable;
using Sluice.Specification;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Puts parts together, in an order that does not depend on where they were found.</summary>
internal static class SchemaAssembler
{
    /// <summary>The schema of some contracts.</summary>
    public static Schema Schema(ImmutableArray<ContractPart> parts)
    {
        var systems = parts
            .SelectMany(part => part.Entities)
            .GroupBy(entity => entity.System)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SystemSchema(
                group.Key,
                group.Select(one => one.Entity)
                    .OrderBy(entity => entity.Name, StringComparer.Ordinal).ToEquatableArray()));
        var types = parts
            .SelectMany(part => part.Types)
            .GroupBy(type => type.TypeName)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First());
        return new(systems.ToEquatableArray(), types.ToEquatableArray());
    }

    /// <summary>The hooks of all pairings.</summary>
    public static Hooks Hooks(ImmutableArray<FoundHook> hooks) => new(
        hooks
            .GroupBy(hook => hook.TypeName)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PairingHooks(
                group.Key,
                group.Select(hook => hook.Method)
                    .OrderBy(method => method.Name, StringComparer.Ordinal)
                    .ThenBy(method => method.ParameterType, StringComparer.Ordinal)
                    .ToEquatableArray()))
            .ToEquatableArray());
}
