using OpsAutomation.Engagements.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlNode = YamlDotNet.RepresentationModel.YamlNode;

namespace OpsAutomation.Exports.Profiles;

/// <summary>A node of a YAML file with its name for a person: file, field and line; every misfit is refused with what was expected.</summary>
internal sealed class YamlPlace(string file, string path, YamlNode node)
{
    internal string Path => path;

    internal int Line => (int)node.Start.Line;

    internal static YamlPlace Read(string file, string yaml)
    {
        RefuseHarmful(file, yaml);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            throw OpsException.Refused(
                $"{file}, line {broken.Start.Line}: not valid YAML. Check indentation, colons and quotes there.",
                $"{file}, ligne {broken.Start.Line}\u00a0: YAML non valide. Vérifiez-y l’indentation, les deux-points et les guillemets.",
                broken);
        }

        if (stream.Documents.Count == 0)
            throw OpsException.Refused($"{file}: the file is empty; expected `fact` and `columns`.", $"{file}\u00a0: le fichier est vide\u00a0; `fact` et `columns` sont attendus.");
        return new(file, "", stream.Documents[0].RootNode);
    }

    internal IReadOnlyList<(string Key, YamlPlace Value)> Entries(string expectedEn = "a mapping `key: value`", string expectedFr = "des couples `clé: valeur`")
    {
        if (node is not YamlMappingNode mapping)
            throw Misfit(expectedEn, expectedFr);
        return [.. mapping.Children.Select(child => (KeyOf(child.Key), new YamlPlace(file, path.Length == 0 ? KeyOf(child.Key) : $"{path}.{KeyOf(child.Key)}", child.Value)))];
    }

    internal IReadOnlyList<YamlPlace> Items() => node switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.Select(child => new YamlPlace(file, path, child))],
        YamlScalarNode => [this],
        _ => throw Misfit("a list", "une liste"),
    };

    internal bool IsList => node is YamlSequenceNode;

    internal string Text() => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Misfit("a text", "un texte");

    internal IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    internal bool Flag() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Misfit("`true` or `false`", "`true` ou `false`"),
    };

    internal T OneOf<T>(IReadOnlyDictionary<string, T> choices)
    {
        if (choices.TryGetValue(Text(), out var value))
            return value;
        var names = string.Join(", ", choices.Keys);
        throw Misfit($"one of {names}", $"une valeur parmi {names}");
    }

    internal OpsException Misfit(string expectedEn, string expectedFr) => OpsException.Refused(
        $"{file}, line {node.Start.Line}, field `{(path.Length == 0 ? "(top)" : path)}`: expected {expectedEn}.",
        $"{file}, ligne {node.Start.Line}, champ `{(path.Length == 0 ? "(racine)" : path)}`\u00a0: attendu\u00a0: {expectedFr}.");

    // A map comes from anybody: what would exhaust the reader is refused before it reads.
    private static void RefuseHarmful(string file, string yaml)
    {
        var errors = new YamlErrors(file);
        _ = new YamlTree(errors).Read(yaml);
        if (errors.Any)
            throw errors.ToException();
    }

    private string KeyOf(YamlNode key) => key is YamlScalarNode { Value: { } value } ? value : throw Misfit("plain keys", "des clés simples");
}
