namespace Sluice.Pipeline;

/// <summary>How many records a run may still write.</summary>
/// <remarks>Asked by every lane of the load stage.</remarks>
internal sealed class WriteAllowance(int? limit)
{
    private readonly Lock _turn = new();
    private int _left = limit ?? int.MaxValue;

    /// <summary>Takes what an operation needs; nothing where that is more than is left.</summary>
    public bool TryTake(Operation operation)
    {
        lock (_turn)
        {
            if (operation.Writes > _left)
                return false;

            _left -= operation.Writes;
            return true;
        }
    }
}
