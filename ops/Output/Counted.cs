namespace OpsAutomation.Ops.Output;

/// <summary>A number with its noun: French takes the singular for zero and one, English for one alone.</summary>
internal static class Counted
{
    /// <summary>The number as the session's locale writes it, and the noun that goes with it.</summary>
    public static string Of(Session session, long number, string english, string englishMany, string french, string frenchMany)
    {
        var noun = session.Say(number == 1 ? english : englishMany, number < 2 ? french : frenchMany);
        return $"{session.Locale.Number(number)} {noun}".TrimEnd();
    }
}
