using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Links.Acts;

/// <summary>Somebody who came by a link to one item.</summary>
/// <param name="Link">The link.</param>
/// <param name="Id">The item's id within its kind.</param>
/// <param name="Locale">How texts are written for the reader.</param>
/// <param name="Today">The day it is in the engagement's zone.</param>
internal sealed record ActVisit(ReaderLink Link, string Id, Locale Locale, LocalDate Today)
{
    private const int LongestText = 1200;

    public Engagement Engagement => Link.Engagement;

    /// <summary>The words of the reader's language.</summary>
    public string Say(string english, string french) => Locale.Language == Language.French ? french : english;

    /// <summary>A client's text on one line.</summary>
    public string Text(string text) => Spaced(CleanText.Clip(text, int.MaxValue, LongestText));

    /// <summary>A client's name or label on one line.</summary>
    public string Label(string text) => Spaced(CleanText.Clip(text, 16, 120));

    /// <summary>The name of a person of the engagement, or the text itself.</summary>
    public string Person(string idOrName) => Label(Engagement.FindPerson(idOrName)?.Name ?? idOrName);

    /// <summary>Who keeps the engagement, in words.</summary>
    public string Obm => Engagement.PersonAs(PersonRole.Obm) is { } obm ? Label(obm.Name) : "OBM";

    private string Spaced(string text) => Locale.Language == Language.French ? FrenchTypography.Hold(text) : text;
}
