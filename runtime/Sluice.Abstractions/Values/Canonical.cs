namespace Sluice;

/// <summary>
/// The forms in which values are compared. A value is stored and sent as it was written; only comparison folds.
/// </summary>
/// <remarks>
/// Values that are no text are compared by what they are, whatever the form: 1 and 1.0 are the same number. A text that
/// cannot be read in a form is compared to the letter, and never equals one that can.
/// </remarks>
public enum Canonical
{
    /// <summary>Compared to the letter, after Unicode composition (NFC).</summary>
    Text,

    /// <summary>An e-mail address: trimmed, composed, lower case. Accents stay.</summary>
    Email,

    /// <summary>A name: trimmed, composed, runs of white space are one blank. Case and accents stay.</summary>
    Name,

    /// <summary>
    /// A telephone number: digits, with a plus sign and the calling code where they are written or the region is known.
    /// </summary>
    Phone,

    /// <summary>A number of any length: 1, 1.0 and 1.00 are the same. No grouping, no decimal comma.</summary>
    Number,

    /// <summary>A day, <c>yyyy-MM-dd</c>. A point in time is the day it falls on in UTC.</summary>
    Date,

    /// <summary>
    /// A point in time with its offset, compared at the precision of the coarser side. A day is its first moment in
    /// UTC.
    /// </summary>
    Instant,

    /// <summary>As it stands, code unit by code unit.</summary>
    Exact,

    /// <summary>A GUID: letter case, hyphens and braces make no difference.</summary>
    Guid,
}
