using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace OpsAutomation.FunctionsRuntime.Functions;

/// <summary>Finds the functions of an assembly, and refuses at start those that would not run in the real worker or here.</summary>
internal static class FunctionCatalogue
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<FunctionDefinition> Of(IEnumerable<Type> types)
    {
        var found = types.Where(type => type is { IsClass: true, IsPublic: true } or { IsClass: true, IsNestedPublic: true })
            .SelectMany(type => type.GetMethods(Members))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(one => one.Attribute is not null)
            .Select(one => Define(one.Attribute!.Name, one.Method))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        for (var i = 1; i < found.Count; i++)
        {
            if (string.Equals(found[i - 1].Name, found[i].Name, StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException($"Two functions are called {found[i].Name}: a name must be unique in the app.");
        }

        return found;
    }

    private static FunctionDefinition Define(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(one => one.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
            throw new InvalidOperationException($"The function {name} has {triggers.Count} triggers; exactly one was expected.");
        var (parameter, trigger) = triggers[0];
        switch (trigger)
        {
            case TimerTriggerAttribute:
                CheckBackground(name, method, parameter, typeof(TimerInfo));
                break;
            case QueueTriggerAttribute queue:
                CheckBackground(name, method, parameter, typeof(string));
                if (queue.Connection is not null)
                    throw new InvalidOperationException($"The function {name} names a connection; the embedded runtime has one storage for all queues.");
                break;
            case HttpTriggerAttribute { AuthLevel: AuthorizationLevel.User }:
                throw new InvalidOperationException($"The function {name} asks for AuthorizationLevel.User, which is not supported.");
        }

        return new FunctionDefinition(name, method, trigger!);
    }

    private static void CheckBackground(string name, MethodInfo method, ParameterInfo triggered, Type expected)
    {
        if (triggered.ParameterType != expected)
            throw new InvalidOperationException($"The function {name} receives its trigger as {triggered.ParameterType.Name}; {expected.Name} was expected.");
        if (method.ReturnType != typeof(void) && method.ReturnType != typeof(Task))
            throw new InvalidOperationException($"The function {name} returns {method.ReturnType.Name}; void or Task was expected.");
        foreach (var other in method.GetParameters())
        {
            // Not the same object each time: apps that start at once in one process may read the method's parameters at once.
            if (other.Position != triggered.Position && other.ParameterType != typeof(CancellationToken))
                throw new InvalidOperationException($"The function {name} has the parameter {other.Name}; beside the trigger, only a CancellationToken was expected.");
        }
    }
}
