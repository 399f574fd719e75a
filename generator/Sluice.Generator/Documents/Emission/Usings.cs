using System.Text.RegularExpressions;
using Sluice.Generator.Text;
using Sluice.Specification.Binding;
using Sluice.Specification.Naming;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>The names that a file uses, each said in full once.</summary>
internal sealed class Usings
{
    private const string Collections = "System.Collections.Generic";

    private static readonly Regex QualifiedName =
        new(@"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+", RegexOptions.CultureInvariant);

    private readonly SortedDictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _namespaces = new(["System", "System.CodeDom.Compiler"], StringComparer.Ordinal);

    private Usings()
    {
    }

    /// <summary>The names of a pairing: its contracts, and the types of what its hooks must fill.</summary>
    public static Usings Of(BoundPairing pairing)
    {
        var usings = new Usings();
        usings._aliases[pairing.Left.Alias] = pairing.Left.TypeName;
        usings._aliases[pairing.Right.Alias] = pairing.Right.TypeName;
        if (pairing.Fields.Any(field => WritesList(field, SideName.Left) || WritesList(field, SideName.Right)))
            usings._namespaces.Add("System.Linq");

        var missing = new[] { pairing.Left, pairing.Right }.SelectMany(side => side.Creation?.Missing ?? default)
            .ToList();
        if (missing.Count == 0)
            return usings;

        var taken = new HashSet<string>(
            ReservedNames.Types.Concat(pairing.Fields.Select(field => field.Identifier)), StringComparer.Ordinal)
        {
            pairing.ClassName, "New" + pairing.Left.Alias, "New" + pairing.Right.Alias,
        };
        foreach (var member in missing)
            foreach (Match name in QualifiedName.Matches(member.Type.TypeName))
                usings.Add(name.Value, taken);

        return usings;
    }

    /// <summary>The namespaces, the file's own, and the aliases.</summary>
    /// <remarks>
    /// The aliases stand inside the namespace: outside it, a type of an enclosing namespace would win over an alias of
    /// the same name, and entities are called like anything.
    /// </remarks>
    public void Write(CodeWriter code, string rootNamespace, string ownNamespace)
    {
        foreach (var space in _namespaces)
            code.Line($"using {space};");

        if (!(rootNamespace + ".").StartsWith("Sluice.", StringComparison.Ordinal))
            code.Line("using Sluice;");

        code.Line();
        code.Line($"namespace {ownNamespace};");
        code.Line();
        foreach (var alias in _aliases)
            code.Line($"using {alias.Key} = global::{alias.Value};");
    }

    /// <summary>A type as the file writes it.</summary>
    public string Shorten(string type) => QualifiedName.Replace(type, match => Short(match.Value));

    private static bool WritesList(BoundField field, SideName side) => (field.Target == side || field.IsTwoWay)
        && field.Paths(side).Any(path => path.IsWritable && path.Leaf.Type.Kind == ValueKind.List);

    private string Short(string name)
    {
        var last = Last(name);
        return name == $"{Collections}.{last}" || (_aliases.TryGetValue(last, out var known) && known == name)
            ? last
            : "global::" + name;
    }

    private void Add(string name, HashSet<string> taken)
    {
        var last = Last(name);
        if (name == $"{Collections}.{last}")
            _namespaces.Add(Collections);
        else if (!taken.Contains(last) && !_aliases.ContainsKey(last))
            _aliases.Add(last, name);
    }

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
