namespace Sluice.RandomDocuments.Meant;

internal sealed record MeantDependency(string Value, string Path);
