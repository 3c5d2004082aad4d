using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What the values of one column say about its decimal mark, its order of dates and its unit. The order of the values does not matter.</summary>
public sealed class ColumnEvidence
{
    private readonly int[] forms = new int[12];
    private int points;
    private int commas;
    private int openNumbers;
    private bool hasFraction;
    private bool isOverOne;
    private bool hasOne;

    /// <summary>Values read so far as numbers.</summary>
    public int Numbers { get; private set; }

    /// <summary>Values read so far as dates.</summary>
    public int Dates { get; private set; }

    /// <summary>Whether some values could be numbers with either mark.</summary>
    public bool HasOpenNumbers => openNumbers > 0;

    /// <summary>Whether some values could be dates in either order.</summary>
    public bool HasOpenDates => forms[(int)DateForm.Open] > 0;

    /// <summary>Whether some values allow only a point and others only a comma.</summary>
    public bool HasContradictoryNumbers => points > 0 && commas > 0;

    /// <summary>Whether some values are only possible day first and others only month first.</summary>
    public bool HasContradictoryDates => forms[(int)DateForm.DayFirst] > 0 && forms[(int)DateForm.MonthFirst] > 0;

    /// <summary>By how many values the point leads the comma.</summary>
    internal int PointLead => points - commas;

    /// <summary>By how many values day first leads month first.</summary>
    internal int DayLead => forms[(int)DateForm.DayFirst] - forms[(int)DateForm.MonthFirst];

    /// <summary>Whether no value decides between point and comma, though some ask for it.</summary>
    public bool IsMarkOpen => openNumbers > 0 && points == commas;

    /// <summary>Whether no value decides between day first and month first, though some ask for it.</summary>
    public bool IsOrderOpen => HasOpenDates && forms[(int)DateForm.DayFirst] == forms[(int)DateForm.MonthFirst];

    /// <summary>Counts a value that is a number in at least one reading.</summary>
    public void Add(NumberEvidence evidence)
    {
        Numbers++;
        switch (evidence)
        {
            case NumberEvidence.Point:
                points++;
                break;
            case NumberEvidence.Comma:
                commas++;
                break;
            case NumberEvidence.Open:
                openNumbers++;
                break;
        }
    }

    /// <summary>Counts a value that is a date in at least one reading.</summary>
    public void Add(DateForm form)
    {
        Dates++;
        forms[(int)form]++;
    }

    /// <summary>Looks at a number's size, for the question whether shares are written 0 to 1 or in percent.</summary>
    public void AddSize(decimal value)
    {
        isOverOne |= value > 1m;
        hasOne |= value == 1m;
        hasFraction |= value is > 0m and < 1m;
    }

    /// <summary>Whether the values are shares of 1, not percent; null where they are all 0.</summary>
    public bool? IsShare => isOverOne ? false : hasFraction || hasOne ? true : null;

    /// <summary>The decimal mark by the majority of the values, by what is usual elsewhere where they are even; null where none shows one.</summary>
    public char? DecideMark(char usual)
    {
        if (points != commas)
            return points > commas ? '.' : ',';
        return points > 0 || openNumbers > 0 ? usual : null;
    }

    /// <summary>The order of day and month by the majority of the values, by what is usual elsewhere where they are even; null where none asks for it.</summary>
    public DateOrder? DecideOrder(DateOrder usual)
    {
        var dayFirst = forms[(int)DateForm.DayFirst];
        var monthFirst = forms[(int)DateForm.MonthFirst];
        if (dayFirst != monthFirst)
            return dayFirst > monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
        return dayFirst > 0 || HasOpenDates ? usual : null;
    }

    /// <summary>The name of the order in reports, by the most frequent form; null where there are no dates.</summary>
    public string? OrderName(DateOrder? decided)
    {
        if (Dates == 0)
            return null;
        Span<int> counts = stackalloc int[forms.Length];
        forms.CopyTo(counts);
        counts[(int)DateForm.DayFirst] += counts[(int)DateForm.MonthFirst] + counts[(int)DateForm.Open] + counts[(int)DateForm.Same];
        counts[(int)DateForm.MonthFirst] = counts[(int)DateForm.Open] = counts[(int)DateForm.Same] = 0;
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return (DateForm)best switch
        {
            DateForm.Iso => "iso",
            DateForm.YearFirst => "ymd",
            DateForm.DayFirst => decided == DateOrder.MonthFirst ? "mdy" : "dmy",
            DateForm.Compact => "yyyymmdd",
            DateForm.Named => "text",
            DateForm.Serial => "serial",
            DateForm.EpochSeconds => "epoch-s",
            DateForm.EpochMilliseconds => "epoch-ms",
            _ => null,
        };
    }
}
