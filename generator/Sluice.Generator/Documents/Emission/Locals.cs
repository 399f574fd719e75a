using System.Globalization;
using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Names of local variables, each once in a method.</summary>
internal sealed class Locals
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(["left", "right", "change", "fields"], StringComparer.Ordinal);

    /// <summary>The variables of some fields, which come before all others.</summary>
    public Locals(EquatableArray<BoundField> fields)
    {
        // What has no lower case would hide the field's ordinal.
        _taken.UnionWith(fields.Select(field => field.Identifier));
        foreach (var field in fields)
            _fields.Add(field.Identifier, Take(field.Identifier));
    }

    /// <summary>A field's variable.</summary>
    public string Of(BoundField field) => _fields[field.Identifier];

    /// <summary>A free name like a member's.</summary>
    public string Take(string name)
    {
        var local = char.ToLowerInvariant(name[0]) + name.Substring(1);
        var free = local;
        for (var number = 2; !_taken.Add(free); number++)
            free = local + number.ToString(CultureInfo.InvariantCulture);

        return Code.Identifier(free);
    }
}
