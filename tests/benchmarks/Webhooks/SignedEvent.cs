using System.Globalization;
using System.Text;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>Requests as a sender of Standard Webhooks makes them, ready to be written to a connection.</summary>
/// <param name="address">Where the source answers.</param>
/// <param name="secret">Its secret.</param>
/// <param name="length">The bytes of a body.</param>
internal sealed class SignedEvent(Uri address, string secret, int length)
{
    private const string Type = "order.placed";

    /// <summary>The request of an event.</summary>
    /// <param name="id">The sender's id of it.</param>
    /// <param name="number">Its number, which its body carries.</param>
    /// <param name="timestamp">When it is sent, in seconds since 1970.</param>
    public byte[] Request(string id, int number, long timestamp)
    {
        var body = Body(number, timestamp);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {address.AbsolutePath} HTTP/1.1
            Host: {address.Authority}
            User-Agent: ops-benchmark
            Content-Type: application/json
            Content-Length: {body.Length}
            {StandardSignature.IdHeader}: {id}
            {StandardSignature.TimestampHeader}: {timestamp}
            {StandardSignature.SignatureHeader}: {StandardSignature.Sign(secret, id, timestamp, body)}


            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private byte[] Body(int number, long timestamp)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $$"""{"type":"{{Type}}","timestamp":{{timestamp}},"data":{"number":{{number}},"customer":"Maison Lumière","items":[""");
        const string End = "]}}";
        var text = new StringBuilder(start);
        for (var item = 0; ; item++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $$"""{{(item == 0 ? "" : ",")}}{"sku":"SKU-{{item:D4}}","quantity":{{1 + (number + item) % 9}},"price":"{{10 + item}}.50"}""");
            if (Encoding.UTF8.GetByteCount(start) + text.Length - start.Length + next.Length + End.Length > length)
                break;
            text.Append(next);
        }

        var room = length - Encoding.UTF8.GetByteCount(start) - (text.Length - start.Length) - End.Length;
        return Encoding.UTF8.GetBytes(text.Append(' ', Math.Max(0, room)).Append(End).ToString());
    }
}
