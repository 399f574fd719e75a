using Microsoft.CodeAnalysis;
using Sluice.Generator.Rest.Models;
using Sluice.Specification;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Reads a method into plain data.</summary>
internal static class MethodReader
{
    /// <summary>The call that a method declares; null where it declares none, which is a problem of its own.</summary>
    public static RestMethod? Read(
        IMethodSymbol method, EquatableArray<RestHeader> headers, ProblemList problems, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (method.MethodKind != MethodKind.Ordinary || method.IsStatic)
            return null;

        var at = method.Locations[0];
        if (Attributes.VerbOf(method) is not { } verb)
        {
            problems.Add(at, $"'{method.Name}' has no verb; put [Get(\"/…\")] or another above it");
            return null;
        }

        if (method.IsGenericMethod)
            problems.Add(at, $"'{method.Name}' is generic; write one method per type");

        if (!method.IsAbstract)
            problems.Add(at, $"'{method.Name}' has a body; a REST method has none");

        foreach (var second in method.GetAttributes()
            .Where(one => !ReferenceEquals(one, verb) && RestNames.Verbs.Any(name => Attributes.Is(one, name))))
            problems.Add(Attributes.At(second, method), $"'{method.Name}' has two verbs");

        var path = Attributes.Text(verb) ?? "";
        if (PathTemplate.Problem(path) is { } wrong)
            problems.Add(Attributes.At(verb, method), wrong);

        var name = verb.AttributeClass!.Name.Substring(0, verb.AttributeClass.Name.Length - "Attribute".Length);
        var parameters = new ParameterReader(method, name, path, problems).Read(Attributes.At(verb, method));
        var (returns, content) = Returns(method, problems);
        return new(
            method.Name, name, path, returns, Types.Display(method.ReturnType), content,
            HeaderReader.Join(headers, HeaderReader.Read(method.GetAttributes())), parameters);
    }

    private static (RestReturn Returns, string? Content) Returns(IMethodSymbol method, ProblemList problems)
    {
        if (method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [INamedTypeSymbol answer] })
        {
            if (Types.Is(answer, "System.Net.Http.HttpResponseMessage"))
                return (RestReturn.Message, null);

            if (answer is { Name: "IApiResponse" }
                && answer.ContainingNamespace.ToDisplayString() == RestNames.Namespace)
            {
                if (answer.TypeArguments is not [var content])
                    return (RestReturn.Status, null);

                if (!Types.IsRaw(content))
                    return (RestReturn.Content, Types.Display(content));
            }
        }

        problems.Add(
            method.Locations[0],
            $"'{method.Name}' returns "
                + $"'{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'; "
            + "return Task<IApiResponse<T>>, Task<IApiResponse> or Task<HttpResponseMessage>");
        return (RestReturn.Status, null);
    }
}
