using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

public sealed class HistoryTests
{
    private const string Pairing = "keap-companies/youtrack-groups";
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_links_and_merges_moved_is_appended_once()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        var link = new NewLink(
            new Link(0, Pairing, "c", "g", LinkState.Live, LinkOrigin.Created)
            {
                Left = new RecordId(new EntityName("Keap", "Companies"), "c"),
                Right = new RecordId(new EntityName("YouTrack", "Groups"), "g"),
            },
            [], Dirty: false, Noon)
        {
            History = [Moved("", FieldValue.Absent, FieldValue.Absent)],
        };

        var stored = await store.LinkAsync(link);
        await store.LinkAsync(link);
        await store.MergeAsync(new MergeCommit(stored.Id, [], Dirty: false, Noon)
        {
            History =
            [
                Moved("name", FieldValue.Null, FieldValue.Of("Rev")),
                Moved("phone", FieldValue.Of("1"), FieldValue.Of("2")),
            ],
        });

        using var rows = store.Session.Prepare(
            "select field, old_value, new_value, rule, line, at, left_key, right_key from history order by id").Query();
        var history = new List<(string, FieldValue, FieldValue)>();
        while (rows.Read())
        {
            history.Add((rows.Text(0), rows.Value(1), rows.Value(2)));
            Assert.Equal(("edited on the left only", 12L, Noon), (rows.Text(3), rows.Number(4), rows.Time(5)));
            Assert.Equal(("c", "g"), (rows.Text(6), rows.Text(7)));
        }

        Assert.Equal(
            [
                ("", FieldValue.Absent, FieldValue.Absent),
                ("name", FieldValue.Null, FieldValue.Of("Rev")),
                ("phone", FieldValue.Of("1"), FieldValue.Of("2")),
            ],
            history);
    }

    private static HistoryEntry Moved(string field, FieldValue old, FieldValue value) =>
        new(1, Pairing, "c", "g", Side.Right, field, old, value, "edited on the left only", 12, Noon);
}
