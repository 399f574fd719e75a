using System.Text.Json;

namespace Sluice.Pipeline.Tests;

public sealed class SightTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"email":"a"}""", "email", true)]
    [InlineData("""{"email":null}""", "email", true)]
    [InlineData("""{"EmailAddress":"a"}""", "emailAddress", true)]
    [InlineData("""{"emails":"a"}""", "email", false)]
    [InlineData("""{}""", "email", false)]
    [InlineData("""{"profile":null}""", "profile.email.email", true)]
    [InlineData("""{"profile":{"email":{"email":"a"}}}""", "profile.email", true)]
    [InlineData("""{"profile":{}}""", "profile.email.email", false)]
    [InlineData("""{"profile":"text"}""", "profile.email", false)]
    [InlineData("""{"list":[]}""", "list.email", true)]
    [InlineData("""{"list":[{},{"email":"a"}]}""", "list.email", true)]
    [InlineData("""{"list":[{},{}]}""", "list.email", false)]
    public void A_path_shows_where_anything_stands_there(string json, string path, bool shows)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(shows, Presence.Shows(document.RootElement, path));
    }

    [Theory]
    [InlineData(false, 2, 0, false)]
    [InlineData(false, 3, 0, true)]
    [InlineData(true, 10, 0, false)]
    [InlineData(true, 11, 0, true)]
    [InlineData(false, 18, 2, true)]
    [InlineData(false, 17, 3, false)]
    public void What_nearly_all_of_enough_records_show_is_known(bool omitsNulls, int with, int without, bool isKnown)
    {
        var sight = Look(omitsNulls, with, without);

        Assert.Equal(isKnown ? [new ShownPath("a", null)] : [], sight.After([], Noon));
    }

    [Fact]
    public void What_is_known_is_lost_where_no_record_shows_it_and_stays_lost_since_then()
    {
        var lost = Look(omitsNulls: false, with: 0, without: 1).After([new("a", null)], Noon);
        var later = Look(omitsNulls: false, with: 0, without: 500).After(lost, Noon.AddDays(1));

        Assert.Equal([new ShownPath("a", Noon)], lost);
        Assert.Equal(lost, later);
        Assert.Equal([new ShownPath("a", null)], Look(false, with: 3, without: 0).After(later, Noon.AddDays(2)));
    }

    [Fact]
    public void One_record_beyond_the_sample_that_shows_it_is_enough()
    {
        var sight = Look(omitsNulls: false, with: 0, without: 1000);
        sight.Note(Of("""{"a":1}"""));

        Assert.False(sight.IsDoubtful([new("a", null)]));
        Assert.Empty(sight.After([new("a", null)], Noon));
    }

    [Fact]
    public void Where_nobody_is_there_nothing_is_lost_and_what_is_known_stays_known()
    {
        ShownPath[] lost = [new("a", Noon)];
        var sight = Look(omitsNulls: false, with: 0, without: 0);
        sight.Note(Of("{}") with { InScope = false });

        Assert.Equal([new ShownPath("a", null)], sight.After(lost, Noon.AddDays(1)));
        Assert.False(sight.IsDoubtful(lost));
    }

    [Fact]
    public void Where_whoever_is_there_cannot_be_read_nothing_is_known_anew()
    {
        ShownPath[] known = [new("a", Noon)];
        var sight = Look(omitsNulls: false, with: 0, without: 0);
        sight.Miss();

        Assert.Equal(known, sight.After(known, Noon.AddDays(1)));
        Assert.Equal([new ShownPath("a", null)], sight.After([new("a", null)], Noon));
    }

    [Fact]
    public void What_no_pairing_needs_any_more_is_forgotten() =>
        Assert.Empty(Look(omitsNulls: false, with: 0, without: 5).After([new("b", Noon)], Noon));

    private static Sight Look(bool omitsNulls, int with, int without)
    {
        var sight = new Sight([new("a", omitsNulls)]);
        for (var i = 0; i < with + without; i++)
            sight.Note(Of(i < with ? """{"a":null}""" : "{}"));
        return sight;
    }

    private static Record Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new("1", new Card { Id = "1" }, document.RootElement.Clone(), new(new("Acme", "People"), "1"));
    }
}
