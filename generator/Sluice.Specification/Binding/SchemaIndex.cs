using System.Runtime.CompilerServices;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Looks contracts up.</summary>
internal sealed class SchemaIndex
{
    // One index serves all documents, and lives as long as its schema.
    private static readonly ConditionalWeakTable<Schema, SchemaIndex> Indexes = new();

    private readonly Dictionary<string, SystemSchema> _systems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSchema> _types = new(StringComparer.Ordinal);

    private SchemaIndex(Schema schema)
    {
        foreach (var system in schema.Systems)
            _systems[SystemLabel.Fold(system.Label)] = system;

        foreach (var type in schema.Types)
            _types[type.TypeName] = type;
    }

    public static SchemaIndex Of(Schema schema) => Indexes.GetValue(schema, one => new(one));

    /// <summary>The system that the first of some labels names.</summary>
    public SystemSchema? System(IEnumerable<string> labels) => labels
        .Select(label => _systems.TryGetValue(SystemLabel.Fold(label), out var system) ? system : null)
        .FirstOrDefault(system => system is not null);

    public TypeSchema? Type(string name) => _types.TryGetValue(name, out var type) ? type : null;

    public EquatableArray<MemberSchema> Members(string type) => Type(type)?.Members ?? default;
}
