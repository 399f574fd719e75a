namespace Sluice;

/// <summary>A write about to be sent, as the journal keeps it.</summary>
/// <param name="Key">The record to update or delete; null for a new one.</param>
/// <param name="Body">The JSON body as it will be sent.</param>
public sealed record WriteRequest(string? Key, string Body)
{
    /// <summary>Whether the record is deleted; there is no body then.</summary>
    public bool IsDelete { get; private init; }

    /// <summary>
    /// The time after which it must not be sent any more, because whoever looks for what became of it does not expect
    /// it any longer; null where it may be sent whenever its turn comes.
    /// </summary>
    public DateTimeOffset? SendBy { get; init; }

    /// <summary>
    /// The state of the record that the request was made for: in another one it is not carried out. Its connector tells
    /// it, by <see cref="Record.Version"/> or by what the request replaces as a whole, which may hold people's data.
    /// Null where that makes no difference.
    /// </summary>
    public string? IfVersion { get; init; }

    /// <summary>
    /// What tells this intent to create a record from all others, in any store: the same where a create of unknown
    /// outcome is sent anew (<see cref="Intent.Identity"/>). For systems that do once what bears the same key twice.
    /// Null where nothing is created.
    /// </summary>
    public string? Intent { get; init; }

    /// <summary>The request that would delete a record.</summary>
    public static WriteRequest Delete(string key) => new(key, "") { IsDelete = true };
}
