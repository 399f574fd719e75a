namespace Sluice.RandomDocuments.Meant;

internal sealed record MeantField(
    int Line,
    string Source,
    string Target,
    string Type,
    string? Expression,
    IReadOnlyList<MeantDependency> SourceDependsOn,
    IReadOnlyList<MeantDependency> TargetDependsOn);
