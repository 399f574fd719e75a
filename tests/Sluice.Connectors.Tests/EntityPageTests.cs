using System.Net;
using System.Runtime.CompilerServices;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>The page that lists what the connectors read and write says what they do.</summary>
public sealed class EntityPageTests
{
    [Fact]
    public async Task The_page_of_entities_says_what_the_connectors_do()
    {
        await using var host = Host.Of(
            new ScriptedHandler((_, _) => new(HttpStatusCode.OK)), ("YouTrack:UserSuccessor", "one"),
            ("YouTrack:UsergroupSuccessor", "one"), ("YouTrack:OrganizationSuccessor", "one"));
        var systems = new[] { "YouTrack", "Keap", "Powerofficego", "Customcrm" };
        var expected = systems.SelectMany(
            system => host.Connection(system).Sources.Select(source => Line(host, source)));

        var page = File.ReadLines(Path.Combine(Folder(), "../../spec/entities.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => string.Join("|", line.Split('|').Take(5)).Trim()
                .Replace("with a successor", "yes", StringComparison.Ordinal));

        Assert.Equal(expected.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    private static string Line(Host host, ISource source)
    {
        var (system, entity) = source.Entity;
        var requests = host.Connection(system).Requests.SingleOrDefault(one => one.Entity == source.Entity);
        var written = requests is null ? "no · no · no" : $"yes · yes · {(requests.NoDelete is null ? "yes" : "no")}";
        var changes = source is IDeltaSource ? "yes" : "no";
        return $"| {system} | `{entity}` | {changes} | {written}";
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
