namespace Sluice;

/// <summary>What a person decided about a record without a counterpart. Ends when the record gets one.</summary>
public enum Ruling
{
    /// <summary>It stays on its own, and nobody is asked again.</summary>
    Leave,

    /// <summary>A counterpart may be made for it, as its document says.</summary>
    Create,
}
