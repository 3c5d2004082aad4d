namespace OpsAutomation.Facts;

/// <summary>One answer to a survey.</summary>
public static class SurveyResponseFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.SurveyResponse);

    /// <summary>The answer's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>0 to 10.</summary>
    public static readonly FactField Score = Schema.Number("score");

    /// <summary>When it was given.</summary>
    public static readonly FactField Date = Schema.Time("date");

    /// <summary>Who answered, where known.</summary>
    public static readonly FactField Person = Schema.Text("person");

    /// <summary>What was written.</summary>
    public static readonly FactField Comment = Schema.Text("comment");

    /// <summary>The survey or question.</summary>
    public static readonly FactField Survey = Schema.Text("survey");
}
