namespace Sluice.Sandboxes.Http;

/// <summary>Switches that change how a system behaves, rather than what it answers to one request.</summary>
/// <param name="seconds">By the switch's name: the seconds that it was given.</param>
internal sealed class CallRules(IReadOnlyDictionary<string, int> seconds)
{
    public static CallRules None { get; } = new(new Dictionary<string, int>());

    /// <summary>The seconds that a switch was given; 0 where it is off.</summary>
    public int this[string name] => seconds.GetValueOrDefault(name);

    public bool Has(string name) => seconds.ContainsKey(name);
}
