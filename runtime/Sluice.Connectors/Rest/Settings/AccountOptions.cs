using Sluice.Connectors.Rest.Routes;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system is asked who we are.</summary>
internal sealed class AccountOptions
{
    /// <summary>Where it says so; null where it cannot be asked: the base address is the account then.</summary>
    public Route? Route { get; private set; }

    /// <summary>The member that tells one account from another; by default <c>id</c>.</summary>
    public string Id { get; private set; } = "id";

    /// <summary>The member with its name, for people; by default <c>name</c>.</summary>
    public string Name { get; private set; } = "name";

    public IEnumerable<string> Read(SettingsReader reader)
    {
        var (problem, written) = ((string?)null, "");
        reader.Text(nameof(Route), value =>
        {
            written = value;
            Route = value.Length == 0 ? null : Routes.Route.Read(value, HttpMethod.Get, [HttpMethod.Get], out problem);
        });
        reader.Text(nameof(Id), value => Id = value);
        reader.Text(nameof(Name), value => Name = value);
        reader.RefuseOthers();
        foreach (var wrong in WrittenPath.Problems(reader, (nameof(Id), Id), (nameof(Name), Name)))
            yield return wrong;
        if (problem is not null)
            yield return $"{reader.Path}:{nameof(Route)} is '{written}'; {problem}.";
        else if (Route is { Places.Count: > 0 })
            yield return $"{reader.Path}:{nameof(Route)} is '{written}': nothing is known that could fill in "
                + $"{{{Route.Places[0]}}}.";
        if (Route is null && problem is null && reader.Names.Any())
            yield return $"{reader.Path}:{nameof(Route)} is missing: nobody is asked for Id or Name. Give it, as in "
                + "/me.";
    }
}
