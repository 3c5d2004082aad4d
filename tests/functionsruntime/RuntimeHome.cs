namespace OpsAutomation.FunctionsRuntime.Tests;

/// <summary>A folder for one test.</summary>
public sealed class RuntimeHome : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("functions").FullName;

    public string Database => Path.Combine(Folder, "runtime.db");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
