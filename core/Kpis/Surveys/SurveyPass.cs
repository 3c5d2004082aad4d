using System.IO.Hashing;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Surveys;

/// <summary>The net promoter score: of each person the latest answer in the period; answers of unknown persons all count.</summary>
internal sealed class SurveyPass(PassContext context) : FactPass(FactType.SurveyResponse, context)
{
    private readonly List<Answer> answers = [];

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        if (record.FindNumber(SurveyResponseFields.Score) is not { } score)
            return;
        var time = record.FindTime(SurveyResponseFields.Date);
        var day = time is { } known ? DaySpan.DayOf(known.Date) : Context.TakenOf(record);
        if (day is not { } of || !Context.Range.Holds(of))
            return;
        var person = record.GetUtf8(SurveyResponseFields.Person);
        answers.Add(new(
            of, time?.MillisecondOfDay ?? -1, record.Key, person.IsEmpty ? 0 : XxHash128.HashToUInt128(person), score >= 9m ? 1 : score <= 6m ? -1 : 0));
    }

    /// <inheritdoc/>
    public override void Finish() => answers.Sort();

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period)
    {
        var latest = new Dictionary<UInt128, int>();
        var count = 0;
        var balance = 0;
        foreach (var answer in answers)
        {
            if (!period.Holds(answer.Day))
                continue;
            balance += answer.Side;
            if (answer.Person != 0 && latest.TryGetValue(answer.Person, out var before))
                balance -= before;
            else
                count++;
            if (answer.Person != 0)
                latest[answer.Person] = answer.Side;
        }

        return Figure.Ratio(balance, count, 100m) with { SampleSize = count, Judged = count >= KpiResult.EnoughAnswers };
    }
}
