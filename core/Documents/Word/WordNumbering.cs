using DocumentFormat.OpenXml.Wordprocessing;

namespace OpsAutomation.Documents.Word;

/// <summary>The numbering part: one definition for bullets, one for numbers; every numbered list counts from its own start.</summary>
internal sealed class WordNumbering
{
    /// <summary>How deep lists go before they stay at the last level.</summary>
    public const int Levels = 4;

    private const int Bullets = 1;
    private const int Numbers = 2;

    private readonly List<int> starts = [];

    /// <summary>The numbering of a bulleted list.</summary>
    public static int Bulleted => 1;

    /// <summary>A new numbered list.</summary>
    public int Numbered(int start)
    {
        starts.Add(start);
        return starts.Count + 1;
    }

    public Numbering Part()
    {
        var numbering = new Numbering(
            Definition(Bullets, "00000001", NumberFormatValues.Bullet, level => level % 2 == 0 ? "•" : "–"),
            Definition(Numbers, "00000002", NumberFormatValues.Decimal, level => $"%{level + 1}."));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = 1 });
        for (var i = 0; i < starts.Count; i++)
        {
            var instance = new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = i + 2 };
            for (var level = 0; level < Levels; level++)
                instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = level == 0 ? starts[i] : 1 }) { LevelIndex = level });
            numbering.Append(instance);
        }
        return numbering;
    }

    private static AbstractNum Definition(int id, string nsid, NumberFormatValues format, Func<int, string> text)
    {
        var definition = new AbstractNum(new Nsid { Val = nsid }, new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            definition.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text(level) },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{(level + 1) * 357}", Hanging = "357" }))
            { LevelIndex = level });
        }
        return definition;
    }
}
