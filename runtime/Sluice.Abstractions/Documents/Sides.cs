namespace Sluice;

/// <summary>The other end.</summary>
public static class Sides
{
    /// <summary>The end across from this one.</summary>
    public static Side Other(this Side side) => side == Side.Left ? Side.Right : Side.Left;
}
