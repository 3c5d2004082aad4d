using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Mapping.Completion;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Privacy;

/// <summary>
/// Makes a copy of an export that can be shared: whoever and whatever it names gets a pseudonym, figures, dates and statuses stay. The copy is read as
/// the same export and gives the same KPIs. Under one key the same text gets the same pseudonym, in every file; whoever has the key can check a guess.
/// </summary>
public sealed class Anonymiser
{
    private readonly Pseudonyms pseudonyms;
    private readonly ExportRewriter rewriter;

    /// <param name="key">What pseudonyms are made by.</param>
    /// <param name="profiles">The profiles that exports are recognised by.</param>
    /// <param name="context">What decides where a file leaves something open.</param>
    /// <param name="limits">How much an export may ask of this machine.</param>
    public Anonymiser(byte[] key, ProfileCatalogue profiles, MappingContext context, ReadingLimits? limits = null)
    {
        pseudonyms = new Pseudonyms(key);
        rewriter = new ExportRewriter(new TableMapper(profiles, context), limits ?? ReadingLimits.Default);
    }

    /// <summary>Writes the copy of an export.</summary>
    /// <param name="content">The export.</param>
    /// <param name="target">Where the copy is written; left open.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Refused: it is no export that can be read, or of a kind that cannot be written (the old .xls).</exception>
    public void Write(ExportContent content, Stream target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        rewriter.Write(content, new AnonymousEditor(pseudonyms), NameOf, target, cancellationToken);
    }

    /// <summary>The name of a copy: the file's, with the company's number in the name of a FEC replaced, and mail addresses.</summary>
    public string NameOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var name = pseudonyms.Emails(fileName);
        return FecName.Parse(name) is { } fec ? name.Replace(fec.Siren, pseudonyms.Filler(fec.Siren), StringComparison.Ordinal) : name;
    }
}
