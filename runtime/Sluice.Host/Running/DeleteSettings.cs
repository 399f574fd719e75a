using Microsoft.Extensions.Configuration;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>
/// Reads <c>Pipeline:Deletes</c>: a policy by pairing, or by pairing and by the system that lost the record.
/// </summary>
internal static class DeleteSettings
{
    public const string Section = "Deletes";

    /// <summary>Puts the policies into the options.</summary>
    /// <param name="section">The section.</param>
    /// <param name="policies">Where to.</param>
    /// <param name="pairings">What there is.</param>
    /// <exception cref="HostException">A pairing, a system or a policy is none.</exception>
    public static void Read(
        IConfigurationSection section, DeletePolicies policies, IReadOnlyList<PairingDescriptor> pairings)
    {
        foreach (var setting in section.GetChildren())
        {
            var pairing = Pairing(setting.Path, setting.Key, pairings);
            if (setting.Value is not null)
                policies.Set(pairing.Name, Policy(setting));
            foreach (var own in setting.GetChildren())
                policies.Set(pairing.Name, Policy(own), System(own, pairing));
        }
    }

    /// <summary>The pairing of a name that a setting gives.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static PairingDescriptor Pairing(
        string path, string name, IReadOnlyList<PairingDescriptor> pairings) =>
        pairings.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new HostException(
            $"{path} names no pairing.",
            $"The pairings are {string.Join(", ", pairings.Select(known => known.Name))}.");

    private static string System(IConfigurationSection setting, PairingDescriptor pairing) =>
        new[] { pairing.Left.System, pairing.Right.System }
            .FirstOrDefault(known => string.Equals(known, setting.Key, StringComparison.OrdinalIgnoreCase))
        ?? throw new HostException(
            $"{setting.Path} names no system of its pairing.",
            $"Give {pairing.Left.System} or {pairing.Right.System}: the one that lost the record.");

    private static DeletePolicy Policy(IConfigurationSection setting) =>
        Enum.TryParse<DeletePolicy>(setting.Value, ignoreCase: true, out var policy) && Enum.IsDefined(policy)
            ? policy
            : throw new HostException(
                $"{setting.Path} is '{setting.Value}'.",
                $"Give {string.Join(", ", Enum.GetNames<DeletePolicy>())}; spec/deletes.md says what each does.");
}
