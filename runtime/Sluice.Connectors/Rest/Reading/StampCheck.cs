using System.Text.Json;
using Sluice.Connectors.Http;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>
/// Whether a page's records bear the time stamp that the settings name. Where it is misspelt, or written in another
/// form, none does: nothing would fail, and no edit would have a date.
/// </summary>
internal sealed class StampCheck(EntityOptions entity, Failures failures)
{
    /// <exception cref="RemoteException">None of the records shows it, or none as a point in time.</exception>
    public void Look(string what, IReadOnlyList<JsonElement> records)
    {
        if (entity.Modified is not { } path || records.Count == 0)
            return;

        var stamps = records.Select(record => JsonPlace.Find(record, path)).ToList();
        if (!entity.OmitsNulls && stamps.TrueForAll(stamp => stamp is null))
            throw failures.Shape(
                what,
                $"the time stamp '{path}' was expected in the records, and none of {records.Count} shows it "
                + $"({entity.Place}:{nameof(entity.Modified)}; where the system leaves nulls out, switch "
                + $"{nameof(entity.OmitsNulls)} on)");

        var given = stamps.FindAll(stamp => stamp is { ValueKind: not JsonValueKind.Null });
        if (given.Count > 0 && given.TrueForAll(stamp => entity.TimeForm.Read(stamp) is null))
            throw failures.Shape(
                what,
                $"'{path}' holds {given[0]!.Value.GetRawText()}, which is no point in time of the form "
                + $"{entity.TimeForm} ({entity.Place}:{nameof(entity.TimeForm)})");
    }
}
