using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generator.Rest.Models;
using Sluice.Specification;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Reads the parameters of one method.</summary>
internal sealed class ParameterReader(IMethodSymbol method, string verb, string path, ProblemList problems)
{
    private readonly string[] _placeholders = PathTemplate.Names(path).ToArray();

    /// <summary>The parameters, in order.</summary>
    public EquatableArray<RestParameter> Read(Location verbLocation)
    {
        var parameters = method.Parameters.Select(Read).ToArray();
        foreach (var name in _placeholders.Distinct(StringComparer.OrdinalIgnoreCase))
            if (!parameters.Any(one => one.Role == RestRole.Path && PathTemplate.Same(one.WireName, name)))
                problems.Add(
                    RestRules.Path, verbLocation, $"The placeholder '{{{name}}}' has no parameter of its name");

        foreach (var second in Symbols(parameters, RestRole.Body).Skip(1))
            problems.Add(RestRules.Body, second.Locations[0], $"'{second.Name}' is a second body");

        CheckToken(parameters);
        return parameters.ToEquatableArray();
    }

    private void CheckToken(RestParameter[] parameters)
    {
        var tokens = Symbols(parameters, RestRole.Token).ToArray();
        if (tokens.Length == 0)
            problems.Add(
                RestRules.Method, method.Locations[0],
                $"'{method.Name}' takes no CancellationToken; add one as its last parameter");
        else if (tokens.Length > 1)
            problems.Add(
                RestRules.Parameter, tokens[1].Locations[0], $"'{tokens[1].Name}' is a second CancellationToken");
        else if (parameters[parameters.Length - 1].Role != RestRole.Token)
            problems.Add(RestRules.Parameter, tokens[0].Locations[0], $"'{tokens[0].Name}' must be the last parameter");
    }

    private IEnumerable<IParameterSymbol> Symbols(RestParameter[] parameters, RestRole role) =>
        method.Parameters.Where((_, index) => parameters[index].Role == role);

    private RestParameter Read(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
            problems.Add(
                RestRules.Parameter, parameter.Locations[0],
                $"'{parameter.Name}' is passed by reference or as params; pass it by value");

        var alias = Attributes.Text(Attributes.Find(parameter, "AliasAs")) ?? parameter.Name;
        if (Types.Is(parameter.Type, "System.Threading.CancellationToken"))
            return New(parameter, RestRole.Token, alias);

        if (Attributes.Find(parameter, "Header") is { } header)
            return ReadHeader(parameter, header);

        if (Attributes.Find(parameter, "Body") is { } body)
            return ReadBody(parameter, body);

        return _placeholders.Any(name => PathTemplate.Same(name, alias))
            ? ReadPath(parameter, alias)
            : ReadQuery(parameter, alias);
    }

    private RestParameter ReadHeader(IParameterSymbol parameter, AttributeData header)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String
            || parameter.NullableAnnotation != NullableAnnotation.Annotated)
            Report(
                RestRules.Parameter, parameter,
                $"the header '{parameter.Name}' must be a 'string?': other values follow the machine's culture");

        return New(parameter, RestRole.Header, Attributes.Text(header) ?? "");
    }

    private RestParameter ReadBody(IParameterSymbol parameter, AttributeData body)
    {
        var at = Attributes.At(body, parameter);
        if (body.ConstructorArguments is not [{ Value: true }])
            problems.Add(
                RestRules.Body, at,
                "Write [Body(buffered: true)]: only then the body has a length and can be sent again");

        if (verb is "Get" or "Delete")
            problems.Add(RestRules.Body, at, $"'{method.Name}' is a {verb.ToUpperInvariant()} and can have no body");

        if (!Types.IsBody(parameter.Type))
            problems.Add(
                RestRules.Body, parameter.Locations[0],
                $"The body '{parameter.Name}' is of an open type; declare a sealed record, an array of one, "
                    + "JsonElement, string, Stream or HttpContent");

        return New(parameter, RestRole.Body, parameter.Name);
    }

    private RestParameter ReadPath(IParameterSymbol parameter, string alias)
    {
        if (!Types.IsPlain(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Decimal
            || parameter.NullableAnnotation == NullableAnnotation.Annotated)
            Report(
                RestRules.Parameter, parameter,
                $"the path parameter '{parameter.Name}' must be a string, int, long or Guid, and never null");

        return New(parameter, RestRole.Path, alias);
    }

    private RestParameter ReadQuery(IParameterSymbol parameter, string alias)
    {
        var query = Attributes.Find(parameter, "Query");
        var format = query?.NamedArguments.FirstOrDefault(one => one.Key == "Format").Value.Value as string;
        var element = Types.Element(parameter.Type);
        var value = Types.Underlying(element ?? parameter.Type);
        if (!Types.IsPlain(value) && !(Types.IsDate(value) && format is not null))
            Report(
                RestRules.Parameter, parameter,
                $"the query parameter '{parameter.Name}' must be a string, int, long, decimal or Guid, a "
                    + "date with [Query(Format = \"…\")], "
                + "or a list of these; convert it to a string, or mark a body with [Body(buffered: true)]");
        else if (element is not null && query is null && verb is not ("Get" or "Delete"))
            Report(
                RestRules.Parameter, parameter,
                $"the list '{parameter.Name}' of a {verb.ToUpperInvariant()} needs [Query], else it could be a body");

        return New(parameter, RestRole.Query, alias) with
        {
            Collection = element is null ? null : CollectionOf(query),
            Format = format,
        };
    }

    private static string CollectionOf(AttributeData? query) =>
        query?.ConstructorArguments is [{ Kind: TypedConstantKind.Enum } collection]
            ? collection.Type!.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(one => Equals(one.ConstantValue, collection.Value))?.Name
                ?? "Csv"
            : "Csv";

    private void Report(DiagnosticDescriptor rule, IParameterSymbol parameter, string message) =>
        problems.Add(rule, parameter.Locations[0], char.ToUpperInvariant(message[0]) + message.Substring(1));

    private static RestParameter New(IParameterSymbol parameter, RestRole role, string wireName) =>
        new(parameter.Name, Types.Display(parameter.Type), role, wireName, null, null);
}
