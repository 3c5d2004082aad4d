using System.Text;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>A workbook with a password is a compound file like an old one, with a stream of this name in it.</summary>
internal static class EncryptedPackage
{
    private static readonly byte[] Name = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsIn(Stream compound)
    {
        using (compound)
        {
            var block = new byte[64 * 1024];
            var kept = 0;
            while (true)
            {
                var read = compound.Read(block, kept, block.Length - kept);
                if (read == 0)
                    return false;
                var length = kept + read;
                if (block.AsSpan(0, length).IndexOf(Name) >= 0)
                    return true;
                kept = Math.Min(length, Name.Length - 1);
                block.AsSpan(length - kept, kept).CopyTo(block);
            }
        }
    }
}
