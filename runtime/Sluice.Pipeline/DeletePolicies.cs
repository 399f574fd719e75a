namespace Sluice.Pipeline;

/// <summary>
/// Delete policies, by pairing and, where it differs, by the system that lost the record. By default a person is asked.
/// </summary>
public sealed class DeletePolicies
{
    private readonly Dictionary<(string Pairing, string System), DeletePolicy> _policies = new(Comparer.Instance);

    /// <summary>The pairings and systems that a policy was given for; the system is empty where it holds for both.
    /// </summary>
    public IReadOnlyCollection<(string Pairing, string System)> Known => _policies.Keys;

    /// <summary>Gives a pairing a policy.</summary>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="policy">What happens.</param>
    /// <param name="system">The system that lost the record; by default either.</param>
    public void Set(string pairing, DeletePolicy policy, string system = "") => _policies[(pairing, system)] = policy;

    internal DeletePolicy Of(PairingDescriptor pairing, Side lost) =>
        _policies.TryGetValue((pairing.Name, pairing[lost].System), out var policy)
        || _policies.TryGetValue((pairing.Name, ""), out policy)
            ? policy
            : DeletePolicy.Ask;

    private sealed class Comparer : IEqualityComparer<(string Pairing, string System)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((string Pairing, string System) x, (string Pairing, string System) y) =>
            string.Equals(x.Pairing, y.Pairing, StringComparison.OrdinalIgnoreCase)
            && string.Equals(x.System, y.System, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Pairing, string System) key) => HashCode.Combine(
            StringComparer.OrdinalIgnoreCase.GetHashCode(key.Pairing),
            StringComparer.OrdinalIgnoreCase.GetHashCode(key.System));
    }
}
