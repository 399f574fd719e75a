namespace Sluice.Pipeline.Tests;

/// <summary>How a source goes from page to page of what changed.</summary>
internal enum FakePaging
{
    /// <summary>After the stamp and id of the last record.</summary>
    StampAndId,

    /// <summary>From the stamp of the last record on: a page full of one stamp repeats itself.</summary>
    Stamp,

    /// <summary>By number: what moves behind shifts the rest.</summary>
    Offset,
}
