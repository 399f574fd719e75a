namespace Sluice;

/// <summary>A write about to be sent, as the journal keeps it.</summary>
/// <param name="Key">The record to update; null for a new one.</param>
/// <param name="Body">The JSON body as it will be sent.</param>
public sealed record WriteRequest(string? Key, string Body);
