namespace OpsAutomation.Ports;

/// <summary>Fetches what public links lead to.</summary>
public interface IWebFiles
{
    /// <summary>Fetches a link; redirects are followed within limits, and each is looked at as the link itself.</summary>
    /// <param name="link">The link, https.</param>
    /// <param name="known">The version that is known already, or null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The file, to be disposed, or null where it is still the known version.</returns>
    /// <exception cref="OpsException">
    /// Refused: the link leads to no file that may be fetched, and a person has to mend it. Retriable: the server failed, maybe with the
    /// time to wait (<see cref="OpsException.RetryAfter"/>).
    /// </exception>
    Task<WebFile?> OpenAsync(Uri link, WebVersion? known, CancellationToken cancellationToken = default);
}
