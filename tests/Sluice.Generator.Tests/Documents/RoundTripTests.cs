using System.Reflection;
using System.Text.Json;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>
/// Values between members of all types, in generated code: what is written is what was read, and what flows back is
/// what was there.
/// </summary>
public sealed class RoundTripTests
{
    private const string Id = "[Sluice.Key, System.Text.Json.Serialization.JsonPropertyName(\"id\")] "
        + "public string Id { get; init; } = \"\";";

    private static readonly (string Name, string Type)[] Members =
    [
        ("text", "string?"), ("name", "string"), ("tiny", "sbyte?"), ("octet", "byte?"), ("small", "short?"),
        ("word", "ushort?"), ("whole", "int"), ("count", "int?"), ("size", "uint?"), ("total", "long?"),
        ("price", "decimal?"), ("weight", "double?"), ("ratio", "float?"), ("flag", "bool?"), ("active", "bool"),
        ("day", "System.DateOnly?"), ("at", "System.DateTimeOffset?"), ("seen", "System.DateTime?"),
        ("ticket", "System.Guid?"), ("tags", "string[]?"), ("sizes", "System.Collections.Generic.List<int>?"),
        ("gaps", "int?[]?"), ("days", "System.Collections.Generic.IReadOnlyList<System.DateOnly>?"),
        ("flags", "bool?[]?"), ("weights", "double[]?"), ("tickets", "System.Guid[]?"),
    ];

    private static readonly (string Name, string Cell)[] Types =
    [
        ("string", "\"string\""), ("integer", "\"integer\""), ("decimal", "\"decimal\""), ("float", "\"float\""),
        ("boolean", "\"boolean\""), ("list", "\"list\""), ("first", "\"first\""), ("none", "N/A"),
        ("parse", "\"datetime-parse\", \"%Y-%m-%dT%H:%M:%SZ\""), ("twice", "\"integer\", \"decimal\"]"),
    ];

    private static readonly string[] Values =
    [
        "null", "\"\"", "\"a\"", "\"12\"", "\"-7\"", "\"12.50\"", "\"true\"", "\"2020-02-03\"",
        "\"2020-02-03T04:05:06Z\"", "\"0x1f\"", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "0", "1", "-1", "12.5",
        "255", "-128", "16777215", "4294967040", "0.1", "true", "false", "[]", "[null]", "[\"a\",\"\"]", "[1]",
        "[1,null,-2]", "[true,null]", "[\"2020-02-03\",\"2021-02-03\"]",
    ];

    private static readonly Lazy<Assembly> Compiled = new(Compile);

    public static TheoryData<string> Sources => [.. Members.Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_is_written_is_what_was_read_there_and_back(string source)
    {
        var name = char.ToUpperInvariant(source[0]) + source[1..];
        var pairing = (Pairing)Activator.CreateInstance(Type($"Sluice.Flows.DeltaGamma.All{name}"))!;
        var (all, one) = (Type("Own.All"), Type($"Own.Of_{source}"));
        var tried = 0;
        foreach (var value in Values)
        {
            if (Record(one, $"{{\"v\":{value}}}") is not { } record)
                continue;

            tried++;
            var shown = Read(pairing, Side.Right, record);
            for (var field = 0; field < shown.Length; field++)
                if (!shown[field].IsAbsent)
                    Check(pairing, field, shown[field], Record(all, "{}")!, Record(one, "{}")!, value);
        }

        Assert.True(tried > 1, $"No value can be held by '{source}'.");
    }

    private static void Check(
        Pairing pairing, int field, FieldValue shown, object target, object source, string value)
    {
        var (comparison, words) = (pairing.Descriptor.Fields[field].Comparison, $"{value} in {Name(pairing, field)}");
        var there = Read(pairing, Side.Left, pairing.Write(Side.Left, target, Only(pairing, field, shown)))[field];

        // A member that is never null holds its default.
        if (shown.IsBlank && there.Kind is not FieldKind.List)
            return;

        Assert.True(
            CanonicalForm.Same(comparison, shown, there), $"{words}: {shown} is {there} there ({there.Issue}).");
        if (pairing.Descriptor.Fields[field].OneWay is not null || there.IsBlank)
            return;

        var written = pairing.Write(Side.Right, source, Only(pairing, field, there));
        var back = Read(pairing, Side.Right, written)[field];

        Assert.True(CanonicalForm.Same(comparison, there, back), $"{words}: {there} is {back} back ({back.Issue}).");
    }

    private static string Name(Pairing pairing, int field) => pairing.Descriptor.Fields[field].Name;

    private static Change Only(Pairing pairing, int field, FieldValue value) => new(
        [.. pairing.Descriptor.Fields.Select((_, at) => at == field ? value : FieldValue.Absent)]);

    private static FieldValue[] Read(Pairing pairing, Side side, object record)
    {
        var fields = new FieldValue[pairing.Descriptor.Fields.Count];
        pairing.Read(side, record, fields);
        return fields;
    }

    private static Type Type(string name) => Compiled.Value.GetType(name, true)!;

    private static object? Record(Type type, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Assembly Compile()
    {
        var rows = Types
            .SelectMany(type => Members.Select(member => $"v|{type.Name}_{member.Name}|{type.Cell}")).ToArray();
        var entities = Members.Select(member => Contract("Gamma", member.Name, $"Of_{member.Name}", [
            Member("v", "V", member.Type)]));
        var all = Contract("Delta", "All", "All", Types.SelectMany(type => Members.Select(member =>
            Member($"{type.Name}_{member.Name}", $"{type.Name}_{member.Name}_", member.Type))));
        var generation = new Project(withContracts: false)
            .Source("Contracts.cs", $"#nullable enable\nnamespace Own;\n{string.Join('\n', entities)}\n{all}")
            .Document("gamma-delta.rst", Of("Gamma", "Delta", [.. Members.Select(member =>
                Section($"Gamma {member.Name}", "Delta All", Before, [], rows))]))
            .Run();
        Assert.Empty(generation.CompilerMessages);
        return generation.Assembly("members");
    }

    private static string Contract(string system, string entity, string type, IEnumerable<string> members) => $$"""
        /// <summary>One.</summary>
        [Sluice.Entity("{{system}}", "{{entity}}")] public sealed record {{type}}
        {
            /// <summary>Key.</summary>
            {{Id}}
            {{string.Join('\n', members)}}
        }
        """;

    private static string Member(string jsonName, string name, string type) => $$"""
            /// <summary>One.</summary>
            [System.Text.Json.Serialization.JsonPropertyName("{{jsonName}}")]
            public {{type}} {{name}} { get; init; }{{(type == "string" ? " = \"\";" : "")}}
        """;
}
