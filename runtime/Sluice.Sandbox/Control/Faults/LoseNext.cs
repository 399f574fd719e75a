using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control.Faults;

/// <summary>Pages do not say where the next one is: no <c>next</c> in the body, no header that pages.</summary>
internal sealed class LoseNext : FaultKind
{
    public override string Name => "missing-next";

    public override Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) => reply.Page is null
        ? null
        : ReplyBody.Edit(
            reply with
            {
                Headers = [.. reply.Headers.Where(header => header.Key is not ("X-Pagination" or "Link"))],
            },
            ReplyBody.WithoutNext);
}
