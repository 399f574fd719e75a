using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Looks through a listing for records like those that a plan would create.</summary>
/// <remarks>Fed by one extraction; read when it is over.</remarks>
internal sealed class DuplicateSearch : IListingWatch
{
    private readonly Dictionary<(string Paths, string Text), List<CreateOperation>> _wanted = [];
    private readonly List<LikelyDuplicate> _found = [];
    private readonly EntityName _entity;
    private readonly string[] _paths;

    public DuplicateSearch(EntityName entity, IEnumerable<CreateOperation> creates)
    {
        _entity = entity;
        foreach (var create in creates)
            foreach (var likeness in Likeness.Of(JsonElement.Parse(create.Request.Body)))
                if (_wanted.TryGetValue(likeness, out var others))
                    others.Add(create);
                else
                    _wanted[likeness] = [create];

        _paths = [.. _wanted.Keys.Select(likeness => likeness.Paths).Distinct(StringComparer.Ordinal)];
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
                if (_wanted.TryGetValue((paths, text), out var creates))
                    _found.AddRange(creates.Select(create =>
                        new LikelyDuplicate(
                            create.Pairing, create.Origin.Key, _entity.ToString(), record.Key, $"{paths} = {text}")));
    }
}
