using Sluice.Connectors.PowerOfficeGo;

namespace Sluice.Connectors.Tests.PowerofficegoYouTrack;

/// <summary>Each order is an hour's work at the third issue.</summary>
public sealed partial class SalesordersWorkitems
{
    private static partial NewWorkitem? Creating(SalesOrder left) => new()
    {
        Issue = new() { Id = "2-3" },
        Duration = new() { Minutes = 60 },
    };
}
