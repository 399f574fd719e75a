namespace Sluice.RandomDocuments.Meant;

internal sealed record MeantFlow(
    int Line,
    string SourceSystem,
    string Source,
    string TargetSystem,
    string Target,
    string Creation,
    string? Condition,
    bool IfMatching,
    IReadOnlyList<string> ConnectedTo,
    string? ConnectedInto,
    IReadOnlyList<MeantRule> MatchRules,
    IReadOnlyList<MeantField> Fields);
