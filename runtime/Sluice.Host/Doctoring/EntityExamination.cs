namespace Sluice.Host.Doctoring;

/// <summary>What was read of one entity.</summary>
/// <param name="Entity">System and entity.</param>
/// <param name="Count">Records listed.</param>
/// <param name="InScope">Those that the contract counts in.</param>
/// <param name="Bad">Elements that are no records.</param>
/// <param name="Problem">Why it could not be listed; null where it could.</param>
internal sealed record EntityExamination(
    EntityName Entity, int Count, int InScope, IReadOnlyList<BadRecord> Bad, RemoteException? Problem)
{
    public static async Task<EntityExamination> OfAsync(ISource source, CancellationToken token)
    {
        var (count, inScope, bad) = (0, 0, new List<BadRecord>());
        try
        {
            await foreach (var page in source.ListAsync(token))
            {
                count += page.Records.Count;
                inScope += page.Records.Count(record => record.InScope);
                bad.AddRange(page.Bad);
            }

            return new(source.Entity, count, inScope, bad, null);
        }
        catch (RemoteException problem)
        {
            return new(source.Entity, count, inScope, bad, problem);
        }
    }
}
