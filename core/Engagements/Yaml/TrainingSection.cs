using NodaTime;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>training</c>: who learns what, by when, and what shows it.</summary>
internal static class TrainingSection
{
    public static IReadOnlyList<Training> Read(YamlFields root, ReadingContext context) => [.. root.List("training").Select(item =>
    {
        var training = new Training
        {
            Subject = item.RequiredText("subject"),
            Who = context.Persons(item, "who"),
            Trainer = context.Person(item, "trainer"),
            Sop = ProcessSection.Sop(item, "sop", orLink: false),
            Hours = item.Number("hours", 0, 1000),
            By = item.Date("by") ?? item.Missing("by", Expected.Date, new LocalDate(2000, 1, 1)),
            Proof = item.Text("proof"),
            Done = item.Date("done"),
        };
        if (training.Who.Count == 0)
            item.Refuse("who", Expected.Missing(Expected.Person));
        item.Finish();
        return training;
    })];
}
