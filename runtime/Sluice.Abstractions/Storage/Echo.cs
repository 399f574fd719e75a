namespace Sluice;

/// <summary>What this tool last wrote into a record. Where the record still shows it, nobody has edited it since.</summary>
/// <param name="Side">The side of the link that was written.</param>
/// <param name="Path">The path that was written.</param>
/// <param name="Value">The value, as the record showed it afterwards.</param>
public sealed record Echo(Side Side, string Path, FieldValue Value);
