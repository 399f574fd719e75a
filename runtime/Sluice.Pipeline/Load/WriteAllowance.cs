namespace Sluice.Pipeline;

/// <summary>How many records a run may still write.</summary>
/// <remarks>Owned by the load stage; pairings take their turns one after the other.</remarks>
internal sealed class WriteAllowance(int? limit)
{
    private int _left = limit ?? int.MaxValue;

    /// <summary>Takes what an operation needs; nothing where that is more than is left.</summary>
    public bool TryTake(Operation operation)
    {
        if (operation.Writes > _left)
            return false;

        _left -= operation.Writes;
        return true;
    }
}
