using System.Text.Json.Nodes;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Data;

/// <summary>One of the four. Everything here runs under the sandbox's lock.</summary>
internal abstract class VendorSystem
{
    /// <summary>As log, dump and switches name it.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<Table> Tables { get; }

    public abstract Reply Answer(Call call);

    /// <summary>An error in the vendor's own shape.</summary>
    public abstract Reply Refuse(int status, string reason);

    /// <summary>What the vendor says to whoever calls too often.</summary>
    /// <param name="call">The call that was one too many.</param>
    /// <param name="seconds">After how long it will listen again.</param>
    public virtual Reply Throttle(Call call, int seconds) =>
        Refuse(429, $"Rate limit is exceeded. Try again in {seconds} seconds.").With("Retry-After", seconds);

    /// <summary>What the vendor says to whoever has used up a day's calls.</summary>
    /// <param name="call">The call that was one too many.</param>
    /// <param name="seconds">After how long the day ends.</param>
    public virtual Reply ThrottleForToday(Call call, int seconds) => Throttle(call, seconds);

    /// <summary>What the vendor says to credentials it does not take.</summary>
    public abstract Reply RefuseToken(Call call);

    /// <summary>What every record shows of itself in the dump, by entity.</summary>
    public virtual JsonObject Dump()
    {
        var dump = new JsonObject();
        foreach (var table in Tables)
            dump[table.Name] = new JsonArray([.. table.Rows.Select(row => row.Body.DeepClone())]);

        return dump;
    }

    /// <summary>Moves the stamps that the vendor moves when a user edits these properties.</summary>
    public virtual void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
    }

    /// <summary>Whether a request asks for a token: switches leave those alone unless they say otherwise.</summary>
    public virtual bool IsSignIn(Call call) => false;
}
