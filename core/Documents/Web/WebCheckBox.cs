using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace OpsAutomation.Documents.Web;

/// <summary>Writes check boxes as characters: they are there in print and in every reader.</summary>
internal sealed class WebCheckBox : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) =>
        renderer.Write("<span class=\"box\">").Write(obj.Checked ? "☒" : "☐").Write("</span>");
}
