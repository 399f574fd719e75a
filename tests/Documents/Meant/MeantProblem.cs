namespace Sluice.RandomDocuments.Meant;

/// <summary>Something that a reader has to point out in a valid document.</summary>
internal sealed record MeantProblem(int Line, string Code);
