using System.Text;
using HandlebarsDotNet;

namespace OpsAutomation.Documents.Templating;

/// <summary>Makes Handlebars escape every value for Markdown.</summary>
internal sealed class MarkdownEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) =>
        target.Write(text == Marks.ToBeNamed ? $@"**\[{CompiledTemplate.Current.ToBeNamed}\]**" : MarkdownText.Escape(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text is not null && text.MoveNext())
            whole.Append(text!.Current);
        Encode(whole.ToString(), target);
    }
}
