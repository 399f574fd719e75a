namespace Sluice.EndToEnd.Tests.World;

/// <summary>An intent, as it stands in the store's journal.</summary>
/// <param name="Run">The run that wrote it.</param>
/// <param name="Entity">What is written, as pairings are named: <c>keap-contacts</c>.</param>
/// <param name="Target">The key of what is updated; null where a record is created.</param>
/// <param name="At">When it was written.</param>
/// <param name="IsSettled">Whether its outcome is known.</param>
internal sealed record JournalLine(long Run, string Entity, string? Target, DateTimeOffset At, bool IsSettled)
{
    /// <summary>Whether a request is the write that this line announces.</summary>
    public bool Announces(LogEntry write)
    {
        var (system, method, place) = Entity switch
        {
            "keap-contacts" => ("keap", "POST", "/crm/rest/v1/contacts"),
            "keap-companies" => ("keap", "POST", "/crm/rest/v1/companies"),
            "customcrm-contact" => ("customcrm", "POST", "/api/contacts"),
            "customcrm-customer" => ("customcrm", "POST", "/api/customers"),
            "powerofficego-contactperson" => ("powerofficego", "PATCH", "/ContactPersons"),
            "youtrack-users" => ("youtrack", "POST", "/hub/api/rest/users"),
            _ => throw new InvalidOperationException($"Nothing is known of writes to {Entity}."),
        };
        return At <= write.Time
            && (write.System, write.Method) == (system, method)
            && write.Place.EndsWith(Target is null ? place : $"{place}/{Target}", StringComparison.OrdinalIgnoreCase);
    }
}
