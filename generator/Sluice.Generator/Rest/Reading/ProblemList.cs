using Microsoft.CodeAnalysis;
using Sluice.Generator.Rest.Models;
using Sluice.Generator.Text;
using Sluice.Specification;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Collects what lies outside the subset.</summary>
internal sealed class ProblemList
{
    private readonly List<RestProblem> _problems = [];

    /// <summary>Adds a problem at a place.</summary>
    public void Add(Location location, string message) => _problems.Add(new(message, SourceSpan.Of(location)));

    /// <summary>What was collected, in order.</summary>
    public EquatableArray<RestProblem> ToArray() => _problems.ToEquatableArray();
}
