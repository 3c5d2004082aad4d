namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>One expression of a template, from its <c>{{</c> to its <c>}}</c>.</summary>
/// <param name="Text">As written, braces included.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Inner">What is within, without the marks that take blanks away.</param>
internal readonly record struct TemplateToken(string Text, int Line, string Inner)
{
    /// <summary>Whether it is a remark that nothing comes of.</summary>
    public bool IsRemark => Inner.StartsWith('!');
}
