using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Looks through a listing for records like those that a plan would create.</summary>
/// <remarks>Fed by one extraction; read when it is over.</remarks>
internal sealed class DuplicateSearch(EntityName entity) : IListingWatch
{
    private readonly Dictionary<UInt128, Wanted> _wanted = [];
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<LikelyDuplicate> _found = [];

    public void Add(CreateOperation create)
    {
        foreach (var (paths, text) in Likeness.Of(JsonElement.Parse(create.Request.Body)))
        {
            _paths.Add(paths);
            var number = Number(paths, text);
            _wanted[number] = new(create.Pairing, create.Origin.Key, _wanted.GetValueOrDefault(number));
        }
    }

    public IReadOnlyList<LikelyDuplicate> Found =>
        [
            .. _found.Distinct().OrderBy(found => found.Pairing, StringComparer.Ordinal)
                .ThenBy(found => found.Origin, StringComparer.Ordinal)
                .ThenBy(found => found.Existing, StringComparer.Ordinal),
        ];

    public void See(Record record)
    {
        foreach (var paths in _paths)
            foreach (var text in Likeness.At(record.Raw, paths))
                for (var like = _wanted.GetValueOrDefault(Number(paths, text)); like is not null; like = like.Next)
                    _found.Add(new(like.Pairing, like.Origin, entity.ToString(), record.Key, $"{paths} = {text}"));
    }

    private static UInt128 Number(string paths, string text) => RecordHash.Number($"{paths}\n{text}");

    // There may be a million of them, and hardly two are alike.
    private sealed record Wanted(string Pairing, string Origin, Wanted? Next);
}
