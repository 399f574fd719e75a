using Sluice.Connectors.CustomCrm;

namespace Sluice.Connectors.Tests.CustomcrmYouTrack;

/// <summary>What is to be done for customers goes to the first project.</summary>
public sealed partial class CustomerIssues
{
    private static partial NewIssue? Creating(Customer left) => new() { Project = new() { Id = "0-1" } };
}
