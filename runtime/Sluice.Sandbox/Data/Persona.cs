namespace Sluice.Sandboxes.Data;

/// <summary>
/// Who in the population is special, by number. Each stands for something that goes wrong in real life.
/// </summary>
internal static class Persona
{
    /// <summary>Below this number: known to every system, and on the last page of each.</summary>
    public const int Anchors = 8;

    /// <summary>Contact person at three customers, with the same e-mail each time.</summary>
    public const int AtThreeCustomers = 8;

    /// <summary>The same mailbox in other letter case.</summary>
    public const int OtherCase = 9;

    /// <summary>An accent in the mailbox, composed in one system and decomposed in the other.</summary>
    public const int Decomposed = 10;

    /// <summary>With <see cref="WithoutAccent"/>: two people whose mailboxes differ by an accent only.</summary>
    public const int WithAccent = 11;

    /// <summary>See <see cref="WithAccent"/>.</summary>
    public const int WithoutAccent = 12;

    /// <summary>No e-mail at all on one side, and none on the other.</summary>
    public const int NoEmail = 13;

    /// <summary>A banned user whose contact person lives on.</summary>
    public const int Banned = 14;

    /// <summary>This and the next: users who never confirmed their address.</summary>
    public const int Unverified = 15;

    /// <summary>A user whose only address waits to be confirmed.</summary>
    public const int OnlyUnverified = 17;

    /// <summary>Two users with one mailbox, in different case.</summary>
    public const int TwoUsers = 18;

    /// <summary>A blank behind the address.</summary>
    public const int TrailingBlank = 19;

    /// <summary>Twice among the contacts of Keap.</summary>
    public const int TwoContacts = 20;

    /// <summary>A customer that is a person, has a name as a company would, and can stop being a person.</summary>
    public const int StopsBeingPerson = 21;

    /// <summary>An e-mail that is there, and empty.</summary>
    public const int BlankEmail = 22;

    /// <summary>From this number on people are ordinary.</summary>
    public const int Ordinary = 23;

    /// <summary>From this number on people work for a company that Keap knows, and nobody else knows them.</summary>
    public const int KeapOnly = 230;

    /// <summary>Below this number.</summary>
    public const int KeapOnlyBelow = 242;
}
