using System.Text;
using Microsoft.Extensions.Configuration;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops;

/// <summary>The process: the only place that knows the console, the environment and the machine's clock.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        // For tests of events on one machine; the app has the same setting.
        if (string.Equals(Environment.GetEnvironmentVariable("Ops__AllowLoopback"), "true", StringComparison.OrdinalIgnoreCase))
            AppContext.SetSwitch(PublicAddress.LoopbackSwitch, isEnabled: true);
        return await OpsApp.RunAsync(args, new OpsHost
        {
            In = Console.In,
            Out = output,
            Error = error,
            ErrorIsTerminal = !Console.IsErrorRedirected,
#pragma warning disable RS0030 // Here the clock is chosen.
            Time = TimeProvider.System,
#pragma warning restore RS0030
            Environment = Environment.GetEnvironmentVariable,
            Settings = static () => new ConfigurationBuilder().AddEnvironmentVariables().Build(),
            UserFolder = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
        });
    }
}
