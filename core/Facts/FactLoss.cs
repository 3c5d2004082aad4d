using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>
/// A fact file that is named and cannot be read: which exports its facts came from, to be imported again, or that another import has replaced it meanwhile.
/// Asked only when reading has failed, from where nothing can be awaited.
/// </summary>
internal sealed class FactLoss(IStateStore state, EngagementId engagement, FactType type, string path)
{
    private const int MostNamed = 12;

    /// <summary>The failure where the file is not there.</summary>
    public OpsException Missing() => IsCurrent()
        ? Lost("is missing", "est introuvable")
        : OpsException.Retriable(
            $"Another import has replaced the fact file {path} meanwhile. Run the command again.",
            $"Un autre import a remplacé entre-temps le fichier de faits {path}. Relancez la commande.");

    /// <summary>The failure where the file is damaged.</summary>
    public OpsException Damaged() => Lost("is damaged or cut short", "est endommagé ou incomplet");

    private bool IsCurrent() =>
        state.FindAsync(engagement, FactManifest.Key).GetAwaiter().GetResult() is { } entry
        && FactManifest.Parse(entry.Value).Files.TryGetValue(type, out var file) && file.Path == path;

    private OpsException Lost(string en, string fr)
    {
        var files = Imports();
        var (english, french) = files.Count == 0
            ? ("import its exports again", "réimportez les exports correspondants")
            : ($"import these again, in this order: {string.Join(", ", files)}", $"réimportez, dans cet ordre\u00a0: {string.Join(", ", files)}");
        return OpsException.Refused(
            $"The fact file {path} {en}; running the command again does not help. Restore it from a backup of the home, or {english}.",
            $"Le fichier de faits {path} {fr}\u00a0; relancer la commande n’y changera rien. Restaurez-le depuis une sauvegarde du dossier de données, ou {french}.");
    }

    // Of a file that came again and again only the latest of the same name and day says anything new.
    private List<string> Imports()
    {
        var imports = new ImportLedger(state).ReadAsync(engagement, int.MaxValue, default).GetAwaiter().GetResult();
        var files = imports
            .Where(import => import.Source.Facts.Any(count => count.Type == type && count.Accepted > 0))
            .OrderBy(import => import.Source.Taken).ThenBy(import => import.Source.Number)
            .Select(import => $"{import.Source.File} (--taken {LocalDatePattern.Iso.Format(import.Source.Taken)})")
            .Reverse()
            .Distinct(StringComparer.Ordinal)
            .Reverse()
            .ToList();
        return files.Count <= MostNamed ? files : [.. files[..MostNamed], "…"];
    }
}
