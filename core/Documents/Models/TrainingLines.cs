using NodaTime;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The training plan as documents show it.</summary>
internal static class TrainingLines
{
    // Where the plan of milestones has no day for it: two months are what a first set of procedures takes.
    private const int DaysToLearn = 60;

    /// <summary>The plan as its template reads it.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var proposed = engagement.Training.Count == 0;
        var lines = proposed ? Proposed(context, people) : engagement.Training;
        var report = TrainingReport.Of(engagement with { Training = lines }, context.Today);
        return new Values
        {
            ["proposed"] = proposed,
            ["rows"] = report.Lines.Select(line => (object?)Row(context, report, line, people)).ToList(),
            ["count"] = report.Lines.Count,
            ["done"] = report.Done,
            ["late"] = report.Late,
            ["hours"] = report.LearnerHours > 0m ? report.LearnerHours : null,
            ["untaught"] = report.Untaught.Select(kind => (object?)kind.Title.In(context.Language)).ToList(),
            ["untaughtCount"] = report.Untaught.Count,
            ["untrained"] = report.Untrained.Select(person => (object?)people.Full(person)).ToList(),
            ["untrainedCount"] = report.Untrained.Count,
        };
    }

    private static Values Row(DocumentContext context, TrainingReport report, Training line, People people) => new()
    {
        ["subject"] = line.Subject,
        ["who"] = line.Who.Count == 0 ? Marks.ToBeNamed : string.Join(", ", line.Who.Select(people.Name)),
        ["trainer"] = people.Name(line.Trainer),
        ["sop"] = line.Sop is { } sop ? DocumentLibrary.Find(sop).Title.In(context.Language) : null,
        ["hours"] = line.Hours,
        ["by"] = line.By,
        ["proof"] = line.Proof,
        ["done"] = line.Done,
        ["late"] = report.IsLate(line),
    };

    // One line a procedure: its owner teaches the person who stands in.
    private static List<Training> Proposed(DocumentContext context, People people)
    {
        var by = context.Milestones?.Milestones.FirstOrDefault(milestone => milestone.Id == "J60")?.Due ?? context.Engagement.Start.PlusDays(DaysToLearn);
        var days = WorkingDays.Of(context.Engagement);
        return
        [
            .. DocumentLibrary.PlanFor(context.Engagement).Where(kind => kind.Family == DocumentFamily.Sop).Select(kind =>
            {
                var owner = people.OwnerOf(TemplateSource.BuiltIn(kind.Id, context.Language));
                var deputy = people.DeputyOf(owner);
                return new Training
                {
                    Subject = kind.Title.In(context.Language),
                    Who = deputy is null ? [] : [deputy.Id],
                    Trainer = owner?.Id,
                    Sop = kind.Id,
                    By = days.OnOrAfter(LocalDate.Max(by, context.Today)),
                };
            }),
        ];
    }
}
