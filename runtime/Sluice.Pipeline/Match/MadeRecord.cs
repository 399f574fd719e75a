namespace Sluice.Pipeline;

/// <summary>What a create made whose answer was lost, found where its match rules found it.</summary>
/// <param name="Intent">The create.</param>
/// <param name="Record">What it made, as it was listed.</param>
/// <param name="Shown">What was sent and shows in it, by field.</param>
internal sealed record MadeRecord(Intent Intent, Record Record, IReadOnlyDictionary<string, FieldValue> Shown);
