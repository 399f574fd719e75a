using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>Every version of every record of an entity, so that what reads late can show an older one.</summary>
internal sealed class FakeHistory(Clock clock)
{
    private readonly List<FakeVersion> _versions = [];

    /// <summary>How far the system's clock is ahead of the engine's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>How many digits of a second its stamps have: 0 to 9.</summary>
    public int Digits { get; set; } = 9;

    public void Note(string key, JsonObject? state)
    {
        // Stages of the engine read and write side by side.
        lock (_versions)
            _versions.Add(new(key, clock.GetUtcNow(), Stamp(), (JsonObject?)state?.DeepClone()));
    }

    /// <summary>What the records were some time ago, by key; those that are gone are left out.</summary>
    public SortedDictionary<string, FakeVersion> AsOf(TimeSpan ago)
    {
        var until = clock.GetUtcNow() - ago;
        var shown = new SortedDictionary<string, FakeVersion>(StringComparer.Ordinal);
        lock (_versions)
            foreach (var version in _versions.Where(version => version.At <= until))
                if (version.State is null)
                    shown.Remove(version.Key);
                else
                    shown[version.Key] = version;

        return shown;
    }

    // The last digits are finer than any tick of ours: they count the versions.
    private string Stamp()
    {
        var now = (clock.GetUtcNow() + Skew).UtcDateTime;
        var nanoseconds = (now.Ticks % TimeSpan.TicksPerSecond * 100) + (_versions.Count % 100);
        var fraction = nanoseconds.ToString("D9", CultureInfo.InvariantCulture)[..Digits];
        return now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "." + fraction + "Z";
    }
}
