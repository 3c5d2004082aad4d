using System.CommandLine;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Commands;

namespace OpsAutomation.Ops;

/// <summary>Runs one command line: exit code 0 done, 1 refused with a reason, 2 wrong usage, 3 failed and safe to repeat.</summary>
internal static class OpsApp
{
    private static readonly TimeSpan ShortStop = TimeSpan.FromSeconds(2);

    /// <summary>Runs a command line to its exit code; no exception leaves.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, OpsHost host, CancellationToken cancellationToken = default)
    {
        var session = new Session(host, UserLanguage.Of(args, host.Environment), UserLanguage.IsChosen(args));
        try
        {
            var exitCode = await InvokeAsync(args, session, host, cancellationToken);
            session.WorkOn("standard output");
            await host.Out.FlushAsync(cancellationToken);
            return exitCode;
        }
        catch (Exception exception)
        {
            return Explain(exception, session);
        }
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> args, Session session, OpsHost host, CancellationToken cancellationToken)
    {
        // The second core loads what reads an engagement while the first finds out what to do with it.
        if (args.Any(static arg => arg == "-e" || arg.StartsWith("--engagement", StringComparison.Ordinal)))
            _ = Task.Run(EngagementReader.Prepare, CancellationToken.None);
        var root = CommandTree.Create(session, host);
        var parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        UsageCheck.Check(parsed, session);
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = session.Out,
                Error = session.Error,
                EnableDefaultExceptionHandler = false,
                // The app stops by itself when it is asked to, and takes the time that its functions need.
                ProcessTerminationTimeout = parsed.CommandResult.Command is ServeCommand ? null : ShortStop,
            },
            cancellationToken);
    }

    private static int Explain(Exception exception, Session session)
    {
        var failure = exception switch
        {
            OpsException known => known,
            OperationCanceledException => OpsException.Retriable(
                "Interrupted. Nothing was half done: run the command again.",
                "Interrompu. Rien n'a été fait à moitié : relancez la commande.",
                exception),
            _ when session.IsOnAccount && AccountPlace.FailureOf(exception) is { } told => told,
            _ when StorageFailure.IsStorage(exception) => StorageFailure.Of(exception, session.WorkingOn),
            JsonException => OpsException.Refused(
                $"A record in the state file of {session.WorkingOn} is damaged. Restore the folder from a backup, or choose another home with --home and import the exports again.",
                $"Un enregistrement du fichier d'état de {session.WorkingOn} est endommagé. Restaurez le dossier depuis une sauvegarde, ou choisissez un autre dossier avec --home et réimportez les exports.",
                exception),
            _ => OpsException.Retriable(
                $"Something unexpected went wrong ({exception.GetType().Name}). Nothing was half done: run the command again; with OPS_DEBUG=1 it shows the details.",
                $"Une erreur inattendue s'est produite ({exception.GetType().Name}). Rien n'a été fait à moitié : relancez la commande ; avec OPS_DEBUG=1, elle donne les détails.",
                exception),
        };
        try
        {
            session.Error.WriteLine(failure.Text.In(session.Language));
            if (session.IsDebugging)
                session.Error.WriteLine(failure.InnerException ?? failure);
        }
        catch (IOException)
        {
            // Nobody reads any more; the exit code still says it.
        }

        return (int)failure.Kind;
    }
}
