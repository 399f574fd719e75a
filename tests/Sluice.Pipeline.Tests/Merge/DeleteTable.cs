using System.Globalization;
using System.Text;

namespace Sluice.Pipeline.Tests;

/// <summary>Writes the page of what becomes of deletes, from what the engine does.</summary>
internal static class DeleteTable
{
    private const string Pairing = "acme-people/beta-users";

    // Each says what happens to the record that is lost and to the one across, between two cycles.
    private static readonly (string Text, Action<World, Side> Do)[] Interleavings =
    [
        ("deleted, the other untouched", (world, lost) => Delete(world, lost)),
        ("edited and then deleted, the other untouched", (world, lost) =>
        {
            Edit(world, lost, "1");
            Delete(world, lost);
        }),
        ("deleted, the other edited", (world, lost) =>
        {
            Delete(world, lost);
            Edit(world, lost.Other(), "2");
        }),
        ("both edited, then one deleted", (world, lost) =>
        {
            Edit(world, lost, "1");
            Edit(world, lost.Other(), "2");
            Delete(world, lost);
        }),
        ("deleted on both sides", (world, lost) =>
        {
            Delete(world, lost);
            Delete(world, lost.Other());
        }),
        ("edited on one side, deleted on both", (world, lost) =>
        {
            Edit(world, lost.Other(), "2");
            Delete(world, lost);
            Delete(world, lost.Other());
        }),
    ];

    private static readonly (string Text, Action<World, Side> Do)[] Afterwards =
    [
        ("the lost one is back", (world, lost) => Entity(world, lost).Add("Ada", "ada@x.no", "0", key: Key(lost))),
        ("a new record with the same match key", (world, lost) =>
            Entity(world, lost).Add("Ada", "ada@x.no", "0", key: "x09")),
        ("the one that stayed is edited", (world, lost) =>
        {
            if (Entity(world, lost.Other()).Keys.Contains(Key(lost.Other())))
                Edit(world, lost.Other(), "3");
        }),
        ("the one that stayed is deleted, too", (world, lost) => Delete(world, lost.Other())),
    ];

    private static readonly (string Text, Action<World, Side> Do)[] NoDeletes =
    [
        ("left the scope", (world, lost) => Entity(world, lost)[Key(lost)]["outside"] = true),
        ("merged into another record", (world, lost) =>
        {
            Delete(world, lost);
            Entity(world, lost).Merged[Key(lost)] = "x01";
        }),
        ("deleted and made again with the same match key", (world, lost) =>
        {
            Delete(world, lost);
            Entity(world, lost).Add("Ada", "ada@x.no", "0", key: "x09");
        }),
        ("deleted, where the other's system has no delete", (world, lost) =>
        {
            Delete(world, lost);
            Entity(world, lost.Other()).NoDelete = "no delete";
        }),
        ("deleted, where the other's system refuses the delete", (world, lost) =>
        {
            Delete(world, lost);
            Entity(world, lost.Other()).RefusesDeletes = "409";
        }),
    ];

    public static async Task<string> PageAsync()
    {
        var page = new StringBuilder(Introduction);
        await TableAsync(page, "Edits and deletes between two cycles", Interleavings, []);
        await TableAsync(page, "What is no plain delete", NoDeletes, []);
        await TableAsync(page, "What happens after a delete", Afterwards, [(world, lost) => Delete(world, lost)]);
        return page.ToString();
    }

    private const string Introduction =
        """
        # What becomes of deletes

        A record counts as gone when a complete listing did not show it and a question by its key did not find it. What
        then becomes of the record across, is the policy of the pairing, `Pipeline:Deletes`; without one, `Ask`.

        | word | meaning |
        | --- | --- |
        | tombstone | the link remembers both; nothing is made again |
        | ended | the link is history; the record that stayed may be matched with another, nothing is made for it |
        | review | the record stays, and a person decides |
        | deleted | the record across is deleted, too |
        | live | both are linked and in step |
        | linked anew | the record that stayed is linked with another |
        | rejected | the system refused; it is not tried again |

        An edit since both sides last agreed beats a delete, whatever the policy. This page is written by the test
        `Delete_table_is_the_page`, which plays each case with either side as the one that loses its record. It fails
        where page and engine differ; run it with `SLUICE_ACCEPT=1` to accept what the engine does now.

        """;

    private static async Task TableAsync(
        StringBuilder page, string title, (string Text, Action<World, Side> Do)[] cases,
        Action<World, Side>[] before)
    {
        var policies = Enum.GetValues<DeletePolicy>();
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        Row(page, ["what happened", .. policies.Select(policy => policy.ToString())]);
        Row(page, [.. policies.Select(_ => "---").Prepend("---")]);
        foreach (var (text, happens) in cases)
        {
            var cells = new List<string> { text };
            foreach (var policy in policies)
            {
                var left = await CellAsync(policy, Side.Left, [.. before, happens]);
                var right = await CellAsync(policy, Side.Right, [.. before, happens]);
                cells.Add(left == right ? left : $"{left} (left), {right} (right)");
            }

            Row(page, cells);
        }
    }

    private static async Task<string> CellAsync(DeletePolicy policy, Side lost, Action<World, Side>[] steps)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set(Pairing, policy);
        world.People.Add("Ada", "ada@x.no", "0", key: "p01");
        world.Users.Add("Ada", "ada@x.no", "0", key: "u01");
        await world.GoLiveAsync();
        await world.CycleAsync();
        foreach (var step in steps)
        {
            step(world, lost);
            await world.QuiesceAsync();
        }

        return await OutcomeAsync(world, lost);
    }

    private static async Task<string> OutcomeAsync(World world, Side lost)
    {
        var links = await world.LinksAsync();
        var words = new List<string>
        {
            links.Any(link => link.State == LinkState.Live && link.Key(lost) != Key(lost)) ? "linked anew"
                : links[0].State.ToString().ToLowerInvariant(),
        };
        if ((await world.Store.LastWritesAsync(links[0], lost.Other(), "", 1)).Count > 0)
            words.Add("deleted");
        words.AddRange((await world.OpenAsync())
            .Select(item => item.Kind == OpenKind.Review ? "review" : item.Kind.ToString().ToLowerInvariant())
            .Distinct());
        Assert.True(words.Contains("deleted") || Entity(world, lost.Other()).Count <= 1, "A record was made again.");
        return string.Join(", ", words);
    }

    private static FakeEntity Entity(World world, Side side) => side == Side.Left ? world.People : world.Users;

    private static string Key(Side side) => side == Side.Left ? "p01" : "u01";

    private static void Edit(World world, Side side, string phone) =>
        Entity(world, side).Edit(Key(side), "phone", phone);

    private static void Delete(World world, Side side) => Entity(world, side).Delete(Key(side));

    private static void Row(StringBuilder page, IEnumerable<string> cells) =>
        page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
}
