using Sluice.Connectors.Keap;

namespace Sluice.Connectors.Tests.KeapYouTrack;

/// <summary>Somebody has to lead the project of a product.</summary>
public sealed partial class ProductsProjects
{
    private static partial NewProject? Creating(Product left) => new() { Leader = new() { Id = "1-3" } };
}
