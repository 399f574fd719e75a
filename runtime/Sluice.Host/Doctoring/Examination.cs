using Sluice.Connectors;

namespace Sluice.Host.Doctoring;

/// <summary>What works of one system.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Account">Whom it says we are; null where it does not answer.</param>
/// <param name="Problem">Why it does not; null where it does.</param>
/// <param name="Entities">What was read of each entity that the documents name.</param>
internal sealed record Examination(
    string System, string? Account, RemoteException? Problem, IReadOnlyList<EntityExamination> Entities)
{
    // As many as one reads; a wrong setting makes all of them bad.
    private const int MostBad = 5;

    public bool IsWell => Problem is null && Entities.All(entity => entity.IsWell);

    /// <summary>Whether it was asked who we are; where it was not, its address stands for the account.</summary>
    public bool IsAccountAsked { get; init; } = true;

    /// <summary>What stops nothing, and should be known.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public bool SignInNeeded => Problem?.Failure == RemoteFailure.SignInRefused;

    public static async Task<Examination> OfAsync(
        IConnection connection, Func<EntityName, bool> isNeeded,
        Func<EntityName, IReadOnlyList<string>> paths, CancellationToken token)
    {
        string account;
        try
        {
            account = (await connection.IdentifyAsync(token)).Name;
        }
        catch (RemoteException problem)
        {
            return new(connection.System, null, problem, []);
        }

        var entities = new List<EntityExamination>();
        foreach (var source in connection.Sources.Where(source => isNeeded(source.Entity)))
            entities.Add(await EntityExamination.OfAsync(source, paths(source.Entity), token));

        return new(connection.System, account, null, entities)
        {
            Warnings = connection is IWarns { Warnings: var warnings } ? warnings : [],
        };
    }

    public void Print(TextWriter output)
    {
        output.WriteLine();
        if (Problem is { } problem)
        {
            output.WriteLine($"{System}: {problem.Message}");
            output.WriteLine($"  fix: {problem.Fix}");
            return;
        }

        output.WriteLine(IsAccountAsked
            ? $"{System}: signed in as {Account}"
            : $"{System}: at {Account}; who we are there was not asked, as Systems:{System}:Account:Route is not "
                + "given");
        foreach (var warning in Warnings)
        {
            output.WriteLine($"  warning: {warning.Message}");
            output.WriteLine($"    fix: {warning.Fix}");
        }

        foreach (var entity in Entities)
        {
            output.WriteLine(entity.Problem is { } failure
                ? $"  {entity.Entity}: {failure.Message}"
                : $"  {entity.Entity}: {entity}");
            if (entity.Problem is { } unreadable)
                output.WriteLine($"    fix: {unreadable.Fix}");
            if (entity.LostKey is { } lost)
                output.WriteLine($"    {lost} is listed, and not found by its key. Unless it was deleted just now, "
                    + "what reads one record leads elsewhere: where settings say it, that is the route of Get.");
            foreach (var (path, count) in entity.Missing)
                output.WriteLine($"    {path} is missing in {count} of {entity.Count}: unknown there, so nothing is "
                    + "written over it; where the system leaves nulls out, switch OmitsNulls on");
            foreach (var bad in entity.Bad.Take(MostBad))
                output.WriteLine($"    {bad.Key} cannot be read: {bad.Reason}");
            if (entity.Bad.Count > MostBad)
                output.WriteLine($"    and {entity.Bad.Count - MostBad} more cannot be read; --json names them all");
        }
    }
}
