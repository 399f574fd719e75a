namespace Sluice;

/// <summary>
/// A record and all that stands for the same thing are erased: observations, links, bases, intents, open items and
/// history. What remains is a salted hash of each key, by which they are left alone.
/// </summary>
/// <param name="Record">The record, by the entity it is read from.</param>
public sealed record RecordForgotten(RecordId Record) : DecisionEffect;
