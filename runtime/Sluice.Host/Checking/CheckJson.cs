using System.Text.Json;
using Sluice.Host.Output;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Host.Checking;

/// <summary>Writes a document's model as one line of JSON. Tools depend on every name in it.</summary>
internal static class CheckJson
{
    public static void Write(Stream output, CheckedDocument document) => JsonLine.WriteLine(output, json =>
    {
        var model = document.Model;
        json.WriteString("file", model.FileName);
        json.WriteString("source", model.SourceLabel);
        json.WriteString("target", model.TargetLabel);
        json.WriteString("generated", model.Generated?.Replace(' ', 'T'));
        json.WriteObjects("flows", model.Flows, flow => Write(json, flow));
        json.WriteObjects("problems", document.Problems, problem =>
        {
            json.WriteString("code", problem.Code);
            json.WriteString("severity", Name(problem.Severity));
            json.WriteNumber("line", problem.Span.Line);
            json.WriteNumber("column", problem.Span.Column);
            json.WriteNumber("length", problem.Span.Length);
            json.WriteString("message", problem.Message);
        });
    });

    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };

    private static void Write(Utf8JsonWriter json, Flow flow)
    {
        json.WriteNumber("line", flow.Line);
        json.WriteString("sourceSystem", flow.SourceSystem);
        json.WriteString("source", flow.Source.Text);
        json.WriteString("targetSystem", flow.TargetSystem);
        json.WriteString("target", flow.Target.Text);
        json.WriteString("creation", Name(flow.Creation));
        json.WriteString("condition", flow.Condition);
        json.WriteBoolean("ifMatching", flow.IfMatching);
        json.WriteTexts("connectedTo", flow.ConnectedTo);
        json.WriteString("connectedInto", flow.ConnectedInto);
        json.WriteObjects("matchRules", flow.MatchRules, rule =>
        {
            json.WriteNumber("line", rule.Line);
            json.WriteString("source", rule.Source.Text);
            json.WriteString("target", rule.Target.Text);
        });
        json.WriteObjects("fields", flow.Fields, field => Write(json, field));
    }

    private static void Write(Utf8JsonWriter json, Field field)
    {
        json.WriteNumber("line", field.Line);
        json.WriteString("source", field.Source.Text);
        json.WriteString("target", field.Target.Text);
        json.WriteString("type", field.Type.Text);
        json.WritePropertyName("expression");
        json.WriteRawValue(field.Expression?.ToString() ?? "null");
        json.WriteObjects("sourceDependsOn", field.SourceDependsOn, dependency => Write(json, dependency));
        json.WriteObjects("targetDependsOn", field.TargetDependsOn, dependency => Write(json, dependency));
    }

    private static void Write(Utf8JsonWriter json, Dependency dependency)
    {
        json.WriteString("value", dependency.Value);
        json.WriteString("path", dependency.Path);
    }

    public static string Name(CreationKind creation) => creation switch
    {
        CreationKind.Always => "always",
        CreationKind.Conditional => "conditional",
        CreationKind.FreeForm => "free-form",
        _ => "link-required",
    };
}
