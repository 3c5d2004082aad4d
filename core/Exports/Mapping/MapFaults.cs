namespace OpsAutomation.Exports.Mapping;

/// <summary>What is wrong in a map: collected, so that one run of a command shows all of it.</summary>
internal sealed class MapFaults
{
    private readonly List<(int Line, OpsException Fault)> faults = [];

    /// <summary>Does a part of the work, and keeps what is wrong with it.</summary>
    internal void Collect(int line, Action part)
    {
        try
        {
            part();
        }
        catch (OpsException fault) when (fault.Kind == FailureKind.Refused)
        {
            faults.Add((line, fault));
        }
    }

    /// <exception cref="OpsException">Refused: everything that is wrong, a line each.</exception>
    internal void ThrowIfAny()
    {
        if (faults.Count == 0)
            return;
        var ordered = faults.OrderBy(entry => entry.Line).Select(entry => entry.Fault).ToList();
        throw OpsException.Refused(string.Join("\n", ordered.Select(fault => fault.Text.En)), string.Join("\n", ordered.Select(fault => fault.Text.Fr)), ordered[0]);
    }
}
