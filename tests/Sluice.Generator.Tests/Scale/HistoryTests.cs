using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Scale;

/// <summary>Project after project of random documents that change one by one.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const int Reverses = 15;
    private const int Documents = 60;
    private const int Changes = 30;

    // So many as the driver can record the steps of in a second.
    private const int Tracked = 40;

    [Fact]
    public void Whatever_came_went_and_changed_the_files_are_those_of_a_full_generation()
    {
        var (seed, random) = Seed();
        var all = ManyDocuments.Make(seed, Documents, Reverses).ToArray();
        random.Shuffle(all);
        var now = all.Take(Documents / 2).ToDictionary(one => one.Name, one => one.Text, StringComparer.Ordinal);
        var project = Untracked().Documents(now.Select(one => (one.Key, one.Value)));
        project.RunOnce();
        for (var i = 0; i < Changes; i++)
        {
            var (name, text) = all[random.Next(all.Length)];
            switch (now.ContainsKey(name) ? random.Next(3) : 3)
            {
                case 0:
                    project.Without(name);
                    now.Remove(name);
                    break;
                case 1:
                    project.Source(
                        string.Create(CultureInfo.InvariantCulture, $"Unrelated{i}.cs"),
                        string.Create(CultureInfo.InvariantCulture, $"internal static class Unrelated{i};"));
                    break;
                case 2:
                    now[name] = ManyDocuments.Another(random.Next());
                    project.Document(name, now[name]);
                    break;
                default:
                    now[name] = text;
                    project.Document(name, text);
                    break;
            }

            // Now and then several changes meet in one run. Where an edit and an addition do, the driver's list of
            // files comes to differ from the project's in order, and it shows a file twice at the next edit of another.
            if (random.Next(4) > 0)
                Untracked().Documents(now.Select(one => (one.Key, one.Value))).RunOnce().IsSame(project.RunOnce());
        }
    }

    [Fact]
    public void A_file_that_is_listed_twice_counts_once()
    {
        var (seed, _) = Seed();
        var texts = ManyDocuments.Make(seed, Tracked, Reverses);
        var once = Untracked().Documents(texts);
        var twice = once.Copy().Again(texts[0].Name).Again(texts[^1].Name);

        var expected = once.RunOnce();
        expected.IsSame(twice.RunOnce());
        expected.IsSame(twice.RunOnce());
    }

    // What is taken away is the last document, for the reason that the project gives.
    [Fact]
    public void Steps_of_other_documents_are_not_even_run_to_find_out_that_nothing_changed()
    {
        var (seed, _) = Seed();
        var texts = ManyDocuments.Make(seed, Tracked, reverses: 1);
        var project = new Project(withContracts: false).Documents(texts).Document("own-keap.rst", Own("name"));
        project.Run();

        Others(project.Document("own-keap.rst", Own("city")).Run(), Tracked);
        Others(project.Document("z-keap.rst", ManyDocuments.Another(unchecked(seed - 1))).Run(), Tracked + 1);
        Others(project.Without("z-keap.rst").Run(), Tracked + 1);

        static string Own(string path) =>
            Of("Own", "Keap", Section("Own Orders", "Keap Bills", Every, [], [$"{path}|name|\"string\""]));

        static void Others(Generation generation, int count)
        {
            foreach (var step in (string[])[Steps.JoinReverse, Steps.BindPairings, Steps.JoinNames])
                Assert.Equal(
                    count,
                    generation.Result.TrackedSteps[step].SelectMany(run => run.Outputs)
                        .Count(one => one.Reason == Cached));
        }
    }

    [Fact]
    public void Of_what_was_there_before_nothing_is_kept()
    {
        var (seed, _) = Seed();
        var project = Untracked().Documents(ManyDocuments.Make(seed, Documents, Reverses));
        var before = Run(project);
        project.Source("Unrelated.cs", "internal static class Unrelated;");
        project.Document(ManyDocuments.Make(seed, Documents, Reverses)[0].Name, ManyDocuments.Another(seed - 1));
        var after = Run(project);

        // Two runs, as the first one still holds what it compares with.
        project.RunOnce();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(before.IsAlive);
        Assert.True(after.IsAlive);
        GC.KeepAlive(project);
    }

    // Apart, so that no local of the caller keeps what it made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Run(Project project) => new(project.RunOnce().Output);

    private static Project Untracked() => new(withContracts: false, isTracked: false);

    private (int Seed, Random Random) Seed()
    {
        var seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seed {seed}");
        return (seed, new(seed));
    }
}
