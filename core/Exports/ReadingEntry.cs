using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports;

/// <summary>Takes a KPI's value that a person enters: the same kind of fact as an imported sheet of readings brings, by the same way.</summary>
public sealed class ReadingEntry(IBlobStore blobs, IStateStore state, TimeProvider time)
{
    /// <summary>The name under which entered readings stand in the ledger of imports.</summary>
    public const string File = "ops kpi set";

    private const int Attempts = 5;

    /// <summary>Keeps a value for a day; one that was entered for that day before is replaced.</summary>
    /// <param name="engagement">Whose KPI it is.</param>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="date">The day it is for.</param>
    /// <param name="value">The value, in the KPI's unit.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="note">A remark, or null.</param>
    /// <param name="key">What tells a repetition of the same request, which then changes nothing; null where each one counts.</param>
    /// <param name="cancellationToken">Stops before anything has changed.</param>
    /// <exception cref="OpsException">Retriable: other imports kept coming first, or storage failed.</exception>
    public async Task SetAsync(
        Engagement engagement, string kpi, LocalDate date, decimal value, string by, string? note = null, string? key = null,
        CancellationToken cancellationToken = default)
    {
        var reading = new FactRecord(ReadingFields.Schema);
        reading.Set(ReadingFields.Kpi, kpi);
        reading.Set(ReadingFields.Date, date);
        reading.Set(ReadingFields.Value, value);
        reading.Set(ReadingFields.Note, note ?? "");
        reading.Set(ReadingFields.By, by);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunAsync(engagement, reading, key, cancellationToken);
                return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Another import came first: the reading is merged with what it left.
            }
            catch (Exception exception) when (exception is StateConflictException or IOException)
            {
                throw OpsException.Retriable(
                    "The value was not kept, since storage failed or other imports kept coming first. Run the command again.",
                    "La valeur n’a pas été enregistrée\u00a0: le stockage a échoué ou d’autres imports passaient toujours avant. Relancez la commande.",
                    exception);
            }
        }
    }

    private async Task RunAsync(Engagement engagement, FactRecord reading, string? key, CancellationToken cancellationToken)
    {
        var clock = ImportClock.Of(engagement, null, time);
        var hash = key is null ? $"entered-{clock.Now.ToUnixTimeTicks():x}" : $"entered-{ContentHashOf(key)}";
        var import = await FactImport.BeginAsync(
            blobs, state, engagement.Id, number => clock.Stamp(number, full: false, engagement.Zone, "entered0"), clock.Now, cancellationToken);
        // Another import that comes between makes the commit fail, and this is looked at again.
        if (key is not null && (await new ImportLedger(state).ReadAsync(engagement.Id, import.Stamp.Number - 1, cancellationToken)).Any(entry => entry.Source.ContentHash == hash))
            return;
        var facts = import.Of(FactType.Reading);
        var keys = new FactKeys(FactType.Reading, ReadingKey.Namespace);
        facts.Scopes.Add(keys.Scope);
        await import.WriteSegmentAsync(facts, keys, Fill, cancellationToken);
        var merged = await import.MergeAsync(new Dictionary<FactType, int>(), cancellationToken);
        var source = new ImportSource
        {
            Number = import.Stamp.Number,
            File = File,
            ContentHash = hash,
            Profile = ReadingKey.Namespace,
            ImportedAt = clock.Now,
            Taken = clock.Taken,
            TakenIsStated = false,
            Facts = merged.Counts,
        };
        // What another tool's event entered is in the list of its deliveries; the record is of what people do.
        var line = key is null ? AuditLog.LineOf(time, reading.FindText(ReadingFields.By), AuditAction.ReadingEntered, reading.FindText(ReadingFields.Kpi)!) : null;
        await import.CommitAsync(merged, new ImportEntry(source, "", null), cancellationToken, line);

        async Task Fill(FactSegmentWriter writer, CancellationToken token)
        {
            var batch = new FactBatch(ReadingFields.Schema);
            batch.Next.CopyFrom(reading);
            batch.Keep(ReadingKey.Of(reading), null);
            await writer.AppendAsync(batch, token);
        }
    }

    private static string ContentHashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
