namespace Sluice.RandomDocuments.Meant;

internal sealed record MeantRule(int Line, string Source, string Target);
