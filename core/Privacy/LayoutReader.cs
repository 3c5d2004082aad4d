using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Privacy;

/// <summary>
/// Finds out what the columns of a table hold: by what they are mapped to, by their names and by the look of their values. What is not known to be a
/// figure, a date or one of a few words is taken to be personal.
/// </summary>
internal sealed class LayoutReader(TableMapper mapper)
{
    private const int MostChoices = 40;
    private const int LongestChoice = 40;

    /// <summary>The layout of a table.</summary>
    public RecordLayout Of(ExportTable table)
    {
        var shaped = mapper.Shape(table);
        var mapping = mapper.Map(shaped);
        var sample = TableSample.Take(table);
        var isReport = mapping.Shape == "profit-and-loss" || shaped != table;
        var treatments = new CellTreatment[table.Header.Count];
        var inputs = new InputField?[treatments.Length];
        for (var i = 0; i < treatments.Length; i++)
        {
            inputs[i] = shaped == table ? mapping.Columns[i].Input : null;
            treatments[i] = isReport
                ? sample.Columns[i].NumberShare > 0.5m ? CellTreatment.Number : CellTreatment.Keep
                : Of(inputs[i], new ColumnName(table.Header[i]), sample.Columns[i], mapping.Fact);
        }

        if (table.Format == "fec")
            Correct(table.Header, treatments);
        return new(table.Header, treatments, inputs, mapping.Fact);
    }

    private static CellTreatment Of(InputField? input, ColumnName name, ColumnLook look, FactType? fact)
    {
        if (input is not null && PersonalHeaders.Of(input, HasFewValues(look)) is { } known)
            return known;
        if (input?.Name == "name")
            return fact is FactType.Contact or FactType.Company ? CellTreatment.Subject : CellTreatment.Text;
        if (PersonalHeaders.IsCode(name) && look.DateShare < 0.9m)
            return CellTreatment.Code;
        if (look.Count > 0 && look.NumberShare >= 0.9m && !PersonalHeaders.IsSubject(name))
            return CellTreatment.Number;
        if (look.Count > 0 && look.DateShare >= 0.9m && !PersonalHeaders.IsBirth(name))
            return CellTreatment.Time;
        if (look.Count > 0 && look.FlagShare >= 0.9m)
            return CellTreatment.Category;
        return ByName(name, HasFewValues(look));
    }

    /// <summary>What values of that name are where nothing else is known of them.</summary>
    public static CellTreatment ByName(ColumnName name, bool hasFewValues = true)
    {
        if (PersonalHeaders.IsCode(name))
            return CellTreatment.Code;
        if (PersonalHeaders.IsStaff(name))
            return CellTreatment.Staff;
        if (PersonalHeaders.IsCategory(name))
            return hasFewValues ? CellTreatment.Category : CellTreatment.Text;
        return PersonalHeaders.IsSubject(name) ? CellTreatment.Subject : CellTreatment.Text;
    }

    private static bool HasFewValues(ColumnLook look) =>
        look.Distinct <= MostChoices && (look.Distinct * 2 <= look.Count || look.Distinct <= 6)
        && look.Texts.All(text => text.Length <= LongestChoice && !text.Contains('@')) && look.Texts.Count == look.Distinct;

    // The columns of the law, some of which no fact takes.
    private static void Correct(IReadOnlyList<string> header, CellTreatment[] treatments)
    {
        for (var i = 0; i < treatments.Length; i++)
        {
            treatments[i] = header[i].Trim().ToLowerInvariant() switch
            {
                "journallib" or "ecriturelet" or "idevise" or "natop" or "modereglt" => CellTreatment.Category,
                "compauxnum" or "compteauxnum" or "idclient" or "pieceref" or "ecriturenum" => CellTreatment.Code,
                "compauxlib" or "compteauxlib" => CellTreatment.Subject,
                "datelet" or "validdate" or "datereglt" or "piecedate" or "ecrituredate" => CellTreatment.Time,
                "montantdevise" => CellTreatment.Number,
                _ => treatments[i],
            };
        }
    }
}
