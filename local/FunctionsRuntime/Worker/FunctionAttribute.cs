namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    /// <summary>A function of this name.</summary>
    public FunctionAttribute(string name) => Name = name;

    /// <summary>The function's name, unique in the app.</summary>
    public string Name { get; }
}
