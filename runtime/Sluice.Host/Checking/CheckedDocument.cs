using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Host.Checking;

/// <summary>A document that was read and held against the contracts.</summary>
/// <param name="Path">The file as the person named it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Model">What it says.</param>
/// <param name="Problems">What is wrong with it, in the order of the text.</param>
internal sealed record CheckedDocument(string Path, string Text, Document Model, IReadOnlyList<Problem> Problems);
