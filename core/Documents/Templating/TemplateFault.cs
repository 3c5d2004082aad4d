namespace OpsAutomation.Documents.Templating;

/// <summary>Words a template's error: file, line and token, so that its author finds it.</summary>
internal static class TemplateFault
{
    public static OpsException At(string file, int line, string token, string en, string fr, Exception? inner = null)
    {
        var shown = MarkdownText.Clean(token.Length > 60 ? token[..60] + "…" : token);
        return OpsException.Refused(
            $"Template {file}, line {line}, \"{shown}\": {en}{(en.EndsWith('?') ? "" : ".")}",
            $"Modèle {file}, ligne {line}, «\u00a0{shown}\u00a0»\u00a0: {fr}.",
            inner);
    }
}
