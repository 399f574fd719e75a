using System.Reflection;

namespace Sluice.Simulation;

/// <summary>The places at which a process can die, whether a run comes by or not.</summary>
internal static class Places
{
    private static readonly string[] Calls =
        ["identify", "list", "newest", "read", "create", "update", "delete", "token"];

    private static readonly string[] Systems = ["Acme", "Beta", "Gamma"];

    /// <summary>Before and after each call to the store and to the systems.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Methods()
            .Concat(Calls.SelectMany(call => Systems.Select(system => $"{call} {system}")))
            .SelectMany(what => new[] { $"before {what}", $"after {what}" })
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Methods() => typeof(IStore).GetInterfaces().Append(typeof(IStore))
        .SelectMany(part => part.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .Where(method => !method.IsSpecialName && StoreCall.IsPlace(method.Name))
        .Select(method => method.Name).Distinct(StringComparer.Ordinal);
}
