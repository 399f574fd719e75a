using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>
/// What a pairing's row must say. A record that two views show is created by one of their pairings and linked by the
/// other.
/// </summary>
internal sealed record Numbers(int LinkedOrCreated, int Updated, int Links, int Waiting, int Review)
{
    public static Numbers Of(PairingRow row) =>
        new(row.Linked + row.Created, row.Updated, row.Links, row.Waiting, row.Review);
}
