using Sluice.Connectors.CustomCrm;

namespace Sluice.Connectors.Tests.CustomcrmYouTrack;

/// <summary>What is done for people is entered at the first issue.</summary>
public sealed partial class ContactWorkitems
{
    private static partial NewWorkitem? Creating(Contact left) => new() { Issue = new() { Id = "2-1" } };
}
