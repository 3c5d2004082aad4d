using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Serving;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops serve</c>: the function app on this machine, until it is stopped. Other commands work in the same home meanwhile.</summary>
internal sealed class ServeCommand : OpsCommand
{
    private readonly Option<string?> port;

    public ServeCommand(Session session)
        : base(session, "serve", "Run the function app on this machine.", "Faire tourner l'application sur cette machine.") =>
        port = AddValue("--port", "N", "the port on this machine; 7071 by default", "le port sur cette machine\u00a0; 7071 par défaut");

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var home = Session.HomeFolder(GlobalOptions.HomeOf(parsed));
        var app = await StartAsync(home, Values.Port(parsed.GetValue(port)), cancellationToken);
        await using var stopping = (IAsyncDisposable)app;
        var address = ServedApp.AddressOf(app);
        var keys = Path.Combine(home, "function-keys.json");
        Session.Line(Session.Say($"Serving {home} at {address}/api", $"{home} est servi sur {address}/api"));
        Session.Line(Session.Say($"The key is in {keys}: header x-functions-key, or ?code= in the address.", $"La clé est dans {keys}\u00a0: en-tête x-functions-key, ou ?code= dans l'adresse."));
        Session.Line(Session.Say($"Clients: {address}/api/portfolio   Stop: Ctrl-C", $"Clients\u00a0: {address}/api/portfolio   Arrêt\u00a0: Ctrl-C"));
        await Session.Out.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        // By itself it stops for what a person has to mend: whoever starts it again must be told.
        return app.Services.GetRequiredService<StopReason>().Failure is { } failure ? throw failure : 0;
    }

    private async Task<IHost> StartAsync(string home, int? number, CancellationToken cancellationToken)
    {
        IHost? app = null;
        try
        {
            app = ServedApp.Build(home, number, Session.Time);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            await DisposeAsync(app);
            throw OpsException.WrongUsage(
                $"A setting cannot be followed: {exception.Message}",
                $"Un réglage ne peut pas être suivi\u00a0: {exception.Message}",
                exception);
        }
        catch (IOException exception) when (app is not null && exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await DisposeAsync(app);
            throw OpsException.Refused(
                "The port is taken by another program. Choose another one with --port.",
                "Le port est déjà pris par un autre programme. Choisissez-en un autre avec --port.",
                exception);
        }
        catch
        {
            await DisposeAsync(app);
            throw;
        }
    }

    private static ValueTask DisposeAsync(IHost? app) => app is null ? default : ((IAsyncDisposable)app).DisposeAsync();
}
