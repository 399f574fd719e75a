using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>The hooks of one pairing class, in whichever root namespace it lives.</summary>
internal sealed class HookIndex(Hooks hooks, PairingNames names)
{
    private readonly List<HookMethod> _methods =
    [
        .. hooks.Pairings
            .Where(pairing => ("." + pairing.TypeName).EndsWith(
                $".{names.NamespaceSuffix}.{names.ClassName}", StringComparison.Ordinal))
            .SelectMany(pairing => pairing.Methods),
    ];

    public bool Has(string name, End parameter) =>
        _methods.Exists(method => method.Name == name && Takes(method, parameter));

    /// <summary>
    /// The hook that narrows a side; where both sides have one contract, its name must say which side it means.
    /// </summary>
    public string? Scope(SideName side, End end, End other) => _methods.Find(method =>
        method.Name.StartsWith("InScope", StringComparison.Ordinal) && Takes(method, end)
        && (end.TypeName != other.TypeName || method.Name == "InScope" + side))?.Name;

    // An open contract is written in the same build, so nobody knows yet which namespace the hook means.
    private static bool Takes(HookMethod method, End end) => end.Entity.IsOpen
        ? ("." + end.TypeName).EndsWith("." + Behind(method.ParameterType), StringComparison.Ordinal)
        : method.ParameterType == end.TypeName;

    private static string Behind(string type)
    {
        var at = ("." + type).LastIndexOf(".Open.", StringComparison.Ordinal);
        return at < 0 ? type : type.Substring(at);
    }
}
