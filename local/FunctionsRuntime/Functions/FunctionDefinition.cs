using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace OpsAutomation.FunctionsRuntime.Functions;

/// <summary>One function: its name, method and trigger.</summary>
/// <param name="Name">The name, unique in the app.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="Trigger">The attribute that says what triggers it.</param>
internal sealed record FunctionDefinition(string Name, MethodInfo Method, TriggerBindingAttribute Trigger)
{
    /// <summary>The class that holds it.</summary>
    public Type Class => Method.DeclaringType!;
}
