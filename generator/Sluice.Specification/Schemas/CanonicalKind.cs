namespace Sluice.Specification.Schemas;

/// <summary>The forms in which values are compared. The names are those of the runtime's <c>Canonical</c>.</summary>
public enum CanonicalKind
{
    /// <summary>To the letter.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A point in time.</summary>
    Instant,

    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>A GUID.</summary>
    Guid,
}
