namespace OpsAutomation.Fuzz.Tests.Running;

/// <summary>What went wrong, once for each place in the product.</summary>
/// <param name="Case">The first case of it.</param>
/// <param name="Problem">What happened.</param>
/// <param name="Exception">The exception, or null where it hung.</param>
internal sealed record Finding(FuzzCase Case, string Problem, Exception? Exception)
{
    /// <summary>Tells findings apart: the kind of failure and the product's own line that it came from.</summary>
    public string Key => Exception is null ? Problem : Exception.GetType().Name + (Exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("OpsAutomation.", StringComparison.Ordinal)) ?? "");

    /// <summary>The finding in words, with what runs it again; its input is put beside other temporary files.</summary>
    public string Describe()
    {
        var file = Path.Combine(Path.GetTempPath(), "ops-fuzz-" + Case.Name.Replace('/', '-') + ".bin");
        File.WriteAllBytes(file, Case.Input);
        return $"{Case.Name}: {Problem}\n  shape: {Case.Shape}, {Case.Input.Length} bytes, kept in {file}\n"
            + $"  again: OPS_FUZZ_SEED={FuzzSettings.Seed} OPS_FUZZ_CASE={Case.Name} tests/fuzz/run.sh\n  {Exception}\n";
    }
}
