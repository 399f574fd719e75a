namespace Sluice;

/// <summary>
/// The forms in which values are compared. A value is stored and sent as it was written; only comparison folds.
/// </summary>
public enum Canonical
{
    /// <summary>Compared to the letter, after Unicode composition (NFC).</summary>
    Text,

    /// <summary>An e-mail address: trimmed, composed, lower case. Accents stay.</summary>
    Email,

    /// <summary>A name: trimmed, composed, runs of white space are one blank. Case and accents stay.</summary>
    Name,

    /// <summary>A telephone number: digits and a leading plus sign.</summary>
    Phone,
}
