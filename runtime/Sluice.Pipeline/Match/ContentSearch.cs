using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Looks through a listing for records that hold what creates would send, or look like it.</summary>
/// <remarks>Fed by one listing; read when it is over.</remarks>
internal sealed class ContentSearch : IListingWatch
{
    private readonly ILookup<string, LostCreate> _byText;
    private readonly List<LostCreate> _withoutText;
    private readonly ILookup<(string Paths, string Text), LostCreate> _byLikeness;
    private readonly string[] _likePaths;
    private readonly Dictionary<LostCreate, (List<Record> Same, List<Record> Like)> _hits = [];

    public ContentSearch(IReadOnlyList<LostCreate> creates)
    {
        foreach (var create in creates)
            _hits[create] = ([], []);

        // Whatever holds all that would be sent holds its longest text: few records have to be compared in full.
        var texts = creates.Select(create => (Create: create, Text: Texts(create.Body).MaxBy(text => text.Length)))
            .ToList();
        _byText = texts.Where(known => known.Text is not null).ToLookup(known => known.Text!, known => known.Create);
        _withoutText = [.. texts.Where(known => known.Text is null).Select(known => known.Create)];
        _byLikeness = creates.SelectMany(create => Likeness.Of(create.Body), (create, like) => (create, like))
            .ToLookup(known => known.like, known => known.create);
        _likePaths = [.. _byLikeness.Select(known => known.Key.Paths).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The records that hold all that a create would send.</summary>
    public IReadOnlyList<Record> Same(LostCreate create) => _hits[create].Same;

    /// <summary>The records that show an e-mail address or the names that a create would send, and not all of
    /// it.</summary>
    public IReadOnlyList<Record> Like(LostCreate create) => _hits[create].Like;

    public void See(Record record)
    {
        var same = Texts(record.Raw).Distinct(StringComparer.Ordinal).SelectMany(text => _byText[text])
            .Concat(_withoutText).Where(create => Resemblance.Covers(create.Body, record.Raw)).Distinct().ToList();
        foreach (var create in same)
            _hits[create].Same.Add(record);

        var like = _likePaths
            .SelectMany(paths => Likeness.At(record.Raw, paths).SelectMany(text => _byLikeness[(paths, text)]))
            .Distinct();
        foreach (var create in like.Except(same))
            _hits[create].Like.Add(record);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String when CanonicalForm.Fold(Canonical.Email, element.GetString()!) is { Length: > 0 } text =>
            [text],
        _ => [],
    };
}
