using System.Text.Json.Nodes;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Open;

/// <summary>A pairing of two entities without contracts, generated, compiled and loaded.</summary>
internal sealed class OpenProject
{
    private readonly Func<JsonObject, IOpenRecord>[] _views;

    /// <param name="rules">Rows of match rules, each as <c>left|right</c>.</param>
    /// <param name="rows">Rows of properties, each as <c>left|right|type</c>.</param>
    public OpenProject(string[] rules, params string[] rows)
    {
        var generation = new Project(withContracts: false)
            .Document("ab-cd.rst", Of("Ab", "Cd", Section("Ab Orders", "Cd Bills", Every, rules, rows)))
            .Run();
        Assert.Empty(generation.CompilerMessages);
        var assembly = generation.Assembly("open");
        Pairing = (Pairing)Activator.CreateInstance(assembly.GetType("Sluice.Flows.AbCd.OrdersBills", true)!)!;
        var entities = (IReadOnlyList<OpenEntity>)assembly.GetType("Sluice.Flows.Catalogue", true)!
            .GetProperty("OpenEntities")!.GetValue(null)!;
        Assert.Equal([new("Ab", "Orders"), new("Cd", "Bills")], entities.Select(entity => entity.Name));
        _views = [.. entities.Select(entity => entity.View)];
    }

    public Pairing Pairing { get; }

    /// <summary>A record of a side.</summary>
    public IOpenRecord Record(Side side, string json) =>
        _views[side == Side.Left ? 0 : 1]((JsonObject)JsonNode.Parse(json)!);

    /// <summary>The fields of a record.</summary>
    public FieldValue[] Read(Side side, string json)
    {
        var fields = new FieldValue[Pairing.Descriptor.Fields.Count];
        Pairing.Read(side, Record(side, json), fields);
        return fields;
    }

    /// <summary>A record with its first fields changed, as JSON; the record itself stays what it was.</summary>
    public string Write(Side side, string json, params FieldValue[] values)
    {
        var record = Record(side, json);
        var before = record.Node.ToJsonString();
        var fields = new FieldValue[Pairing.Descriptor.Fields.Count];
        values.CopyTo(fields, 0);
        var written = (IOpenRecord)Pairing.Write(side, record, new(fields));
        Assert.Equal(before, record.Node.ToJsonString());
        return written.Node.ToJsonString();
    }
}
