using System.Diagnostics.CodeAnalysis;
using OpsAutomation.LeakWatch;

/// <summary>
/// What .NET runs first in every process of the suite, the product's own included, where <c>./test</c> asks for it (DOTNET_STARTUP_HOOKS): watches that
/// no name which tests plant in clients' data reaches a log, a failure's text or standard error.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name without a namespace.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for this name without a namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("OPS_LEAKS") is { Length: > 0 } file)
            Watch.Begin(file);
    }
}
