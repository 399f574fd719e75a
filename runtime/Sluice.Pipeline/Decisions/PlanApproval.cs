namespace Sluice.Pipeline;

/// <summary>Approves plans.</summary>
public static class PlanApproval
{
    /// <summary>Leaves an approval for the owner of a store to apply. Works while another process owns it.</summary>
    public static ValueTask RequestApprovalAsync(this IStore store, string hash, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.LeaveAsync([DecisionJson.Write(new(DecisionKind.Approve) { Plan = hash }, at)]);
    }
}
