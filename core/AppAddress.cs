namespace OpsAutomation;

/// <summary>The addresses of the app: its public one, the route prefix of <c>host.json</c>, and a path.</summary>
public static class AppAddress
{
    /// <summary>What all paths of the app begin with.</summary>
    public const string Prefix = "/api/";

    private const string Unknown = "https://…";

    /// <summary>The address of a path.</summary>
    /// <param name="publicUrl">The app's public address, without <c>/api</c>; null where it is not known, for a stand-in.</param>
    /// <param name="path">The path behind <see cref="Prefix"/>.</param>
    public static string Of(Uri? publicUrl, string path) => At(publicUrl, Prefix + path);

    /// <summary>The address of what a request names.</summary>
    /// <param name="publicUrl">As for <see cref="Of"/>.</param>
    /// <param name="target">The path with its prefix, and the query.</param>
    public static string At(Uri? publicUrl, string target) => (publicUrl?.AbsoluteUri.TrimEnd('/') ?? Unknown) + target;
}
