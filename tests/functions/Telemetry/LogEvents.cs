using System.Reflection;
using Microsoft.Extensions.Logging;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;

namespace OpsAutomation.Functions.Tests.Telemetry;

/// <summary>The events that the code logs.</summary>
internal static class LogEvents
{
    public static IReadOnlyList<LoggerMessageAttribute> All { get; } =
    [
        .. new[] { typeof(AppServices).Assembly, typeof(RuntimeOptions).Assembly, typeof(OpsException).Assembly, typeof(Azure.StorageNames).Assembly, typeof(Local.LocalHome).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>(),
    ];
}
