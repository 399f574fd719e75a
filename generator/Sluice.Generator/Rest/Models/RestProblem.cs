using Sluice.Generator.Text;

namespace Sluice.Generator.Rest.Models;

/// <summary>Something outside the subset.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Span">Where.</param>
internal sealed record RestProblem(string Code, string Message, SourceSpan Span);
