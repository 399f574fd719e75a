using Sluice.Generator.Text;

namespace Sluice.Generator.Rest.Models;

/// <summary>Something outside the subset.</summary>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Span">Where.</param>
internal sealed record RestProblem(string Message, SourceSpan Span);
