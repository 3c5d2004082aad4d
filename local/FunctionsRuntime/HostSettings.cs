using System.Text.Json;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>What host.json says, with the host's defaults for what it leaves out.</summary>
public sealed record HostSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The first segment of every HTTP function's path; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>How long one run of a timer or queue function may take; null for no limit.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many messages are received at once; 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is received when no more than this many are in flight; null for half a batch.</summary>
    public int? NewBatchThreshold { get; init; }

    /// <summary>The delay before a failed message is tried again.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether messages are base64 of UTF-8 text, as the host expects by default, or plain text.</summary>
    public bool Base64Messages { get; init; } = true;

    internal int Threshold => NewBatchThreshold ?? BatchSize / 2;

    /// <summary>Reads host.json's text.</summary>
    /// <exception cref="InvalidOperationException">It is not JSON, or a value is not one that the host takes.</exception>
    public static HostSettings Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"host.json is not JSON (line {exception.LineNumber + 1}).", exception);
        }
    }

    private static HostSettings Read(JsonElement root)
    {
        var defaults = new HostSettings();
        var extensions = Section(root, "extensions");
        var queues = Section(extensions, "queues");
        var encoding = Text(queues, "messageEncoding") ?? "base64";
        return new HostSettings
        {
            RoutePrefix = (Text(Section(extensions, "http"), "routePrefix") ?? defaults.RoutePrefix).Trim('/'),
            FunctionTimeout = Text(root, "functionTimeout") switch
            {
                null => defaults.FunctionTimeout,
                "-1" => null,
                _ => Time(root, "functionTimeout", TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromDays(10)),
            },
            BatchSize = Number(queues, "batchSize", defaults.BatchSize, 1, 32),
            NewBatchThreshold = queues.ValueKind == JsonValueKind.Object && queues.TryGetProperty("newBatchThreshold", out _)
                ? Number(queues, "newBatchThreshold", 0, 0, 1000) : null,
            VisibilityTimeout = Time(queues, "visibilityTimeout", defaults.VisibilityTimeout, TimeSpan.Zero, TimeSpan.FromDays(7)),
            MaxDequeueCount = Number(queues, "maxDequeueCount", defaults.MaxDequeueCount, 1, int.MaxValue),
            MaxPollingInterval = Time(queues, "maxPollingInterval", defaults.MaxPollingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            Base64Messages = encoding.ToUpperInvariant() switch
            {
                "BASE64" => true,
                "NONE" => false,
                _ => throw Wrong("messageEncoding", encoding, "base64 or none"),
            },
        };
    }

    private static JsonElement Section(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) ? found : default;

    private static string? Text(JsonElement parent, string name)
    {
        var value = Section(parent, name);
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw Wrong(name, value.GetRawText(), "a text"),
        };
    }

    private static int Number(JsonElement parent, string name, int otherwise, int least, int most)
    {
        var value = Section(parent, name);
        if (value.ValueKind == JsonValueKind.Undefined)
            return otherwise;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number < least || number > most)
            throw Wrong(name, value.GetRawText(), most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}");
        return number;
    }

    private static TimeSpan Time(JsonElement parent, string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(parent, name) is not { } text)
            return otherwise;
        if (!TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) || time < least || time > most)
            throw Wrong(name, text, $"a time hh:mm:ss of at least {least}");
        return time;
    }

    private static InvalidOperationException Wrong(string name, string value, string expected)
        => new($"host.json: {name} is {value}; {expected} was expected.");
}
