using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>An answer needs a score of 0 to 10. A row without one is an answer to other questions only, and is rejected as such.</summary>
internal sealed class SurveyCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs) : FactCompletion(mapping, schema, inputs)
{
    private readonly InputField score = schema["score"];

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        at = score;
        if (!record.Has(SurveyResponseFields.Score))
            return RowReasons.RequiredMissing;
        return record.GetNumber(SurveyResponseFields.Score) is < 0m or > 10m ? RowReasons.ScoreOutOfRange : null;
    }
}
