using System.Globalization;

namespace Sluice.Simulation;

/// <summary>
/// Short names for the identities of creates, which are random: the same seed gives the same names.
/// </summary>
internal sealed class References
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public string Of(string identity)
    {
        if (!_names.TryGetValue(identity, out var name))
            _names[identity] = name = string.Create(CultureInfo.InvariantCulture, $"i{_names.Count + 1}");

        return name;
    }
}
