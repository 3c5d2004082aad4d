using System.Collections.Concurrent;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Attachments on their way in.</summary>
internal sealed class UploadSessions
{
    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    public void Add(string id, Upload upload) => uploads[id] = upload;

    public Upload? Find(string id) => uploads.GetValueOrDefault(id);

    public void Remove(string id) => uploads.TryRemove(id, out _);

    /// <summary>One attachment on its way in.</summary>
    public sealed record Upload(string User, string Message, string Name, string ContentType, long Size)
    {
        public MemoryStream Received { get; } = new();
    }
}
