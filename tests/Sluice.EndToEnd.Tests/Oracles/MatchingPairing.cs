using System.Text;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>
/// "Before any synchronization a link must be established": users and records of PowerOffice Go merge by the verified
/// e-mail address; what is not unique on both sides is for a person, and nothing is ever created.
/// </summary>
internal sealed class MatchingPairing(string name, Func<Dump, IReadOnlyList<Party>> parties, bool copiesEmail)
    : IPairingOracle
{
    private readonly Dictionary<(string Party, string User), string> _agreed = [];
    private readonly HashSet<(string Party, string User)> _gone = [];

    public string Name => name;

    /// <summary>Party and user of each live link, with the address both agreed on last.</summary>
    public IReadOnlyDictionary<(string Party, string User), string> Links => _agreed;

    /// <summary>An address as it is compared: trimmed, composed, lower case. Blank is no address.</summary>
    public static string Canonical(string? email) =>
        (email ?? "").Normalize(NormalizationForm.FormC).Trim().ToLowerInvariant();

    public Numbers Foresee(Dump before)
    {
        var left = parties(before).ToDictionary(party => party.Key);
        var right = before.Users.ToDictionary(user => user.Id);
        foreach (var link in _agreed.Keys.Where(link => IsGone(left, right, link)).ToList())
        {
            _agreed.Remove(link);
            _gone.Add(link);
        }

        var (updated, waiting) = copiesEmail ? Merge(left, right) : (0, 0);
        var (linked, review) = Match(
            left.Values.Where(party => party.InScope), right.Values.Where(user => user.InScope));
        return new(linked, updated, _agreed.Count, waiting, review + _gone.Count);
    }

    // While one of the two is out of scope nothing is decided about the other, not even that it is gone.
    private static bool IsGone(
        Dictionary<string, Party> left, Dictionary<string, User> right, (string Party, string User) link)
    {
        var (party, user) = (left.GetValueOrDefault(link.Party), right.GetValueOrDefault(link.User));
        return (party is null || user is null) && party?.InScope != false && user?.InScope != false;
    }

    private (int Updated, int Waiting) Merge(Dictionary<string, Party> left, Dictionary<string, User> right)
    {
        var (updated, waiting) = (0, 0);
        foreach (var (link, agreed) in _agreed.ToList())
        {
            // Out of scope is neither gone nor alive: nothing is decided.
            if (!left.TryGetValue(link.Party, out var party) || !right.TryGetValue(link.User, out var user)
                || !party.InScope || !user.InScope)
                continue;

            // An address that Hub leaves out is unknown: what should be written there waits until it is known.
            var (here, there) = (Canonical(party.Email), Canonical(user.Email));
            if (user.Email is null)
            {
                waiting += here == agreed ? 0 : 1;
                continue;
            }

            // Where both were edited, the system that the document reads as its source wins: YouTrack.
            _agreed[link] = there != agreed ? there : here;
            updated += here == there ? 0 : 1;
        }

        return (updated, waiting);
    }

    private (int Linked, int Review) Match(IEnumerable<Party> left, IEnumerable<User> right)
    {
        var parties = left.Where(party => Canonical(party.Email).Length > 0).ToLookup(party => Canonical(party.Email));
        var users = right.Where(user => user.IsVerified && Canonical(user.Email).Length > 0)
            .ToLookup(user => Canonical(user.Email));
        var decided = _agreed.Keys.Concat(_gone).ToList();
        var takenParties = decided.Select(link => link.Party).ToHashSet();
        var takenUsers = decided.Select(link => link.User).ToHashSet();

        var (linked, review) = (0, 0);
        foreach (var address in parties.Select(group => group.Key).Where(users.Contains))
        {
            var freeParties = parties[address].Where(party => !takenParties.Contains(party.Key)).ToList();
            var freeUsers = users[address].Where(user => !takenUsers.Contains(user.Id)).ToList();
            if (parties[address].Count() == 1 && users[address].Count() == 1
                && freeParties is [var party] && freeUsers is [var user])
            {
                _agreed[(party.Key, user.Id)] = address;
                linked++;
            }
            else
            {
                review += freeParties.Count + freeUsers.Count;
            }
        }

        return (linked, review);
    }
}
