namespace Sluice.Stores.Tests;

public sealed class FollowingTests(ITestOutputHelper output)
{
    private static readonly EntityName[] Entities = [new("A", "As"), new("B", "Bs")];
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_new_or_changed_is_told_in_whatever_order_a_page_shows_it()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new StoreFolder();
        await using var store = await folder.OwnAsync();

        // Records of two entities are first seen in turns, in pieces of up to a page.
        var seen = new List<int>[] { [], [] };
        for (var piece = 0; piece < 12; piece++)
        {
            var (entity, size) = (piece % 2, random.Next(1, 700));
            int[] keys = [.. Enumerable.Range(seen[entity].Count, size)];
            seen[entity].AddRange(keys);
            await store.ObserveAsync(
                await store.BeginExtractionAsync(Entities[entity], Noon),
                [.. keys.Select(key => Seen(Entities[entity], $"{key}"))]);
        }

        for (var times = 0; times < 60; times++)
        {
            var entity = random.Next(2);
            var page = Page(random, seen[entity]);
            var changed = page.Where(_ => random.Next(20) == 0).ToHashSet();
            var listing = await store.BeginExtractionAsync(Entities[entity], Noon);

            var news = await store.CompareAsync(
                listing, [.. page.Select(key => new Glimpse($"{key}", changed.Contains(key) ? "other" : "h", true))]);

            Assert.Equal(
                page.Where(key => changed.Contains(key) || key >= seen[entity].Count)
                    .Select(key => ($"{key}", key >= seen[entity].Count)),
                news.Select(sighting => (sighting.Key, sighting.IsNew)));
        }
    }

    // Some in their order, some not, some left out, and some that were never seen.
    private static List<int> Page(Random random, List<int> known)
    {
        var page = known.Concat([known.Count, known.Count + 1]).Where(_ => random.Next(10) > 0).ToList();
        for (var swaps = random.Next(8); swaps > 0; swaps--)
        {
            var (one, other) = (random.Next(page.Count), random.Next(page.Count));
            (page[one], page[other]) = (page[other], page[one]);
        }

        if (random.Next(4) == 0)
            page.Reverse();
        return page;
    }

    private static Observation Seen(EntityName entity, string key) =>
        new(key, new(entity, key), "h", InScope: true, Noon, [], Dirty: []);
}
