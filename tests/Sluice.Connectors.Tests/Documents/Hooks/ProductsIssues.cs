using Sluice.Connectors.Keap;

namespace Sluice.Connectors.Tests.KeapYouTrack;

/// <summary>What is to be done for products goes to the second project.</summary>
public sealed partial class ProductsIssues
{
    private static partial NewIssue? Creating(Product left) => new() { Project = new() { Id = "0-2" } };
}
