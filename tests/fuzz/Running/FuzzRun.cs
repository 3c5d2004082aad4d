using System.Text;

namespace OpsAutomation.Fuzz.Tests.Running;

/// <summary>
/// Runs the cases of a target one after the other, on a thread with a small stack, and watches them: none may hang, none may end in
/// anything but success or a refusal with its reason in both languages. The heap's limit is that of the process (the project file).
/// </summary>
internal static class FuzzRun
{
    private const int MostFindings = 8;

    // What a thread of the pool has where the stack is smallest.
    private const int StackBytes = 1024 * 1024;

    /// <summary>Runs a target's part of all cases.</summary>
    /// <param name="target">Its name.</param>
    /// <param name="perMille">Its part.</param>
    /// <param name="one">Runs a case; throws where the product did.</param>
    public static void Of(string target, int perMille, Action<FuzzCase> one)
    {
        var numbers = Numbers(target, (int)((long)FuzzSettings.Cases * perMille / 1000));
        if (numbers.Count == 0)
            Assert.Skip("Another case was asked for.");
        Watch(target, numbers, one);
    }

    /// <summary>Runs a case that is always the same, under the same watch.</summary>
    public static void Once(string name, Action<FuzzCase> one) => Watch(name, [0], one);

    private static void Watch(string target, IReadOnlyList<int> numbers, Action<FuzzCase> one)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        var watch = new CaseWatch();
        var worker = new Thread(() => Run(target, numbers, one, watch, findings), StackBytes) { IsBackground = true };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(50)))
        {
            watch.SampleHeap();
            if (watch.Hanging is { } hanging)
                Assert.Fail(Report(target, numbers.Count, watch, [new(hanging, $"still running after {FuzzSettings.Patience.TotalSeconds} s of a processor or {FuzzSettings.LongestWait.TotalSeconds} s", null)]));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Report(target, numbers.Count, watch, []));
        if (findings.Count > 0)
            Assert.Fail(Report(target, numbers.Count, watch, [.. findings.Values]));
    }

    private static IReadOnlyList<int> Numbers(string target, int count)
    {
        if (FuzzSettings.Only is not { } only)
            return [.. Enumerable.Range(0, count)];
        var slash = only.LastIndexOf('/');
        return only[..slash] == target ? [int.Parse(only[(slash + 1)..], System.Globalization.CultureInfo.InvariantCulture)] : [];
    }

    private static void Run(string target, IReadOnlyList<int> numbers, Action<FuzzCase> one, CaseWatch watch, Dictionary<string, Finding> findings)
    {
        foreach (var number in numbers)
        {
            var current = new FuzzCase(FuzzSettings.Seed, target, number);
            watch.Begin(current);
            if (Try(current, one) is { } finding)
                findings.TryAdd(finding.Key, finding);
            watch.End();
            if (FuzzSettings.Only is not null)
                TestContext.Current.TestOutputHelper?.WriteLine(new Finding(current, "ran again", null).Describe());
            if (findings.Count >= MostFindings)
                return;
        }
    }

    private static Finding? Try(FuzzCase current, Action<FuzzCase> one)
    {
        try
        {
            one(current);
            return null;
        }
        catch (OpsException refusal)
        {
            if (refusal.Kind is not (FailureKind.Refused or FailureKind.WrongUsage))
                return new(current, $"ended as {refusal.Kind}", refusal);
            return string.IsNullOrWhiteSpace(refusal.Text.En) || string.IsNullOrWhiteSpace(refusal.Text.Fr) ? new(current, "was refused without a reason", refusal) : null;
        }
        catch (Exception exception)
        {
            return new(current, "ended in an exception that nobody foresaw", exception);
        }
    }

    private static string Report(string target, int count, CaseWatch watch, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder()
            .AppendLine($"{target}: {count} cases of seed {FuzzSettings.Seed} in {watch.Total.TotalSeconds:0.0} s of a processor, slowest {watch.Slowest.TotalMilliseconds:0} ms ({watch.SlowestName}), heap at most {watch.LargestHeap / 1_000_000} MB");
        foreach (var finding in findings)
            text.AppendLine(finding.Describe());
        return text.ToString();
    }
}
