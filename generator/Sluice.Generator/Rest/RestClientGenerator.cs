using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Rest.Models;
using Sluice.Generator.Rest.Reading;
using Sluice.Specification;

namespace Sluice.Generator.Rest;

/// <summary>Writes a client for every interface whose methods carry REST attributes.</summary>
[Generator]
public sealed class RestClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var interfaces = RestNames.Verbs.Select(verb => Read(context, verb)).ToArray();
        foreach (var one in interfaces)
        {
            context.RegisterSourceOutput(one.Clients, static (output, client) => EmitClient(output, client));
            context.RegisterSourceOutput(one.Problems, static (output, problem) => Report(output, problem));
        }

        var hasService = context.CompilationProvider
            .Select(static (compilation, _) =>
                compilation.Assembly.GetTypeByMetadataName(RestNames.Namespace + ".RestService") is not null)
            .WithTrackingName("FindRestService");
        var clients = interfaces
            .Select(one => one.Clients.Collect())
            .Aggregate(static (left, right) =>
                left.Combine(right).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (all, _) => Sorted(all))
            .WithTrackingName("CollectRestClients");
        context.RegisterSourceOutput(
            clients.Combine(hasService), static (output, both) => EmitService(output, both.Left, both.Right));
    }

    private static (
        IncrementalValuesProvider<RestInterface> Clients,
        IncrementalValuesProvider<RestProblem> Problems)
        Read(IncrementalGeneratorInitializationContext context, string verb)
    {
        var read = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RestNames.Attribute(verb),
                static (node, _) => InterfaceReader.CanRead(node),
                static (attributed, token) => InterfaceReader.Read(attributed, token))
            .Where(static one => one is not null)
            .Select(static (one, _) => one!)
            .WithTrackingName("ReadRestInterface" + verb);
        return (
            read.Where(static one => one.Problems.Count == 0),
            read.SelectMany(static (one, _) => one.Problems.ToImmutableArray()));
    }

    private static EquatableArray<RestClientName> Sorted(ImmutableArray<RestInterface> all) =>
        all.Select(one => new RestClientName(one.FullName, one.FullClientName))
            .OrderBy(name => name.Interface, StringComparer.Ordinal)
            .ToEquatableArray();

    private static void EmitClient(SourceProductionContext output, RestInterface client) =>
        output.AddSource(client.FullClientName + ".g.cs", ClientEmitter.Emit(client));

    private static void EmitService(
        SourceProductionContext output, EquatableArray<RestClientName> clients, bool hasService)
    {
        if (hasService)
            output.AddSource(RestNames.Namespace + ".RestService.g.cs", ServiceEmitter.Emit(clients));
    }

    private static void Report(SourceProductionContext output, RestProblem problem) =>
        output.ReportDiagnostic(Diagnostic.Create(RestRules.Subset, problem.Span.ToLocation(), problem.Message));
}
