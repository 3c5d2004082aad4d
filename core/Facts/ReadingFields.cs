namespace OpsAutomation.Facts;

/// <summary>A KPI's value for a day that a person entered or imported.</summary>
public static class ReadingFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Reading);

    /// <summary>The KPI's id.</summary>
    public static readonly FactField Kpi = Schema.Text("kpi");

    /// <summary>The day it is for.</summary>
    public static readonly FactField Date = Schema.Time("date");

    /// <summary>The value, in the KPI's unit.</summary>
    public static readonly FactField Value = Schema.Number("value");

    /// <summary>A remark.</summary>
    public static readonly FactField Note = Schema.Text("note");

    /// <summary>Who gave it.</summary>
    public static readonly FactField By = Schema.Text("by");
}
