using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Documents and other files of texts: Markdown, HTML, JSON, DOCX.</summary>
internal sealed partial class TextFile(ErasedPeople people)
{
    /// <summary>A file freed: its bytes and how many places were, or null where it has to go.</summary>
    public static (byte[]? Edited, int Count) Edit(string path, byte[] bytes, ErasedPeople people)
    {
        var file = new TextFile(people);
        if (bytes.AsSpan().StartsWith("PK"u8))
            return file.EditPackage(bytes);
        if (bytes.AsSpan().IndexOf((byte)0) >= 0)
            return file.Names(bytes) ? (null, 1) : (bytes, 0);
        var text = Encoding.UTF8.GetString(bytes);
        var edited = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? file.EditMarkup(text) : people.Replace(text);
        return edited == text ? (bytes, 0) : (Encoding.UTF8.GetBytes(edited), 1);
    }

    /// <summary>Whether bytes that no reader takes name somebody, read as UTF-8, as Latin-1 or as UTF-16.</summary>
    public bool Names(byte[] bytes) => people.IsIn(Encoding.UTF8.GetString(bytes)) || people.IsIn(Encoding.Latin1.GetString(bytes)) || people.IsIn(Encoding.Unicode.GetString(bytes));

    private string EditMarkup(string html)
    {
        var edited = people.Replace(html);
        return BetweenTags().Replace(edited, match =>
        {
            var text = WebUtility.HtmlDecode(match.Value);
            var freed = people.Replace(text);
            return ReferenceEquals(freed, text) ? match.Value : WebUtility.HtmlEncode(freed);
        });
    }

    private (byte[]? Edited, int Count) EditPackage(byte[] bytes)
    {
        try
        {
            using var copy = new MemoryStream();
            var count = 0;
            using (var source = new ZipArchive(new MemoryStream(bytes, writable: false)))
            using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var entry in source.Entries)
                    count += Copy(entry, target) ? 1 : 0;
            }

            return count == 0 ? (bytes, 0) : (copy.ToArray(), count);
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Xml.XmlException)
        {
            return Names(bytes) ? (null, 1) : (bytes, 0);
        }
    }

    private bool Copy(ZipArchiveEntry entry, ZipArchive target)
    {
        var copy = target.CreateEntry(entry.FullName);
        copy.LastWriteTime = entry.LastWriteTime;
        using var from = entry.Open();
        using var to = copy.Open();
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            from.CopyTo(to);
            return false;
        }

        var xml = XDocument.Load(from, LoadOptions.PreserveWhitespace);
        var changed = false;
        // Word splits a sentence into runs: a paragraph's text is looked at as a whole, and stands in its first run where it was edited.
        foreach (var paragraph in xml.Descendants().Where(element => element.Name.LocalName == "p"))
            changed |= Edit([.. paragraph.Descendants().Where(element => element.Name.LocalName == "t")]);
        foreach (var element in xml.Descendants().Where(element => !element.HasElements && element.Name.LocalName != "t"))
            changed |= Edit([element]);
        foreach (var attribute in xml.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && people.IsIn(attribute.Value)).ToList())
        {
            attribute.Value = people.Replace(attribute.Value);
            changed = true;
        }

        xml.Save(to, SaveOptions.DisableFormatting);
        return changed;
    }

    private bool Edit(List<XElement> runs)
    {
        var text = string.Concat(runs.Select(run => run.Value));
        var freed = people.Replace(text);
        if (ReferenceEquals(freed, text))
            return false;
        for (var i = 0; i < runs.Count; i++)
            runs[i].Value = i == 0 ? freed : "";
        return true;
    }

    [GeneratedRegex("(?<=>)[^<]+(?=<|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenTags();
}
