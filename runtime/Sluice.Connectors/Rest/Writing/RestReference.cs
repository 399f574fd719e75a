using System.Text.Json;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>A member that no two records of an entity share.</summary>
internal sealed class RestReference<T>(RestSystem system, EntityOptions options, Entity<T> entity)
    where T : class
{
    private readonly Reads _reads = new(system.Exchange);
    private readonly Slices _slices = new(system.Failures);

    /// <summary>The record with a reference; null where there is none.</summary>
    /// <exception cref="RemoteException">The system could not be asked.</exception>
    public async Task<Record?> FindAsync(
        string reference, IReadOnlyList<string> paths, CancellationToken token) =>
        await ElementAsync(reference, paths, token) is { } element ? entity.Read(element, out _) : null;

    /// <summary>Whether a record has a reference.</summary>
    /// <exception cref="RemoteException">The system could not be asked.</exception>
    public async Task<bool> IsTakenAsync(string reference, CancellationToken token) =>
        await ElementAsync(reference, [], token) is not null;

    private async Task<JsonElement?> ElementAsync(
        string reference, IReadOnlyList<string> paths, CancellationToken token)
    {
        var member = options.Idempotency.Reference!;
        var what = $"{entity.Name.Entity} with the {member} {reference}";
        var address = system.Caller.Address(
            options.List!.Fill(_ => null)!,
            [
                .. AskedFields.Of(options, [.. paths, member]),
                (options.Idempotency.Parameter ?? member, reference),
            ]);
        var answer = await _reads.AskAsync(what, stop => system.Caller.GetAsync(address, stop), token);
        var page = new RestPages(options, address, system.Failures).Cut(_slices, what, answer);

        // A system that does not know the parameter lists everything: the member itself decides.
        return page.Elements.Where(element => JsonPlace.Text(element, member) == reference)
            .Select(element => (JsonElement?)element).FirstOrDefault();
    }
}
