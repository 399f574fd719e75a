namespace Sluice.Snapshots;

/// <summary>A text is not what was accepted. The message shows the difference and says how to accept it.</summary>
/// <param name="message">What differs, line by line.</param>
public sealed class SnapshotException(string message) : Exception(message);
