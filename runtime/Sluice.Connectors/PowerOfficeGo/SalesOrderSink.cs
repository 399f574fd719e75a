using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.PowerOfficeGo.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// Writes orders. An update of lines takes several calls: where one fails after another was done, the outcome is not
/// known as a whole, so that the order is read again and what is left is told from what was done.
/// </summary>
/// <param name="order">Writes an order without its lines.</param>
/// <param name="sends">The way to the system.</param>
/// <param name="reads">The way to read it.</param>
/// <param name="go">What is written.</param>
/// <param name="look">What is read.</param>
internal sealed class SalesOrderSink(
    EntitySink<SalesOrder> order, Sends sends, Reads reads, IPowerOfficeGoWrites go, IPowerOfficeGoReads look) : ISink
{
    public EntityName Entity => order.Entity;

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { Key: { } key, IsDelete: false } || order.Refusal(request) is not null
            || SalesOrderLines.In(request.Body) is not { IsEmpty: false } lines)
            return await order.SendAsync(request, token);

        if (lines.AreUnknown)
            return WriteResult.NotDone(
                $"Which {SalesOrderLines.Member} {Entity.Entity} {key} has is not known, and they are changed one by "
                    + "one; the next cycle reads it by itself.");

        var isBegun = false;
        foreach (var step in Steps(request, key, lines, token))
        {
            var result = await step();
            if (result.Outcome != WriteOutcome.Committed)
                return isBegun
                    ? WriteResult.Unknown($"A part of it was done, and then this was said: {result.Reason}")
                    : result;

            isBegun = true;
        }

        return WriteResult.Committed(await ReadAsync(key, token));
    }

    // New lines last: what comes before can be done twice without harm.
    private IEnumerable<Func<Task<WriteResult>>> Steps(
        WriteRequest request, string key, SalesOrderLines lines, CancellationToken token)
    {
        if (lines.Order.Count > 0)
            yield return () => order.SendAsync(request with { Body = lines.Order.ToJsonString() }, token);

        foreach (var (id, patch) in lines.Changed)
            yield return () => sends.SendAsync(
                $"line {id} of {Entity.Entity} {key}", request.SendBy,
                stop => go.UpdateSalesOrderLineAsync(key, id, patch.ToJsonString(), stop), _ => null, token);

        foreach (var id in lines.Gone)
            yield return () => sends.DeleteAsync(
                $"line {id} of {Entity.Entity} {key}", request.SendBy,
                stop => go.DeleteSalesOrderLineAsync(key, id, stop), token);

        foreach (var line in lines.New)
            yield return () => sends.SendAsync(
                $"a new line of {Entity.Entity} {key}", request.SendBy,
                stop => go.CreateSalesOrderLineAsync(key, line.ToJsonString(), stop), _ => null, token);
    }

    private async Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        try
        {
            var answer = await reads.AskAsync(
                $"{Entity.Entity} {key}", stop => look.GetSalesOrderAsync(key, stop), token);
            return answer is { IsSuccess: true } && answer.Json() is { } shown
                ? PowerOfficeGoEntities.SalesOrders.Read(shown, out _)
                : null;
        }
        catch (RemoteException)
        {
            return null;
        }
    }
}
