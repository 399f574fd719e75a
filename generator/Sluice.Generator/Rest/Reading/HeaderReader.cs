using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Rest.Models;
using Sluice.Specification;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Reads static headers.</summary>
internal static class HeaderReader
{
    /// <summary>The headers that a <c>[Headers]</c> among the attributes names.</summary>
    public static EquatableArray<RestHeader> Read(ImmutableArray<AttributeData> attributes) => attributes
        .Where(one => Attributes.Is(one, "Headers"))
        .SelectMany(one => one.ConstructorArguments)
        .Where(argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull)
        .SelectMany(argument => argument.Values)
        .Select(value => value.Value as string)
        .Where(text => !string.IsNullOrWhiteSpace(text))
        .Select(text => Parse(text!))
        .ToEquatableArray();

    /// <summary>Both lists, where a later header takes the place of an earlier one of its name.</summary>
    public static EquatableArray<RestHeader> Join(
        EquatableArray<RestHeader> ofInterface, EquatableArray<RestHeader> ofMethod)
    {
        var joined = new List<RestHeader>();
        foreach (var header in ofInterface.Concat(ofMethod))
        {
            var at = joined.FindIndex(one => one.Name == header.Name);
            if (at < 0)
                joined.Add(header);
            else
                joined[at] = header;
        }

        return joined.ToEquatableArray();
    }

    private static RestHeader Parse(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0
            ? new(text.Trim(), null)
            : new(text.Substring(0, colon).Trim(), text.Substring(colon + 1).Trim());
    }
}
