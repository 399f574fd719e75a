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

    /// <summary>What only verbs call that show what is stored, or tests: to die there leaves nothing behind.</summary>
    public static IReadOnlyList<string> OfLooks { get; } =
    [
        nameof(IStore.ApprovedAsync), nameof(IStore.HistoryAsync), nameof(IStore.LastRunAsync),
        nameof(IStore.LinksAsync), nameof(IStore.SettledAsync), nameof(IStore.SetLinkStateAsync),
        nameof(IStore.WaitingRequestsAsync),
    ];

    /// <summary>Whether the engine, or a process that asks it for a run, can die at a place.</summary>
    public static bool CanDieAt(string place) =>
        !OfLooks.Any(method => place.EndsWith($" {method}", StringComparison.Ordinal));

    private static IEnumerable<string> Methods() => typeof(IStore).GetInterfaces().Append(typeof(IStore))
        .SelectMany(part => part.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .Where(method => !method.IsSpecialName && StoreCall.IsPlace(method.Name))
        .Select(method => method.Name).Distinct(StringComparer.Ordinal);
}
