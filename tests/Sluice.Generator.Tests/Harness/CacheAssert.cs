using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents;

namespace Sluice.Generator.Tests.Harness;

/// <summary>What holds for every run.</summary>
internal static class CacheAssert
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    private static readonly string[] OurSteps =
    [
        .. typeof(Steps).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>A run with nothing new did nothing.</summary>
    public static void NothingRanAgain(GeneratorRunResult result)
    {
        foreach (var name in OurSteps)
            if (result.TrackedSteps.TryGetValue(name, out var runs))
                Assert.All(runs.SelectMany(run => run.Outputs), output => Assert.True(
                    output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                    $"{name} was {output.Reason}."));

        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>A run with nothing new gave the very files of the run before.</summary>
    public static void NothingWasWrittenAgain(GeneratorRunResult before, GeneratorRunResult after)
    {
        Assert.Equal(before.GeneratedSources.Length, after.GeneratedSources.Length);
        foreach (var (one, other) in before.GeneratedSources.Zip(after.GeneratedSources))
            Assert.True(ReferenceEquals(one.SourceText, other.SourceText), $"{other.HintName} was written again.");
    }

    /// <summary>No step of ours keeps a symbol, a tree or a compilation alive.</summary>
    public static void KeepsPlainDataOnly(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in OurSteps)
            if (result.TrackedSteps.TryGetValue(name, out var runs))
                foreach (var (value, _) in runs.SelectMany(run => run.Outputs))
                    Walk(value, name, seen);
    }

    private static void Walk(object? value, string step, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        var type = value.GetType();
        Assert.False(
            type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal),
            $"{step} keeps a {type}.");
        if (value is IEnumerable items && !type.IsValueType)
            foreach (var item in items)
                Walk(item, step, seen);

        foreach (var field in FieldsOf(type))
            Walk(field.GetValue(value), step, seen);
    }

    private static FieldInfo[] FieldsOf(Type type) => Fields.GetOrAdd(type, static one =>
    [
        .. Bases(one)
            .SelectMany(at => at.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsEnum
                && field.FieldType != typeof(string)),
    ]);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            yield return at;
    }
}
