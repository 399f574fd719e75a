namespace Sluice.Pipeline;

/// <summary>What an item of a plan says.</summary>
public enum PlanKind
{
    /// <summary>Two records are linked.</summary>
    Link,

    /// <summary>A record is created.</summary>
    Create,

    /// <summary>Fields are written.</summary>
    Update,

    /// <summary>A record is deleted.</summary>
    Delete,

    /// <summary>A link ends, and nothing is written.</summary>
    Unlink,

    /// <summary>Nothing is done before something named happens.</summary>
    Wait,

    /// <summary>Nothing is done before a person decides.</summary>
    Review,

    /// <summary>Nothing is done: the document's condition leaves the record out.</summary>
    Unwanted,
}
