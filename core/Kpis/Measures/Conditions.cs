using System.Globalization;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Conditions on the fields of a fact type, all of which must hold.</summary>
internal sealed class Conditions(FactType type, IReadOnlyList<FieldCondition> conditions)
{
    private readonly (FactField Field, FieldCondition Condition)[] conditions =
        [.. conditions.Select(condition => (FieldOf(type, condition), condition))];

    /// <summary>Whether the record meets them.</summary>
    public bool Hold(FactRecord record)
    {
        foreach (var (field, condition) in conditions)
        {
            if (!Holds(record, field, condition))
                return false;
        }

        return true;
    }

    private static FactField FieldOf(FactType type, FieldCondition condition) => FactSchema.Of(type).Find(condition.Field)
        ?? throw OpsException.Refused(
            $"The engagement names the field '{condition.Field}', which {type} records do not have: correct it in the KPI settings.",
            $"La mission nomme le champ «\u00a0{condition.Field}\u00a0», que les enregistrements {type} n'ont pas\u00a0: corrigez-le dans les réglages des indicateurs.");

    private static bool Holds(FactRecord record, FactField field, FieldCondition condition) => condition.Operator switch
    {
        ConditionOperator.Exists => record.Has(field),
        ConditionOperator.NotEquals => !condition.Values.Any(value => IsEqual(record, field, value)),
        ConditionOperator.Equals => condition.Values.Any(value => IsEqual(record, field, value)),
        ConditionOperator.Contains => record.FindText(field) is { } text && condition.Values.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)),
        ConditionOperator.AtLeast => condition.Values.All(value => Compare(record, field, value) >= 0),
        _ => condition.Values.All(value => Compare(record, field, value) <= 0),
    };

    private static bool IsEqual(FactRecord record, FactField field, string value) => field.Kind switch
    {
        FieldKind.Text => string.Equals(record.FindText(field), value, StringComparison.OrdinalIgnoreCase),
        FieldKind.Flag => record.FindFlag(field) is { } flag && flag == Affirms(value),
        _ => Compare(record, field, value) == 0,
    };

    // Null, which no comparison with a number holds for, where the record has no value or the condition's is of another kind.
    private static int? Compare(FactRecord record, FactField field, string value) => field.Kind switch
    {
        FieldKind.Number when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            record.FindNumber(field)?.CompareTo(number),
        FieldKind.Time when LocalDatePattern.Iso.Parse(value) is { Success: true } date => record.FindTime(field)?.Date.CompareTo(date.Value),
        FieldKind.Text => record.FindText(field) is { } text ? string.Compare(text, value, StringComparison.OrdinalIgnoreCase) : null,
        _ => null,
    };

    private static bool Affirms(string value) => value.ToUpperInvariant() is "TRUE" or "YES" or "OUI" or "VRAI" or "1";
}
