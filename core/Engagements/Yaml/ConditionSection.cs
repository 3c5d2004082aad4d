using OpsAutomation.Facts;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>A condition on a field of a fact: <c>{field: status, is: [won]}</c>.</summary>
internal static class ConditionSection
{
    /// <summary>The conditions of <c>where</c>: a list of conditions, or fields with the value they must have.</summary>
    public static IReadOnlyList<FieldCondition> ReadAll(YamlFields measure, FactType fact)
    {
        if (measure.Find("where") is not YamlMapping)
            return [.. measure.List("where").Select(item => Read(item, fact)).OfType<FieldCondition>()];
        var fields = measure.Fields("where")!;
        return [.. fields.Entries.Select(entry =>
        {
            CheckField(fields, entry.Key, entry.Key, fact);
            return new FieldCondition(entry.Key, ConditionOperator.Equals, [.. fields.Texts(entry.Key).Select(value => value.Text)]);
        })];
    }

    /// <summary>One condition, or null where it names none.</summary>
    public static FieldCondition? Read(YamlFields item, FactType fact)
    {
        var field = item.RequiredText("field");
        if (field.Length > 0)
            CheckField(item, "field", field, fact);
        var named = Words.Operators.Keys.Where(item.Has).ToList();
        FieldCondition? condition = null;
        if (named is not [var word])
            item.Refuse(named.Count > 1 ? named[1] : "field", Expected.OneOf(Words.Operators.Keys));
        else if (Words.Operators[word] == ConditionOperator.Exists)
            condition = Presence(item, field, word);
        else
            condition = new(field, Words.Operators[word], [.. item.Texts(word).Select(value => value.Text)]);
        if (condition is { Operator: ConditionOperator.Contains or ConditionOperator.AtLeast or ConditionOperator.AtMost, Values.Count: not 1 })
            item.Refuse(named[0], Expected.Text);
        item.Finish();
        return condition;
    }

    private static FieldCondition Presence(YamlFields item, string field, string word)
    {
        if (item.Flag(word) == false)
            item.Refuse(word, new("true was expected", "true est attendu"));
        return new(field, ConditionOperator.Exists, []);
    }

    private static void CheckField(YamlFields item, string key, string field, FactType fact)
    {
        var schema = FactSchema.Of(fact);
        if (schema.Find(field) is null)
            item.Refuse(key, CustomKpiSection.FieldOf(schema, field, _ => true));
    }
}
