using System.Globalization;
using OpsAutomation.GraphEmulator;

// OpsAutomation.GraphEmulator [--port N]: prints its endpoint on the first line and runs until it is ended.
var at = Array.IndexOf(args, "--port");
var port = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 0;
#pragma warning disable RS0030 // The program chooses the clock.
await using var emulator = await Emulator.StartAsync(new EmulatorSettings(), TimeProvider.System, port);
#pragma warning restore RS0030
Console.WriteLine(emulator.Endpoint);
await emulator.WaitForEndAsync();
