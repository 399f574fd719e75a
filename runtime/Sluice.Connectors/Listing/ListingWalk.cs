using System.Runtime.CompilerServices;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>
/// Walks through a listing, from what each page gave to what the next one gives, until it ends or stops moving.
/// </summary>
/// <remarks>
/// Servers give less than was asked for, so a short page ends nothing: only a total, a mark or an empty page does. An
/// empty page that says where the next one is ends nothing either.
/// </remarks>
internal sealed class ListingWalk<T>(
    Entity<T> entity, Failures failures, Func<Position, CancellationToken, Task<Slice>> fetch)
    where T : class
{
    public async IAsyncEnumerable<Page> RunAsync([EnumeratorCancellation] CancellationToken token)
    {
        var seen = new Seen();
        for (var position = new Position(0, 1); ;)
        {
            var slice = await fetch(position, token);
            var before = seen.Count;
            seen.Expect(slice.Total);
            var page = Read(slice, position, seen);
            if ((slice.Elements.Count > 0 && seen.Count == before)
                || (slice.Next is not null && slice.Next == position.Next))
                throw failures.Shape(
                    $"{entity.Name.Entity}, page {position.Page}",
                    "the page repeats earlier ones, so the walk does not move");

            var after = new Position(position.Received + slice.Elements.Count, position.Page + 1);
            if (IsEnd(slice, after))
            {
                yield return page with { EndProof = seen.ProofAfter(slice, position) };
                yield break;
            }

            yield return page;
            position = after with { Next = slice.Next };
        }
    }

    private static bool IsEnd(Slice slice, Position after) =>
        (slice.Elements.Count == 0 && slice.Next is null) || slice.IsLast == true || slice.Total <= after.Received;

    private Page Read(Slice slice, Position position, Seen seen)
    {
        var records = new List<Record>(slice.Elements.Count);
        var bad = new List<BadRecord>();
        for (var i = 0; i < slice.Elements.Count; i++)
        {
            var record = entity.Read(slice.Elements[i], out var reason);
            var key = record?.Key ?? entity.KeyOf(slice.Elements[i]);
            if (!seen.Add(key))
                continue;

            if (record is not null)
                records.Add(record);
            else
                bad.Add(new(key ?? $"page {position.Page}, item {i + 1}", failures.Redact(reason!)));
        }

        return new(records, bad) { Total = slice.Total };
    }
}
