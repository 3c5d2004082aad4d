using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A task's status: done where its flag or its completion date says so, else by its status, its section or its list in words; else it is open.</summary>
internal sealed class TaskCompletion : FactCompletion
{
    private readonly WordList words;
    private readonly InputField status;
    private readonly InputField stage;
    private readonly InputField list;
    private readonly InputField tags;
    private readonly InputField isDone;
    private byte[] joined = new byte[128];

    internal TaskCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        words = Words("task");
        status = schema["status"];
        stage = schema["stage"];
        list = schema["list"];
        tags = schema["tags"];
        isDone = schema[InputNames.IsDone];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        var written = Inputs.Text(status);
        var isFinished = Inputs.Flag(isDone) == true || record.Has(TaskFields.Completed)
            || (words.Find(written) ?? words.Find(Inputs.Text(stage)) ?? words.Find(Inputs.Text(list))) == "done";
        record.Set(TaskFields.Status, isFinished ? "done"u8 : "open"u8);
        if (!record.Has(TaskFields.Stage) && !(written = written.IsEmpty ? Inputs.Text(list) : written).IsEmpty)
            record.Set(TaskFields.Stage, written);
        SetTags(record, Inputs.Text(tags));
        return null;
    }

    // [A,B], "A, B" and A|B all become A;B.
    private void SetTags(FactRecord record, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return;
        if (text.Length >= 2 && text[0] == '[' && text[^1] == ']')
            text = text[1..^1];
        if (joined.Length < text.Length)
            joined = new byte[text.Length * 2];
        var length = 0;
        foreach (var range in text.SplitAny(",;|"u8))
        {
            var tag = Utf8Text.Trim(text[range]);
            if (tag.Length >= 2 && tag[0] == '"' && tag[^1] == '"')
                tag = tag[1..^1];
            if (tag.IsEmpty)
                continue;
            if (length > 0)
                joined[length++] = (byte)';';
            tag.CopyTo(joined.AsSpan(length));
            length += tag.Length;
        }

        record.Set(TaskFields.Tags, joined.AsSpan(0, length));
    }
}
