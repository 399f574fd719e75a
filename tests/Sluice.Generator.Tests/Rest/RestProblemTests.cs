using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generator.Rest;
using Sluice.Generator.Tests.Harness;

namespace Sluice.Generator.Tests.Rest;

/// <summary>What lies outside the subset is an error at its place: the place between <c>⟦</c> and <c>⟧</c>.</summary>
public sealed class RestProblemTests
{
    private static readonly (string Path, string Text)[] Vocabulary =
    [
        .. Directory.GetFiles(Compilations.Folder("runtime/Sluice.Connectors/Http/Rest"), "*.cs")
            .Select(path => (path, File.ReadAllText(path))),
    ];

    [Theory]
    [InlineData(
        "'IApi' must be internal",
        "public interface ⟦IApi⟧ { [Get(\"/\")] Task<HttpResponseMessage> A(CancellationToken token); }")]
    [InlineData(
        "'IApi' must be internal",
        "file interface ⟦IApi⟧ { [Get(\"/\")] Task<HttpResponseMessage> A(CancellationToken token); }")]
    [InlineData(
        "'IApi' is generic",
        "internal interface ⟦IApi⟧<T> { [Get(\"/\")] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "'IApi' is nested",
        "internal static class Outer { internal interface ⟦IApi⟧ { [Get(\"/\")] "
            + "Task<IApiResponse> A(CancellationToken token); } }")]
    [InlineData(
        "'IApi' inherits from 'IDisposable'",
        "internal interface ⟦IApi⟧ : IDisposable { [Get(\"/\")] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "'IApi.P' is no method",
        "internal interface IApi { int ⟦P⟧ { get; } [Get(\"/\")] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "'B' has no verb",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(CancellationToken token); "
            + "Task<IApiResponse> ⟦B⟧(CancellationToken token); }")]
    [InlineData(
        "'A' is generic",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> ⟦A⟧<T>(CancellationToken token); }")]
    [InlineData(
        "'A' has a body",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> ⟦A⟧(CancellationToken token) => "
            + "throw new NotSupportedException(); }")]
    [InlineData(
        "'A' has two verbs",
        "internal interface IApi { [Get(\"/\")][⟦Post(\"/\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "'IApi.A' is overloaded",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(CancellationToken token); [Get(\"/\")] "
            + "Task<IApiResponse> ⟦A⟧(int a, CancellationToken token); }")]
    [InlineData(
        "'A' takes no CancellationToken",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> ⟦A⟧(); }")]
    [InlineData(
        "'A' returns 'ValueTask<int>'",
        "internal interface IApi { [Get(\"/\")] ValueTask<int> ⟦A⟧(CancellationToken token); }")]
    [InlineData(
        "'A' returns 'Task<IApiResponse<Stream>>'",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse<Stream>> ⟦A⟧(CancellationToken token); }")]
    [InlineData(
        "must start with '/'",
        "internal interface IApi { [⟦Get(\"a\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "would name another host",
        "internal interface IApi { [⟦Get(\"//a\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "holds '?' or '#'",
        "internal interface IApi { [⟦Get(\"/a?b=1\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "line break",
        "internal interface IApi { [⟦Get(\"/a\\r\\n\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "holds '**'",
        "internal interface IApi { [⟦Get(\"/a**\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "'{id}' has no parameter",
        "internal interface IApi { [⟦Get(\"/{id}\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "a brace without its companion",
        "internal interface IApi { [⟦Get(\"/a}\")⟧] Task<IApiResponse> A(CancellationToken token); }")]
    [InlineData(
        "a single character after its last placeholder",
        "internal interface IApi { [⟦Get(\"/{id}/\")⟧] Task<IApiResponse> A(int id, CancellationToken token); }")]
    [InlineData(
        "The path parameter 'id' must be",
        "internal interface IApi { [Get(\"/{id}\")] Task<IApiResponse> A(int? ⟦id⟧, CancellationToken token); }")]
    [InlineData(
        "The path parameter 'id' must be",
        "internal interface IApi { [Get(\"/{id}\")] Task<IApiResponse> A(string? ⟦id⟧, CancellationToken token); }")]
    [InlineData(
        "The path parameter 'id' must be",
        "internal interface IApi { [Get(\"/{id}\")] Task<IApiResponse> A(decimal ⟦id⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(bool ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(DateOnly ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(List<double> ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A(Dictionary<string, string> ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The list 'a' of a POST needs [Query]",
        "internal interface IApi { [Post(\"/\")] Task<IApiResponse> A(List<int> ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The header 'a' must be a 'string?'",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Header(\"A\")] string ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The header 'a' must be a 'string?'",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Header(\"A\")] int ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'b' is a second CancellationToken",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(CancellationToken a, CancellationToken ⟦b⟧); }")]
    [InlineData(
        "'a' must be the last parameter",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(CancellationToken ⟦a⟧, int b); }")]
    [InlineData(
        "'a' is passed by reference",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(in int ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'{a.b}' is no name",
        "internal interface IApi { [⟦Get(\"/{a.b}\")⟧] Task<IApiResponse> "
            + "A([AliasAs(\"a.b\")] int a, CancellationToken token); }")]
    [InlineData(
        "'{id}' stands in the path twice",
        "internal interface IApi { [⟦Get(\"/{id}/{ID}\")⟧] Task<IApiResponse> A(int id, CancellationToken token); }")]
    [InlineData(
        "'a' stands in the path and is no query parameter",
        "internal interface IApi { [Get(\"/{a}\")] Task<IApiResponse> "
            + "A([Query] int ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> A(int?[] ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The query parameter 'a' must be",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Query(Format = \" \")] DateOnly ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'a' is a text and has no format",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Query(Format = \"D\")] string[] ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The format of 'a' holds a brace",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Query(Format = \"{0}\")] int ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'b' is a second parameter of the name 'A'",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([AliasAs(\"A\")] int a, [AliasAs(\"a\")] int ⟦b⟧, CancellationToken token); }")]
    [InlineData(
        "'a' has a blank alias",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([AliasAs(\" \")] int ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "The header 'a' has no name",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([Header(\" \")] string? ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'a' is both a header and a body",
        "internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([Header(\"A\"), Body(true)] string? ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'A' returns 'Task<IApiResponse<HttpResponseMessage>>'",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse<HttpResponseMessage>> "
            + "⟦A⟧(CancellationToken token); }")]
    [InlineData(
        "Write [Body(buffered: true)]",
        "internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([⟦Body(false)⟧] string a, CancellationToken token); }")]
    [InlineData(
        "is a GET and can have no body",
        "internal interface IApi { [Get(\"/\")] Task<IApiResponse> "
            + "A([⟦Body(true)⟧] string a, CancellationToken token); }")]
    [InlineData(
        "is a DELETE and can have no body",
        "internal interface IApi { [Delete(\"/\")] Task<IApiResponse> "
            + "A([⟦Body(true)⟧] string a, CancellationToken token); }")]
    [InlineData(
        "'a' is of an open type",
        "internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([Body(true)] object ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'a' is of an open type",
        "internal record Open(int A); internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([Body(true)] Open ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'a' is of an open type",
        "internal sealed record Closed(int A); internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([Body(true)] List<Closed> ⟦a⟧, CancellationToken token); }")]
    [InlineData(
        "'b' is a second body",
        "internal interface IApi { [Post(\"/\")] Task<IApiResponse> "
            + "A([Body(true)] string a, [Body(true)] string ⟦b⟧, CancellationToken token); }")]
    public void What_lies_outside_the_subset_is_one_error_at_its_place(string message, string marked)
    {
        const string Head = "using Sluice.Http.Rest;\n\nnamespace Test;\n\n";
        var (text, start, length) = Unmark(Head + marked);
        var (problems, _) = Run(text);

        var problem = Assert.Single(problems);
        Assert.Equal("SLU101", problem.Id);
        Assert.Contains(
            message, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal((start, length), (problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Equal(
            ("Api.cs", 4),
            (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void Clients_compile_without_warnings()
    {
        var (problems, compilation) = Run(
            "using Sluice.Http.Rest; namespace Test { internal interface IApi { [Get(\"/{id}\")] "
                + "Task<IApiResponse<List<string?>>> A([AliasAs(\"id\")] int @class, string? "
                + "q, CancellationToken token); } }\n"
            + "internal interface Bare { [Post(\"/\")] Task<HttpResponseMessage> "
            + "A([Body(true)] int[]? no, CancellationToken token); }");
        Assert.Equal(["SLU101"], problems.Select(one => one.Id));
        Assert.Empty(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(one => one.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void After_an_unrelated_edit_nothing_is_written_again()
    {
        const string Text =
            "using Sluice.Http.Rest; internal interface IApi { [Get(\"/\")] "
                + "Task<IApiResponse> A(CancellationToken token); }";
        var compilation = Compilations.Of([.. Vocabulary, ("Api.cs", Text)], []);
        var driver = CSharpGeneratorDriver.Create(
            [new RestClientGenerator().AsSourceGenerator()], parseOptions: Compilations.Parse,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        compilation = compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(
                "class Unrelated;", Compilations.Parse, cancellationToken: TestContext.Current.CancellationToken));
        var result = driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results[0];

        var reasons = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static (Diagnostic[] Problems, Compilation Output) Run(string text)
    {
        var compilation = Compilations.Of([.. Vocabulary, ("Api.cs", text)], []);
        CSharpGeneratorDriver.Create([new RestClientGenerator().AsSourceGenerator()], parseOptions: Compilations.Parse)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out var output, out var problems, TestContext.Current.CancellationToken);
        return ([.. problems], output);
    }

    private static (string Text, int Start, int Length) Unmark(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal);
        return (marked.Remove(end, 1).Remove(start, 1), start, end - start - 1);
    }
}
