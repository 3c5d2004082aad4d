using System.Text.Json;
using OpsAutomation.Exports.Reading.Json;

namespace OpsAutomation.Privacy;

/// <summary>The names that lead to the token that a reader stands at; places in lists have none.</summary>
internal sealed class JsonPlace
{
    private readonly List<string> names = [];

    // How many names were there when each open object began.
    private readonly Stack<int> opened = new();

    /// <summary>The names, the outermost first.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Takes in the token that was read.</summary>
    public void Move(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                opened.Push(names.Count);
                break;
            case JsonTokenType.EndObject:
                names.RemoveRange(opened.Peek(), names.Count - opened.Pop());
                break;
            case JsonTokenType.PropertyName:
                names.RemoveRange(opened.Peek(), names.Count - opened.Peek());
                names.Add(reader.TextOf());
                break;
        }
    }

    /// <summary>The path below a depth, as the columns of records are named.</summary>
    public string Within(int depth) => depth >= names.Count ? "" : string.Join('.', names.Skip(depth));
}
