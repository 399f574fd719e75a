using Microsoft.CodeAnalysis;
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
                problems.Add(verbLocation, $"The placeholder '{{{name}}}' has no parameter of its name");

        foreach (var second in Symbols(parameters, RestRole.Body).Skip(1))
            problems.Add(second.Locations[0], $"'{second.Name}' is a second body");

        CheckNames(parameters);
        CheckToken(parameters);
        return parameters.ToEquatableArray();
    }

    // Refit looks parameters up by these names without regard to case, whatever becomes of their values.
    private void CheckNames(RestParameter[] parameters)
    {
        var named = method.Parameters.Where((_, index) => parameters[index].Role != RestRole.Token);
        foreach (var same in named.GroupBy(Alias, StringComparer.OrdinalIgnoreCase))
        {
            if (string.IsNullOrWhiteSpace(same.Key))
                Report(same.First(), $"'{same.First().Name}' has a blank alias; give it a name");
            else if (same.Skip(1).FirstOrDefault() is { } second)
                Report(second, $"'{second.Name}' is a second parameter of the name '{same.Key}'; give it its own");
        }
    }

    private void CheckToken(RestParameter[] parameters)
    {
        var tokens = Symbols(parameters, RestRole.Token).ToArray();
        if (tokens.Length == 0)
            problems.Add(
                method.Locations[0], $"'{method.Name}' takes no CancellationToken; add one as its last parameter");
        else if (tokens.Length > 1)
            Report(tokens[1], $"'{tokens[1].Name}' is a second CancellationToken");
        else if (parameters[parameters.Length - 1].Role != RestRole.Token)
            Report(tokens[0], $"'{tokens[0].Name}' must be the last parameter");
    }

    private IEnumerable<IParameterSymbol> Symbols(RestParameter[] parameters, RestRole role) =>
        method.Parameters.Where((_, index) => parameters[index].Role == role);

    private RestParameter Read(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
            Report(parameter, $"'{parameter.Name}' is passed by reference or as params; pass it by value");

        var alias = Alias(parameter);
        if (Types.Is(parameter.Type, "System.Threading.CancellationToken"))
            return New(parameter, RestRole.Token, alias);

        var body = Attributes.Find(parameter, "Body");
        if (Attributes.Find(parameter, "Header") is { } header)
            return ReadHeader(parameter, header, body is not null);

        if (body is not null)
            return ReadBody(parameter, body);

        return _placeholders.Any(name => PathTemplate.Same(name, alias))
            ? ReadPath(parameter, alias)
            : ReadQuery(parameter, alias);
    }

    private RestParameter ReadHeader(IParameterSymbol parameter, AttributeData header, bool isBody)
    {
        var name = (Attributes.Text(header) ?? "").Trim();
        if (isBody)
            Report(parameter, $"'{parameter.Name}' is both a header and a body; it can be one of them");
        else if (name.Length == 0)
            Report(parameter, $"The header '{parameter.Name}' has no name; write [Header(\"…\")]");
        else if (parameter.Type.SpecialType != SpecialType.System_String
            || parameter.NullableAnnotation != NullableAnnotation.Annotated)
            Report(
                parameter,
                $"The header '{parameter.Name}' must be a 'string?': other values follow the machine's culture");

        return New(parameter, RestRole.Header, name);
    }

    private RestParameter ReadBody(IParameterSymbol parameter, AttributeData body)
    {
        var at = Attributes.At(body, parameter);
        if (body.ConstructorArguments is not [{ Value: true }])
            problems.Add(at, "Write [Body(buffered: true)]: only then the body has a length and can be sent again");

        if (verb is "Get" or "Delete")
            problems.Add(at, $"'{method.Name}' is a {verb.ToUpperInvariant()} and can have no body");

        if (!Types.IsBody(parameter.Type))
            Report(
                parameter,
                $"The body '{parameter.Name}' is of an open type; declare a sealed record, an array of one, "
                    + "JsonElement, string, Stream or HttpContent");

        return New(parameter, RestRole.Body, parameter.Name);
    }

    private RestParameter ReadPath(IParameterSymbol parameter, string alias)
    {
        if (!Types.IsPlain(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Decimal
            || parameter.NullableAnnotation == NullableAnnotation.Annotated)
            Report(
                parameter,
                $"The path parameter '{parameter.Name}' must be a string, int, long or Guid, and never null");
        else if (Attributes.Find(parameter, "Query") is not null)
            Report(parameter, $"'{parameter.Name}' stands in the path and is no query parameter; take [Query] off");

        return New(parameter, RestRole.Path, alias);
    }

    private RestParameter ReadQuery(IParameterSymbol parameter, string alias)
    {
        var (read, problem) = QueryReader.Read(parameter, alias, verb);
        if (problem is not null)
            Report(parameter, problem);

        return read;
    }

    private void Report(IParameterSymbol parameter, string message) => problems.Add(parameter.Locations[0], message);

    private static string Alias(IParameterSymbol parameter) =>
        Attributes.Text(Attributes.Find(parameter, "AliasAs")) ?? parameter.Name;

    private static RestParameter New(IParameterSymbol parameter, RestRole role, string wireName) =>
        new(parameter.Name, Types.Display(parameter.Type), role, wireName, null, null);
}
