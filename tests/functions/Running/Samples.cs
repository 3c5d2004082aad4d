namespace OpsAutomation.Functions.Tests.Running;

/// <summary>The fictional company of the demonstration.</summary>
public static class Samples
{
    public const string Company = "studio-mareva";

    public static string Yaml => File.ReadAllText(PathOf("engagement.yaml"));

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", "fr", file);

    public static ByteArrayContent Content(string file) => new(File.ReadAllBytes(PathOf(file)));
}
