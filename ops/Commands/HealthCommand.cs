using System.CommandLine;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops health</c>: whether an app on this machine answers; for a container or a watchdog, which need no other program for it.</summary>
internal sealed class HealthCommand : OpsCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);
    private readonly Option<string?> port;

    public HealthCommand(Session session)
        : base(session, "health", "Ask the app on this machine whether it lives.", "Demander à l'application de cette machine si elle répond.") =>
        port = AddValue("--port", "N", "its port; the app's setting, else 7071", "son port\u00a0; celui du réglage, sinon 7071");

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var number = Values.Port(parsed.GetValue(port)) ?? Session.ServedPort;
        var address = new Uri($"http://127.0.0.1:{number}/api/health");
        Session.WorkOn(address.ToString());
        try
        {
            using var client = new HttpClient { Timeout = Longest };
            using var answer = await client.GetAsync(address, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                Session.Line(Session.Say($"{address} is alive.", $"{address} répond."));
                return 0;
            }

            throw Silent(address, null);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Silent(address, exception);
        }
    }

    private static OpsException Silent(Uri address, Exception? inner) => OpsException.Retriable(
        $"{address} does not answer as the app does. Is ops serve running on this port?",
        $"{address} ne répond pas comme l'application. ops serve tourne-t-il sur ce port\u00a0?",
        inner);
}
