using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Specification;
using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Host.Checking;

/// <summary>Writes a document's model as one line of JSON. Tools depend on every name in it.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CheckedDocument document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, document.Model, document.Problems);

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };

    private static void Write(Utf8JsonWriter json, Document document, IReadOnlyList<Problem> problems)
    {
        json.WriteStartObject();
        json.WriteString("file", document.FileName);
        json.WriteString("source", document.SourceLabel);
        json.WriteString("target", document.TargetLabel);
        json.WriteString("generated", document.Generated?.Replace(' ', 'T'));
        json.WriteStartArray("flows");
        foreach (var flow in document.Flows)
            Write(json, flow);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in problems)
            Write(json, problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Flow flow)
    {
        json.WriteStartObject();
        json.WriteNumber("line", flow.Line);
        json.WriteString("sourceSystem", flow.SourceSystem);
        json.WriteString("source", flow.Source.Text);
        json.WriteString("targetSystem", flow.TargetSystem);
        json.WriteString("target", flow.Target.Text);
        json.WriteString("creation", Name(flow.Creation));
        json.WriteString("condition", flow.Condition);
        json.WriteBoolean("ifMatching", flow.IfMatching);
        json.WriteStartArray("connectedTo");
        foreach (var name in flow.ConnectedTo)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("connectedInto", flow.ConnectedInto);
        json.WriteStartArray("matchRules");
        foreach (var rule in flow.MatchRules)
        {
            json.WriteStartObject();
            json.WriteNumber("line", rule.Line);
            json.WriteString("source", rule.Source.Text);
            json.WriteString("target", rule.Target.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in flow.Fields)
            Write(json, field);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Field field)
    {
        json.WriteStartObject();
        json.WriteNumber("line", field.Line);
        json.WriteString("source", field.Source.Text);
        json.WriteString("target", field.Target.Text);
        json.WriteString("type", field.Type.Text);
        json.WritePropertyName("expression");
        if (field.Expression is { } expression)
            Write(json, expression);
        else
            json.WriteNullValue();
        Write(json, "sourceDependsOn", field.SourceDependsOn);
        Write(json, "targetDependsOn", field.TargetDependsOn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EquatableArray<Dependency> dependencies)
    {
        json.WriteStartArray(name);
        foreach (var dependency in dependencies)
        {
            json.WriteStartObject();
            json.WriteString("value", dependency.Value);
            json.WriteString("path", dependency.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Expression expression) => json.WriteRawValue(expression.ToString());

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("severity", Name(problem.Severity));
        json.WriteNumber("line", problem.Span.Line);
        json.WriteNumber("column", problem.Span.Column);
        json.WriteNumber("length", problem.Span.Length);
        json.WriteString("message", problem.Message);
        json.WriteEndObject();
    }

    private static string Name(CreationKind creation) => creation switch
    {
        CreationKind.Always => "always",
        CreationKind.LinkRequired => "link-required",
        CreationKind.Conditional => "conditional",
        CreationKind.FreeForm => "free-form",
        _ => ((int)creation).ToString(CultureInfo.InvariantCulture),
    };
}
