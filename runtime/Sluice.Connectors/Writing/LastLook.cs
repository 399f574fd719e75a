using System.Text.Json;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Writing;

/// <summary>
/// Looks whether what an update replaces as a whole is still what it was made from, right before it is sent: for
/// vendors that know no conditions.
/// </summary>
/// <param name="reads">The way to the system.</param>
/// <param name="entity">The entity, for messages.</param>
/// <param name="get">Gets a record by its key.</param>
/// <param name="isStill">Whether a record is still in the state that an update was made for.</param>
internal sealed class LastLook(
    Reads reads, EntityName entity, Func<string, CancellationToken, Task<HttpResponseMessage>> get,
    Func<string, JsonElement, bool> isStill)
{
    /// <summary>Why an update is not sent; null where it is.</summary>
    public async Task<WriteResult?> AtAsync(WriteRequest request, CancellationToken token)
    {
        if (request is not { Key: { } key, IfVersion: { } before })
            return null;

        var what = $"{entity.Entity} {key}";
        try
        {
            var answer = await reads.AskAsync(what, stop => get(key, stop), token);
            if (!answer.IsSuccess)
                return WriteResult.NotDone($"{what} is not there any more; the next cycle looks at it anew.");

            return answer.Json() is { ValueKind: JsonValueKind.Object } now
                && isStill(before, now)
                    ? null
                    : WriteResult.NotDone(new MovedException(what).Message);
        }
        catch (RemoteException cause)
        {
            return WriteResult.NotDone($"{cause.Message} {cause.Fix}");
        }
    }
}
