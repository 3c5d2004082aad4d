using System.Text.RegularExpressions;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>The faults to come. Each counts the requests that it is about; the first that is due hits.</summary>
public sealed class FaultList
{
    private readonly List<(Fault Fault, int Seen)> faults = [];
    private readonly Lock gate = new();

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault)
    {
        lock (gate)
            faults.Add((fault, 0));
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (gate)
            faults.Clear();
    }

    internal Fault? Next(string method, string path)
    {
        lock (gate)
        {
            Fault? hit = null;
            for (var i = 0; i < faults.Count; i++)
            {
                var (fault, seen) = faults[i];
                if (hit is not null || !IsAbout(fault, method, path))
                    continue;
                faults[i] = (fault, ++seen);
                if (seen > fault.Skip && (fault.Times == 0 || seen <= fault.Skip + fault.Times))
                    hit = fault;
            }

            return hit;
        }
    }

    private static bool IsAbout(Fault fault, string method, string path) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || Regex.IsMatch(path, fault.Path, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
