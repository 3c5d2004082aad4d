using System.Globalization;

namespace OpsAutomation.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not ["generate", var file, ..])
        {
            Console.Error.WriteLine("Usage: generate FILE [ROWS] [SEED]   writes a HubSpot deals export, 1000000 rows unless said otherwise");
            return 2;
        }

        var rows = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Length > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : 20_260_105;
        using var stream = File.Create(file);
        new DealsExport(seed).Write(stream, rows);
        return 0;
    }
}
