namespace Sluice.Specification.Binding;

/// <summary>What follows from a side.</summary>
public static class SideNames
{
    /// <summary>The other side.</summary>
    public static SideName Other(this SideName side) => side == SideName.Left ? SideName.Right : SideName.Left;
}
