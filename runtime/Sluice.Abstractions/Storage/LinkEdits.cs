namespace Sluice;

/// <summary>What a record shows of a link's fields since its two sides last agreed on them.</summary>
/// <param name="Link">The link's id.</param>
/// <param name="Side">The record's side.</param>
/// <param name="Fields">The fields that differ; replaces what was stored of this side.</param>
public sealed record LinkEdits(long Link, Side Side, IReadOnlyList<FieldEdit> Fields);
