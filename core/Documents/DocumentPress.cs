using System.Text;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;
using OpsAutomation.Documents.Word;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents;

/// <summary>Makes the files of a text: Markdown, HTML and DOCX.</summary>
internal static class DocumentPress
{
    /// <summary>The files.</summary>
    /// <param name="text">The text, blocks and all.</param>
    /// <param name="record">What is recorded of it; its latest version is the one that is made.</param>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="locale">How it writes dates.</param>
    /// <param name="template">Says how its pages lie.</param>
    /// <param name="rule">Who owns and approves it.</param>
    public static PressedDocument Press(KeptText text, DocumentRecord record, Engagement engagement, Locale locale, DocumentTemplate template, DocumentRule rule)
    {
        var french = record.Language == Language.French;
        var words = new DocumentWords(locale, engagement);
        var frame = new DocumentFrame(
            french ? FrenchTypography.Apply(record.Title) : record.Title,
            MarkdownText.Clean(engagement.Name), locale.Id, record.Language, words.Edition(record), template.HasContents, template.IsLandscape)
        {
            Life = words.Life(record, rule),
        };
        var plain = text.Plain();
        var tree = MarkdownReader.Parse(plain);
        // What is written anew for each meeting is nobody's to edit: it needs no marks.
        var source = rule.HasLife ? text.Write($"{record.Kind} {LanguageCode.Of(record.Language)}") : plain;
        return new(
            frame.Title, plain, source, WebPage.Write(tree, frame), WordDocument.Write(tree, frame, record.Latest.Day), DocumentParts.Hash(source + frame.Life));
    }
}
