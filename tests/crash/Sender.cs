using System.Net;

namespace OpsAutomation.Crash.Tests;

/// <summary>Somebody who sends a request until it is accepted, whatever happens to the app meanwhile.</summary>
internal sealed class Sender(Func<DateTimeOffset, HttpRequestMessage> request)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the app has said that it has the request.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>Sends it to an app until it is accepted or the app has ended.</summary>
    /// <param name="address">Where the app answers.</param>
    /// <param name="life">The app.</param>
    public async Task SendAsync(Uri address, Life life)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!IsAccepted && !life.HasEnded)
        {
            using var message = request(life.Began);
            try
            {
                using var answer = await client.SendAsync(message);
                if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
                    IsAccepted = true;
                else if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    throw new InvalidOperationException($"{message.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException)
            {
                // The app died on it: whoever sends does so again.
            }

            if (!IsAccepted)
                await Task.Delay(Pause);
        }
    }
}
