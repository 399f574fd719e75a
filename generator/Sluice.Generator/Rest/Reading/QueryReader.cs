using Microsoft.CodeAnalysis;
using Sluice.Generator.Rest.Models;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Reads a parameter that goes behind the question mark.</summary>
internal static class QueryReader
{
    /// <summary>The parameter, and what is wrong with it; null where nothing is.</summary>
    public static (RestParameter Read, string? Problem) Read(IParameterSymbol parameter, string wireName, string verb)
    {
        var query = Attributes.Find(parameter, "Query");
        var given = query?.NamedArguments.FirstOrDefault(one => one.Key == "Format").Value.Value as string;
        var format = string.IsNullOrWhiteSpace(given) ? null : given;
        var element = Types.Element(parameter.Type);
        var read = new RestParameter(
            parameter.Name, Types.Display(parameter.Type), RestRole.Query, wireName,
            element is null ? null : CollectionOf(query), format);
        return (read, Problem(parameter, element, query is not null, format, verb));
    }

    private static string? Problem(
        IParameterSymbol parameter, ITypeSymbol? element, bool isMarked, string? format, string verb)
    {
        var value = element ?? Types.Underlying(parameter.Type);
        if (!Types.IsPlain(value) && !(Types.IsDate(value) && format is not null))
            return $"The query parameter '{parameter.Name}' must be a string, int, long, decimal or Guid, a "
                + "date with [Query(Format = \"…\")], "
                + "or a list of these; convert it to a string, or mark a body with [Body(buffered: true)]";

        if (element is not null && !isMarked && verb is not ("Get" or "Delete"))
            return $"The list '{parameter.Name}' of a {verb.ToUpperInvariant()} needs [Query], "
                + "else it could be a body";

        if (format is not null && value.SpecialType == SpecialType.System_String)
            return $"The query parameter '{parameter.Name}' is a text and has no format; leave Format out";

        return format?.IndexOfAny(['{', '}']) >= 0
            ? $"The format of '{parameter.Name}' holds a brace, which Refit cannot write"
            : null;
    }

    private static string CollectionOf(AttributeData? query) =>
        query?.ConstructorArguments is [{ Kind: TypedConstantKind.Enum } collection]
            ? collection.Type!.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(one => Equals(one.ConstantValue, collection.Value))?.Name
                ?? "Csv"
            : "Csv";
}
