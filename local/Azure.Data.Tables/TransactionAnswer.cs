using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Reads the answers to the steps of a transaction out of the multipart answer.</summary>
internal static class TransactionAnswer
{
    public static IReadOnlyList<Response> Read(Response response)
    {
        var answers = new List<StepResponse>();
        var lines = Encoding.UTF8.GetString(response.Content.ToMemory().Span).Split("\r\n");
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                continue;
            var status = lines[i].Split(' ', 3);
            var answer = new StepResponse(int.Parse(status[1], CultureInfo.InvariantCulture), status.Length > 2 ? status[2] : "", response.ClientRequestId);
            for (i++; i < lines.Length && lines[i].Length > 0; i++)
            {
                if (lines[i].Split(':', 2) is [var name, var value])
                    answer.Add(name.Trim(), value.Trim());
            }

            if (i + 1 < lines.Length && lines[i + 1].StartsWith('{'))
                answer.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(lines[++i]), 0, Encoding.UTF8.GetByteCount(lines[i]), writable: false, publiclyVisible: true);
            answers.Add(answer);
        }

        if (answers.Find(answer => answer.Status >= 400) is { } failed)
            throw new TableTransactionFailedException(new RequestFailedException(failed, null, new TableErrorParser()));
        return answers;
    }
}
