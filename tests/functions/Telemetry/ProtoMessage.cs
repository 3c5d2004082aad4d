using System.Text;

namespace OpsAutomation.Functions.Tests.Telemetry;

/// <summary>As much of protobuf's wire format as finds the fields of a message that have a length.</summary>
internal static class ProtoMessage
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        var rest = message;
        while (!rest.IsEmpty)
        {
            var tag = Varint(ref rest);
            switch (tag & 7)
            {
                case 0:
                    Varint(ref rest);
                    break;
                case 1:
                    rest = rest[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref rest);
                    if ((int)(tag >> 3) == number)
                        found.Add(rest[..length]);
                    rest = rest[length..];
                    break;
                case 5:
                    rest = rest[4..];
                    break;
                default:
                    throw new InvalidDataException("No wire type that is in use.");
            }
        }

        return found;
    }

    public static string Text(ReadOnlyMemory<byte> message, int number) => Fields(message, number) is [var text, ..] ? Encoding.UTF8.GetString(text.Span) : "";

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
