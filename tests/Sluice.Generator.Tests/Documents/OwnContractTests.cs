using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Contracts as people write them: what C# cannot do is said on the cell, and never by a compiler.</summary>
public sealed class OwnContractTests
{
    private const string Contracts = """
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Text.Json.Serialization;
        using Sluice;
        namespace Own;
        public sealed record Part
        {
            [JsonPropertyName("kind")] public required string Kind { get; init; }
            [JsonPropertyName("number")] public string? Number { get; init; }
            public required Part[] Parts { get; init; }
            public required int @event { get; init; }
        }
        public sealed class Loose
        {
            [JsonPropertyName("name")] public string? Name { get; init; }
        }
        public readonly record struct Small
        {
            public Small() {}
            [JsonPropertyName("name")] public string? Name { get; init; }
        }
        public record Base
        {
            [Key, JsonPropertyName("id")] public required Guid Id { get; init; }
            public required Part Whole { get; init; }
        }
        [Entity("Zeta", "Things")]
        public sealed record Thing : Base
        {
            [JsonPropertyName("text")] public required string Text { get; init; }
            [RequiredOnCreate, JsonPropertyName("code")] public required string Code { get; init; }
            [JsonPropertyName("parts")] public IReadOnlyList<Part>? Parts { get; init; }
            [JsonPropertyName("part")] public Part? Part { get; init; }
            [JsonPropertyName("loose")] public Loose? Loose { get; init; }
            [JsonPropertyName("small")] public Small? Small { get; init; }
            [JsonPropertyName("hash")] public HashSet<string>? Hash { get; init; }
            [JsonPropertyName("own")] public Collection<string> Own { get; init; } = [];
            [JsonPropertyName("imm")] public ImmutableArray<string> Imm { get; init; }
            [JsonPropertyName("immn")] public ImmutableArray<string>? ImmN { get; init; }
            [JsonPropertyName("fixed")] public ReadOnlyCollection<string>? Fixed { get; init; }
            [JsonPropertyName("iset")] public ISet<string>? ISet { get; init; }
            [JsonPropertyName("get")] public string? Get { get; }
            [JsonPropertyName("private")] public string? Private { get; private set; }
            [JsonPropertyName("settable")] public string? Settable { get; set; }
        }
        """;

    [Theory]
    [InlineData("text", "parts.number (Dependant on having a in parts.kind)")]
    [InlineData("parts.number (Dependant on having a in parts.kind)", "text")]
    [InlineData("text", "part.number")]
    [InlineData("part.number (Dependant on having a in part.kind)", "small.name")]
    [InlineData("text", "hash")]
    [InlineData("hash", "own")]
    [InlineData("text", "settable")]
    [InlineData("text", "code")]
    public void What_can_be_written_compiles(string source, string target)
    {
        var generation = Run(source, target);

        Assert.Empty(generation.CompilerMessages);
        Assert.DoesNotContain(generation.Problems, problem => problem.Contains("error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("get", "SLU037", "C# cannot put a value into the contract's 'get', which has no init accessor")]
    [InlineData("private", "SLU037", "C# cannot put a value into the contract's 'private'")]
    [InlineData("loose.name", "SLU037", "C# cannot put a value into the contract's 'name'")]
    [InlineData("imm", "SLU035", "The contract holds 'imm' as System.Collections.Immutable.ImmutableArray<string>")]
    [InlineData("immn", "SLU035", "The contract holds 'immn' as System.Collections.Immutable.ImmutableArray<string>")]
    [InlineData("fixed", "SLU035", "The contract holds 'fixed' as System.Collections.ObjectModel.ReadOnlyCollection")]
    [InlineData("iset", "SLU035", "The contract holds 'iset' as System.Collections.Generic.ISet<string>")]
    public void What_cannot_be_written_is_one_error_on_the_cell(string target, string code, string words)
    {
        var generation = Run("text", target);

        Assert.Empty(generation.CompilerMessages);
        var problem = Assert.Single(
            generation.Problems, problem => problem.Contains("error", StringComparison.Ordinal));
        Assert.Contains($"(27,8): error {code}: ", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_only_be_read_is_a_source_from_which_values_flow_one_way()
    {
        var generation = Run("get", "text");

        Assert.Empty(generation.CompilerMessages);
        Assert.Contains(
            generation.Problems,
            problem => problem.Contains("(26,8): warning SLU038: C# cannot", StringComparison.Ordinal));
    }

    private static Generation Run(string source, string target) => new Project().Source("Own.cs", Contracts).Document(
        "zeta-zeta.rst",
        Of("Zeta", "Zeta", Section("Zeta Things", "Zeta Things", Every, [], [$"{source}|{target}|\"string\""]))).Run();
}
