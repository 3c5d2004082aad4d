using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>A reference from one part of a workbook to another.</summary>
/// <param name="Id">The id within the part that refers.</param>
/// <param name="Type">The type, a URI.</param>
/// <param name="Target">The path of the other part in the archive.</param>
internal sealed record Relationship(string Id, string Type, string Target)
{
    /// <summary>Whether the type ends with that name; the URIs differ between the transitional and the strict form.</summary>
    public bool IsOf(string name) => Type.EndsWith("/" + name, StringComparison.Ordinal);

    /// <summary>The references of a part; of the archive itself where <paramref name="part"/> is empty.</summary>
    public static IReadOnlyList<Relationship> Read(string file, Archive archive, string part, ReadingLimits limits)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var stream = archive.Read($"{folder}_rels/{part[folder.Length..]}.rels");
        if (stream is null)
            return [];
        var found = new List<Relationship>();
        using var xml = SafeXml.Open(file, stream);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                if (found.Count == limits.MaxReferences)
                    throw Oversize.Parts(file, limits.MaxReferences);
                found.Add(new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (step is not (".." or "." or ""))
                parts.Add(step);
        }

        return string.Join('/', parts);
    }
}
