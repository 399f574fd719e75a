using Sluice.Connectors.PowerOfficeGo;

namespace Sluice.Connectors.Tests.PowerofficegoYouTrack;

/// <summary>Somebody has to lead the project of a department.</summary>
public sealed partial class DepartmentsProjects
{
    private static partial NewProject? Creating(Department left) => new() { Leader = new() { Id = "1-4" } };
}
