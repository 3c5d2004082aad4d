using OpsAutomation.Engagements.Yaml;

namespace OpsAutomation.Exports.Profiles;

/// <summary>A node of a YAML file with its name for a person: file, field and line; every misfit is refused with what was expected.</summary>
internal sealed class YamlPlace(string file, string path, YamlNode node)
{
    internal string Path => path;

    internal int Line => node.Line;

    internal static YamlPlace Read(string file, string yaml)
    {
        var errors = new YamlErrors(file);
        var root = new YamlTree(errors).Read(yaml);
        if (errors.Any)
            throw errors.ToException();
        return root is null
            ? throw OpsException.Refused($"{file}: the file is empty; expected `fact` and `columns`.", $"{file}\u00a0: le fichier est vide\u00a0; `fact` et `columns` sont attendus.")
            : new(file, "", root);
    }

    internal IReadOnlyList<(string Key, YamlPlace Value)> Entries(string expectedEn = "a mapping `key: value`", string expectedFr = "des couples `clé: valeur`")
    {
        if (node is not YamlMapping mapping)
            throw Misfit(expectedEn, expectedFr);
        return [.. mapping.Entries.Select(entry => (entry.Key, new YamlPlace(file, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value)))];
    }

    internal IReadOnlyList<YamlPlace> Items() => node switch
    {
        YamlList list => [.. list.Items.Select(item => new YamlPlace(file, path, item))],
        YamlScalar => [this],
        _ => throw Misfit("a list", "une liste"),
    };

    internal bool IsList => node is YamlList;

    internal string Text() => node is YamlScalar { Text: { Length: > 0 } value } ? value : throw Misfit("a text", "un texte");

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
        $"{file}, line {node.Line}, field `{(path.Length == 0 ? "(top)" : path)}`: expected {expectedEn}.",
        $"{file}, ligne {node.Line}, champ `{(path.Length == 0 ? "(racine)" : path)}`\u00a0: attendu\u00a0: {expectedFr}.");
}
