using System.Text.Json;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A reference of the client's, of which each belongs to one record of its class.</summary>
/// <param name="entity">The class.</param>
/// <param name="reads">The way to ask.</param>
/// <param name="list">Lists the records with a reference.</param>
internal sealed class ImportReference<T>(
    Entity<T> entity, Reads reads, Func<string, CancellationToken, Task<HttpResponseMessage>> list)
    where T : class
{
    public const string Property = nameof(Customer.ExternalImportReference);

    /// <summary>The record with a reference; null where there is none.</summary>
    /// <exception cref="RemoteException">The system could not be asked.</exception>
    public async Task<Record?> FindAsync(string reference, CancellationToken token)
    {
        var answer = await reads.AskAsync(
            $"{entity.Name.Entity} with {Property} {reference}", stop => list(reference, stop), token);
        return answer.Json() is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray().Select(element => entity.Read(element, out _)).OfType<Record>()
                .FirstOrDefault(record => IsHeld(record, reference))
            : null;
    }

    // Whoever does not know the filter lists everybody.
    private static bool IsHeld(Record record, string reference) =>
        record.Raw.TryGetProperty(Property, out var shown) && shown.ValueKind == JsonValueKind.String
        && shown.ValueEquals(reference);
}
