using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

/// <summary>How an answer leaves, once it was decided and logged.</summary>
internal abstract class Delivery
{
    /// <summary>Whether the client gets to see a status.</summary>
    public virtual bool Answers => true;

    /// <param name="context">The connection.</param>
    /// <param name="reply">What was decided.</param>
    /// <param name="clock">Paces what must not run freely.</param>
    /// <param name="ending">The client went, or the sandbox stops.</param>
    public abstract Task SendAsync(HttpContext context, Reply reply, TimeProvider clock, CancellationToken ending);

    protected static void WriteHead(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        if (reply.ContentType is not null)
            response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
            response.Headers.Append(name, value);
    }
}
