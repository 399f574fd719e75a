namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Unlinked_records_come_in_batches_in_the_order_of_first_sight()
    {
        await EnumerateAsync(Companies, 0, [.. Enumerable.Range(0, 7).Select(i => Seen($"c{9 - i}", Side.Left))]);
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        await LinkAsync("c6", "g");

        var keys = new List<string>();
        var after = 0L;
        while (await Store.UnlinkedAsync(Pairing, Side.Left, Companies, after, 2) is { Count: > 0 } batch)
        {
            Assert.True(batch.Count <= 2);
            keys.AddRange(batch.Select(record => record.Key));
            after = batch[^1].Observation;
        }

        Assert.Equal(["c9", "c8", "c7", "c5", "c4", "c3"], keys);
        Assert.Empty(await UnlinkedKeysAsync(Side.Right));
    }

    [Fact]
    public async Task A_tombstone_keeps_its_records_from_being_unlinked_and_a_negative_link_does_not()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        var link = await LinkAsync("a", "g");
        await LinkAsync("b", "h", LinkState.Negative);
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));

        Assert.Equal(["b"], await UnlinkedKeysAsync(Side.Left));
    }

    [Fact]
    public async Task An_unlinked_record_says_whether_it_is_wanted()
    {
        var left = new PairingView(Pairing, Side.Left, InScope: true, []);
        await EnumerateAsync(
            Companies, 0,
            Seen("yes", Side.Left) with { Views = [left] },
            Seen("no", Side.Left) with { Views = [left with { IsWanted = false }] });
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));

        var unlinked = await Store.UnlinkedAsync(Pairing, Side.Left, Companies, 0, 10);

        Assert.Equal([("yes", true), ("no", false)], unlinked.Select(record => (record.Key, record.IsWanted)));
    }

    [Fact]
    public async Task Who_names_whom_is_found_from_either_side_and_replaced_with_the_record()
    {
        NamedRecord Names(string path, string key) => new(path, Groups, key);
        await EnumerateAsync(
            Companies, 0,
            Seen("a", Side.Left) with { Names = [Names("owner", "g"), Names("other", "h")] },
            Seen("b", Side.Left) with { Names = [Names("owner", "g")] });
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));

        Assert.Equal(["g"], await Store.NamedByAsync(Companies, "a", Groups, ["owner"]));
        Assert.Equal(["g", "h"], await Store.NamedByAsync(Companies, "a", Groups, ["owner", "other"]));
        Assert.Equal(["a", "b"], await Store.NamingAsync(Companies, ["owner"], Groups, "g"));
        Assert.Empty(await Store.NamingAsync(Companies, ["owner"], Groups, "h"));

        await EnumerateAsync(
            Companies, 1,
            Seen("a", Side.Left) with { Hash = "another", Names = [Names("owner", "h")] });
        Assert.Equal(["a"], await Store.NamingAsync(Companies, ["owner"], Groups, "h"));
        Assert.Empty(await Store.NamingAsync(Companies, ["owner"], Groups, "g"));
    }

    [Fact]
    public async Task Records_out_of_scope_are_neither_unlinked_nor_candidates()
    {
        var byHook = new PairingView(Pairing, Side.Left, InScope: false, [MatchKey.Email("x@y.z")]);
        await EnumerateAsync(
            Companies, 0,
            Seen("in", Side.Left, "x@y.z"),
            Seen("contract", Side.Left, "x@y.z") with { InScope = false },
            Seen("hook", Side.Left, "x@y.z") with { Views = [byHook] },
            Seen("elsewhere", Side.Left, "x@y.z") with { Views = [byHook with { Pairing = Other, InScope = true }] });
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right, "X@Y.Z "));

        Assert.Equal(["in"], await UnlinkedKeysAsync(Side.Left));
        Assert.Equal("in", Assert.Single(await CandidatesOfAsync("g", Side.Right)).Key);
    }

    [Fact]
    public async Task A_candidate_shares_a_key_of_the_same_rule()
    {
        static Observation Person(string key, Side side, params MatchKey[] keys) =>
            Seen(key, side) with { Views = [new PairingView(Pairing, side, InScope: true, keys)] };

        var (mail, name) = (MatchKey.Email("a@b.c"), MatchKey.Name("Anna"));
        await EnumerateAsync(
            Groups, 0,
            Person("by name", Side.Right, MatchKey.None, name),
            Person("by both", Side.Right, mail, name),
            Person("crosswise", Side.Right, name, mail),
            Person("nothing", Side.Right, MatchKey.None, MatchKey.None));
        await EnumerateAsync(
            Companies, 0,
            Person("c", Side.Left, mail, name),
            Person("blank", Side.Left, MatchKey.None, MatchKey.Name("  ")));

        var candidates = await CandidatesOfAsync("c", Side.Left);

        Assert.Equal([("by name", 1), ("by both", 0)], candidates.Select(candidate => (candidate.Key, candidate.Rule)));
        Assert.All(candidates, candidate => Assert.False(candidate.IsLinked));
        Assert.Empty(await CandidatesOfAsync("blank", Side.Left));
        Assert.Empty(await CandidatesOfAsync(await NumberAsync("c", Side.Left), Side.Left, Other));
    }

    [Fact]
    public async Task Of_several_keys_by_one_rule_one_that_both_have_makes_a_candidate_once()
    {
        static Observation Person(string key, Side side, params string[] mails) => Seen(key, side) with
        {
            Views =
            [
                new PairingView(
                    Pairing, side, InScope: true,
                    [MatchKey.Of(Canonical.Email, FieldValue.Of([.. mails.Select(mail => FieldValue.Of(mail))]))]),
            ],
        };

        await EnumerateAsync(
            Groups, 0,
            Person("second", Side.Right, "x@b.c", "2@b.c"), Person("both", Side.Right, "1@b.c", "2@B.C"),
            Person("none", Side.Right, "x@b.c", " "));
        await EnumerateAsync(Companies, 0, Person("c", Side.Left, "1@b.c", "2@b.c", ""));
        Assert.Equal(
            ["second", "both"], (await CandidatesOfAsync("c", Side.Left)).Select(candidate => candidate.Key));

        await EnumerateAsync(Companies, 1, Person("c", Side.Left, "1@b.c"));
        Assert.Equal("both", Assert.Single(await CandidatesOfAsync("c", Side.Left)).Key);
    }

    [Fact]
    public async Task Candidates_tell_who_is_linked_and_leave_out_who_was_told_apart_or_is_gone()
    {
        await EnumerateAsync(
            Groups, 0,
            Seen("linked", Side.Right, "a@b.c"), Seen("apart", Side.Right, "a@b.c"),
            Seen("buried", Side.Right, "a@b.c"), Seen("gone", Side.Right, "a@b.c"), Seen("free", Side.Right, "a@b.c"));
        await EnumerateAsync(
            Companies, 0, Seen("c", Side.Left, "a@b.c"), Seen("d", Side.Left, "a@b.c"), Seen("e", Side.Left, "a@b.c"));
        var number = await NumberAsync("c", Side.Left);
        await LinkAsync("d", "linked");
        await LinkAsync("c", "apart", LinkState.Negative);
        await Store.SetLinkStateAsync((await LinkAsync("e", "buried")).Id, LinkState.Tombstone, At(1));
        var next = await Store.BeginExtractionAsync(Groups, At(1));
        await Store.CompareAsync(next, [Glimpse("linked"), Glimpse("apart"), Glimpse("buried"), Glimpse("free")]);
        await Store.CompleteExtractionAsync(next, At(1));

        Assert.Equal(
            [("linked", true), ("buried", false), ("free", false)],
            (await CandidatesOfAsync(number, Side.Left))
            .Select(candidate => (candidate.Key, candidate.IsLinked)));
        Assert.Empty(await Store.CandidatesAsync(Pairing, Side.Right, "gone"));
        Assert.Equal("a@b.c", (await Store.CandidatesAsync(Pairing, Side.Right, "free"))[0].Agrees);
    }

    [Fact]
    public async Task Match_keys_follow_the_record()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left, "old@b.c"));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right, "new@b.c"));
        var number = await NumberAsync("c", Side.Left);
        Assert.Empty(await CandidatesOfAsync(number, Side.Left));

        await EnumerateAsync(Companies, 1, Seen("c", Side.Left, "new@b.c", "2"));
        Assert.Equal("g", Assert.Single(await CandidatesOfAsync(number, Side.Left)).Key);

        await EnumerateAsync(Companies, 2, Seen("c", Side.Left, email: null, "3"));
        Assert.Empty(await CandidatesOfAsync(number, Side.Left));
    }

    [Fact]
    public async Task A_view_of_another_record_names_the_record_it_shows()
    {
        var ring = new RecordId(Rings, "r1");
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right, "a@b.c") with { Identity = ring });
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left, "a@b.c"));

        Assert.Equal(ring, Assert.Single(await Store.UnlinkedAsync(Pairing, Side.Right, Groups, 0, 10)).Identity);
        Assert.Equal(ring, Assert.Single(await CandidatesOfAsync("c", Side.Left)).Identity);
        Assert.Empty(await Store.UnlinkedAsync(Pairing, Side.Right, Rings, 0, 10));
    }
}
