using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Exports;

/// <summary>Brings exports into an engagement's facts: all of a file or nothing, whatever happens on the way.</summary>
public sealed class Importer(IBlobStore blobs, IStateStore state, TimeProvider time, ProfileCatalogue profiles)
{
    private const int Attempts = 5;

    private readonly ImportLedger ledger = new(state);
    private readonly ErasureStore erasures = new(state);

    /// <summary>Imports a file.</summary>
    /// <exception cref="OpsException">
    /// Refused: the file cannot be read or mapped, or too many of its rows cannot be used; its rejections are kept all the same.
    /// Retriable: storage failed, or other imports kept coming first. Nothing has changed then.
    /// </exception>
    public async Task<ImportReport> ImportAsync(Engagement engagement, ImportRequest request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await RunAsync(engagement, request, cancellationToken);
        }
        catch (IOException exception)
        {
            throw OpsException.Retriable(
                $"The import of {request.Content.Name} stopped because a file could not be read or written. Nothing was imported: check that the disk has room and that the file can be opened, then run the command again.",
                $"L’import de {request.Content.Name} s’est arrêté, car un fichier n’a pas pu être lu ou écrit. Rien n’a été importé\u00a0: vérifiez que le disque a de la place et que le fichier s’ouvre, puis relancez la commande.",
                exception);
        }
    }

    private async Task<ImportReport> RunAsync(Engagement engagement, ImportRequest request, CancellationToken cancellationToken)
    {
        // The second core hashes the bytes while the first finds out what they are.
        var hashing = Task.Run(() => ContentHash.Of(request.Content.Open, cancellationToken), CancellationToken.None);
        using var file = await OpenAsync(request, hashing);
        var hash = await hashing;
        var options = ImportOptions.Of(request);
        await ForgetLostAsync(engagement.Id, request.Content.Name, hash, cancellationToken);
        // A copy that was freed of a person is what it was made of, whatever it is read with.
        if (await erasures.OriginalOfAsync(engagement.Id, hash, cancellationToken) is { } original
            && (await ledger.ReadAsync(engagement.Id, int.MaxValue, cancellationToken)).LastOrDefault(entry => entry.Source.ContentHash == original) is { } same)
            return await StoredReport.ReadAgainAsync(blobs, engagement.Id, same, cancellationToken);
        if (await ledger.FindAsync(engagement.Id, hash, options, cancellationToken) is { } known)
            return await StoredReport.ReadAgainAsync(blobs, engagement.Id, known, cancellationToken);

        var catalogue = await EngagementProfiles.LoadAsync(blobs, engagement.Id, profiles, cancellationToken);
        var tables = TableMappings.Of(file, request, new TableMapper(catalogue, MappingContext.Of(engagement, request.Taken)));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var people = await erasures.LoadAsync(engagement.Id, cancellationToken);
                var import = new FileImport(blobs, state, engagement, request, tables, hash, options, people);
                var report = await import.RunAsync(ImportClock.Of(engagement, request.Taken, time), cancellationToken);
                await PruneAsync(engagement.Id, cancellationToken);
                Measure(report);
                return report;
            }
            catch (UndecidedException undecided)
            {
                undecided.Table.Scan();
                attempt--;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Another import came first: this one is merged with what it left, unless that was this very file.
            }
            catch (StateConflictException exception)
            {
                throw Crowded(request.Content.Name, exception);
            }
        }
    }

    private static void Measure(ImportReport report)
    {
        if (report.AlreadyImported)
            return;
        foreach (var count in report.Facts)
        {
            var type = new KeyValuePair<string, object?>("ops.fact.type", count.Type.ToString().ToLowerInvariant());
            OpsMetrics.ImportRows.Add(count.Read, type);
            OpsMetrics.ImportRejections.Add(count.Rejected, type);
        }
    }

    // The import is done: what is not dropped now is after the next one, and means nothing until then.
    private async Task PruneAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        try
        {
            await new FactPruning(blobs, state).RunAsync(engagement, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OpsException)
        {
            // Whoever reads the facts next hears of it.
        }
    }

    private static async Task<ExportFile> OpenAsync(ImportRequest request, Task hashing)
    {
        try
        {
            return ExportFile.Open(request.Content, request.Limits);
        }
        catch
        {
            // The file is being read on the other core still.
            await hashing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    // A file that comes again because its facts are lost is imported as if it were new.
    private async Task ForgetLostAsync(EngagementId engagement, string file, string hash, CancellationToken cancellationToken)
    {
        var entries = await ledger.ReadAsync(engagement, int.MaxValue, cancellationToken);
        if (!entries.Any(entry => entry.Source.ContentHash == hash))
            return;
        var lost = new LostFacts(blobs, state);
        if (await lost.FindAsync(engagement, cancellationToken) is not { Count: > 0 } files)
            return;
        try
        {
            await lost.ForgetAsync(engagement, files, cancellationToken);
        }
        catch (StateConflictException exception)
        {
            throw Crowded(file, exception);
        }
    }

    private static OpsException Crowded(string file, Exception exception) => OpsException.Retriable(
        $"{file} was not imported, since other imports of this engagement kept changing its facts. Run the command again.",
        $"{file} n’a pas été importé, car d’autres imports de cette mission modifiaient sans cesse ses faits. Relancez la commande.",
        exception);
}
