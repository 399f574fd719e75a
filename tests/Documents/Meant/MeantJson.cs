using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.RandomDocuments.Meant;

/// <summary>The JSON that tools depend on, written a second time, from what was meant.</summary>
internal static class MeantJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document without its problems, one member a line.</summary>
    public static string Of(MeantDocument document) => Of(new JsonObject
    {
        ["file"] = document.File,
        ["source"] = document.Source,
        ["target"] = document.Target,
        ["generated"] = document.Generated,
        ["flows"] = new JsonArray([.. document.Flows.Select(Of)]),
    });

    public static string Of(JsonNode json) => json.ToJsonString(Readable);

    private static JsonNode Of(MeantFlow flow) => new JsonObject
    {
        ["line"] = flow.Line,
        ["sourceSystem"] = flow.SourceSystem,
        ["source"] = flow.Source,
        ["targetSystem"] = flow.TargetSystem,
        ["target"] = flow.Target,
        ["creation"] = flow.Creation,
        ["condition"] = flow.Condition,
        ["ifMatching"] = flow.IfMatching,
        ["connectedTo"] = new JsonArray([.. flow.ConnectedTo.Select(name => JsonValue.Create(name))]),
        ["connectedInto"] = flow.ConnectedInto,
        ["matchRules"] = new JsonArray([.. flow.MatchRules.Select(Of)]),
        ["fields"] = new JsonArray([.. flow.Fields.Select(Of)]),
    };

    private static JsonNode Of(MeantRule rule) => new JsonObject
    {
        ["line"] = rule.Line,
        ["source"] = rule.Source,
        ["target"] = rule.Target,
    };

    private static JsonNode Of(MeantField field) => new JsonObject
    {
        ["line"] = field.Line,
        ["source"] = field.Source,
        ["target"] = field.Target,
        ["type"] = field.Type,
        ["expression"] = field.Expression is { } expression ? JsonNode.Parse(expression) : null,
        ["sourceDependsOn"] = Of(field.SourceDependsOn),
        ["targetDependsOn"] = Of(field.TargetDependsOn),
    };

    private static JsonArray Of(IEnumerable<MeantDependency> dependencies) => new(
        [.. dependencies.Select(one => new JsonObject { ["value"] = one.Value, ["path"] = one.Path })]);
}
