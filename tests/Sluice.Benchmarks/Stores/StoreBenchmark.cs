using System.Globalization;
using Sluice.Benchmarks.Harness;
using Sluice.Stores.Sqlite;

namespace Sluice.Benchmarks.Stores;

/// <summary>What the store takes for its commits, against the same rows by bare prepared statements.</summary>
internal sealed class StoreBenchmark : IBenchmark
{
    private const int Page = 500;
    private const int Rounds = 15;
    private static readonly EntityName[] Entities = [new("L", "People"), new("R", "People")];
    private static readonly string[] Fields = ["email", "family name", "given name"];
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "store";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var commits = effort.Size(200, 2000);
        var pages = effort.Size(4, 40);
        using var folder = new TemporaryFolder();
        await using var store = await SqliteStore.OpenAsync(folder.File("store.db"), StoreAccess.Own);
        using var rows = await RawRows.CreateAsync(folder.File("raw.db"));
        var people = new RawPeople(rows);
        var run = await store.BeginRunAsync(At);

        Extraction[] listings =
            [await store.BeginExtractionAsync(Entities[0], At), await store.BeginExtractionAsync(Entities[1], At)];
        progress("store: observations");
        var observed = await Pairs.RunAsync(
            watch => watch.Elapsed, Rounds, 2 * pages * Page,
            async round =>
            {
                foreach (var side in new[] { Side.Left, Side.Right })
                    for (var page = 0; page < pages; page++)
                        await store.ObserveAsync(
                            listings[(int)side],
                            [.. Keys(round, page, pages).Select(key => Observation(key, side))]);
            },
            round =>
            {
                for (var side = 0; side < 2; side++)
                    for (var page = 0; page < pages; page++)
                        people.Observe(
                            Keys(round, page, pages).Select(key => (key, Hash(key), Match(key))), side, At.UtcTicks);
                return Task.CompletedTask;
            });

        progress("store: look-ups");
        var found = await Pairs.RunAsync(
            watch => watch.Elapsed, Rounds, pages * Page,
            async round =>
            {
                for (var page = 0; page < pages; page++)
                    await store.CompareAsync(
                        listings[0], [.. Keys(round, page, pages).Select(key => new Glimpse(key, Hash(key), true))]);
            },
            round =>
            {
                for (var page = 0; page < pages; page++)
                    people.Find(Keys(round, page, pages));
                return Task.CompletedTask;
            });

        progress("store: links");
        var linked = await Pairs.RunAsync(
            watch => watch.Elapsed, Rounds, commits,
            async round =>
            {
                foreach (var key in Keys(round, commits))
                    await store.LinkAsync(NewLink(key));
            },
            round =>
            {
                foreach (var (i, key) in Keys(round, commits).Index())
                    people.Link(
                        (key, Number(0, round, i, pages, commits)), (key, Number(1, round, i, pages, commits)),
                        [.. Fields.Select(field => (field, Value(key)))], At.UtcTicks);
                return Task.CompletedTask;
            });

        progress("store: intents");
        var begun = await Pairs.RunAsync(
            watch => watch.Elapsed, Rounds, commits,
            async round =>
            {
                foreach (var key in Keys(round, commits))
                    await store.BeginIntentAsync(Intent(key, run));
            },
            round =>
            {
                foreach (var key in Keys(round, commits))
                    people.Begin(
                        key, Body(key), Hash(key), [.. Fields.Select(field => (field, Value(key)))], At.UtcTicks);
                return Task.CompletedTask;
            });

        return new(Name, $"{2 * pages * Page} observations and {commits} commits a round", effort.Seed,
        [
            .. Told("a new observation", observed),
            .. Told("a look-up of an unchanged record", found),
            .. Told("the commit of a link with three fields", linked),
            .. Told("the commit of an intent with three fields", begun),
        ])
        {
            Note = "Both write to files, in WAL mode with a sync a commit; a page of observations is one commit.",
        };
    }

    private static IEnumerable<Figure> Told(string what, Pairs pairs) =>
    [
        new($"{what}: store against raw rows", pairs.Ratio, "x", 2),
        new($"{what}: store", pairs.Subject / 1000, "us"),
        new($"{what}: raw rows", pairs.Floor / 1000, "us"),
        new($"{what}: allocated", pairs.Bytes, "B"),
    ];

    private static IEnumerable<string> Keys(int round, int page, int pages) =>
        Enumerable.Range(0, Page).Select(i => Key((((round * pages) + page) * Page) + i));

    private static IEnumerable<string> Keys(int round, int count) =>
        Enumerable.Range(0, count).Select(i => Key((round * count) + i));

    private static string Key(int person) => person.ToString("x12", CultureInfo.InvariantCulture);

    private static string Hash(string key) => $"0123456789abcdef01234567{key}";

    private static string Match(string key) => $"person.{key}@example.test";

    private static string Value(string key) => $"\"person.{key}@example.test\"";

    private static string Body(string key) => $$"""{"email":"person.{{key}}@example.test","name":"Some Person"}""";

    private static Observation Observation(string key, Side side) => new(
        key, new(Entities[(int)side], key), Hash(key), true, At,
        [new("people", side, true, [MatchKey.Email(Match(key))])], []);

    private static NewLink NewLink(string key)
    {
        var (left, right) = (new RecordId(Entities[0], key), new RecordId(Entities[1], key));
        var value = FieldValue.Of(Match(key));
        return new(
            new(0, "people", key, key, LinkState.Live, LinkOrigin.Match) { Left = left, Right = right, Line = 12 },
            [.. Fields.Select(field => new FieldBase(field, value, value, field) { Version = 1 })], false, At)
        {
            Marks =
            [
                .. Fields.SelectMany(field => new[]
                {
                    new Mark(left, field, value, 1, false), new Mark(right, field, value, 1, false),
                }),
            ],
        };
    }

    private static Intent Intent(string key, long run) =>
        new(0, run, "people", Side.Right, key, null, Body(key), At, IntentState.Open)
        {
            Sent = Fields.ToDictionary(field => field, _ => FieldValue.Of(Match(key))),
            Versions = Fields.ToDictionary(field => field, _ => 1L),
            Content = Hash(key),
        };

    // The raw file numbers its records by round, then side.
    private static long Number(int side, int round, int i, int pages, int commits)
    {
        var person = (round * commits) + i;
        var size = pages * Page;
        return ((((person / size) * 2) + side) * size) + (person % size) + 1;
    }
}
