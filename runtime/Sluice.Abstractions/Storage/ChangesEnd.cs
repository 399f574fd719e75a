namespace Sluice;

/// <summary>What a listing of changes showed.</summary>
/// <param name="Seen">Distinct records seen.</param>
/// <param name="Expected">
/// How many records the source should have now: those stored as present, and those that it had beyond them when all of
/// it was listed last, such as records of people who were forgotten.
/// </param>
public sealed record ChangesEnd(int Seen, int Expected);
