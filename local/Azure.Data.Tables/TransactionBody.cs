using System.Text;

namespace Azure.Data.Tables;

/// <summary>An entity group transaction as the multipart body of a request.</summary>
internal static class TransactionBody
{
    /// <summary>No line of a step's JSON can begin with it: JSON of ours is one line that begins with a brace.</summary>
    public const string Boundary = "batch_entity_group";

    private const string Changes = "changeset_entity_group";

    public static byte[] Write(IEnumerable<TableTransactionAction> steps, Func<TableTransactionAction, string> address)
    {
        var text = new StringBuilder();
        Line(text, "--" + Boundary);
        Line(text, "Content-Type: multipart/mixed; boundary=" + Changes);
        Line(text, "");
        foreach (var step in steps)
            WriteStep(text, step, address(step));
        Line(text, $"--{Changes}--");
        Line(text, $"--{Boundary}--");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteStep(StringBuilder text, TableTransactionAction step, string address)
    {
        var method = step.ActionType switch
        {
            TableTransactionActionType.Add => "POST",
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
            _ => "DELETE",
        };
        Line(text, "--" + Changes);
        Line(text, "Content-Type: application/http");
        Line(text, "Content-Transfer-Encoding: binary");
        Line(text, "");
        Line(text, $"{method} {address} HTTP/1.1");
        Line(text, "Accept: application/json;odata=minimalmetadata");
        Line(text, "DataServiceVersion: 3.0");
        if (step.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            Line(text, "If-Match: " + (step.ETag == default ? ETag.All : step.ETag).ToString("H"));
        if (step.ActionType == TableTransactionActionType.Add)
            Line(text, "Prefer: return-no-content");
        if (step.ActionType == TableTransactionActionType.Delete)
        {
            Line(text, "");
            return;
        }

        Line(text, "Content-Type: application/json");
        Line(text, "");
        Line(text, Encoding.UTF8.GetString(EntityJson.Write(step.Entity)));
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\r\n");
}
