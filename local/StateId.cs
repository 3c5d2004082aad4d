using System.Buffers.Binary;

namespace OpsAutomation.Local;

/// <summary>
/// Ids as bytes whose order is the ordinal order of the texts. Written unit by unit: an encoding of the framework would replace unpaired surrogates.
/// </summary>
internal static class StateId
{
    /// <summary>The bytes of an id.</summary>
    public static byte[] Encode(string id)
    {
        var bytes = new byte[id.Length * sizeof(char)];
        for (var i = 0; i < id.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * sizeof(char)), id[i]);
        return bytes;
    }

    /// <summary>The id of the bytes.</summary>
    public static string Decode(byte[] bytes) => string.Create(bytes.Length / sizeof(char), bytes, static (id, source) =>
    {
        for (var i = 0; i < id.Length; i++)
            id[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(source.AsSpan(i * sizeof(char)));
    });
}
