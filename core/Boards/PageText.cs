using System.Security;
using OpsAutomation.Digests;

namespace OpsAutomation.Boards;

/// <summary>Text made safe to stand in a page or in a quoted attribute: the characters of markup are escaped, those that hide or turn text go, all others stay readable.</summary>
internal static class PageText
{
    public static string Encode(string text) => SecurityElement.Escape(CleanText.Visible(text));
}
