using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OpsAutomation.FunctionsRuntime.Http;

/// <summary>The keys that open HTTP functions, compared in constant time. The admin key opens all.</summary>
internal sealed class FunctionKeys(IEnumerable<string> function, IEnumerable<string> admin)
{
    private const string FileName = "function-keys.json";
    private const int Attempts = 1000;

    private readonly byte[][] functionHashes = [.. function.Select(Hash)];
    private readonly byte[][] adminHashes = [.. admin.Select(Hash)];

    /// <summary>Whether a request may call a function at this level: by the header x-functions-key, or else by the query's code.</summary>
    public bool Allows(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        if (string.IsNullOrEmpty(given))
            return false;
        var hash = Hash(given);
        var known = level == AuthorizationLevel.Function ? functionHashes.Concat(adminHashes) : adminHashes;
        var allowed = false;
        // Every key is compared, so that time tells nothing about which one was near.
        foreach (var key in known)
            allowed |= CryptographicOperations.FixedTimeEquals(hash, key);
        return allowed;
    }

    /// <summary>Where the keys are kept that rule when none is set.</summary>
    public static string FileIn(string home) => Path.Combine(home, FileName);

    /// <summary>The keys kept in the home, made at first use; only their owner may read them.</summary>
    public static FunctionKeys KeptIn(string home)
    {
        var path = FileIn(home);
        if (!File.Exists(path))
            Make(path);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new FunctionKeys([document.RootElement.GetProperty("function").GetString()!], [document.RootElement.GetProperty("admin").GetString()!]);
    }

    // Written beside its place first: a start that is killed leaves no half of a file, and of two at once the first one's keys rule.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            JsonSerializer.Serialize(stream, new Dictionary<string, string>(StringComparer.Ordinal) { ["function"] = NewKey(), ["admin"] = NewKey() });
            stream.Flush(flushToDisk: true);
        }

        using var turn = TakeTurn(path + ".turn");
        if (File.Exists(path))
            File.Delete(unfinished);
        else
            File.Move(unfinished, path);
    }

    // A move that does not overwrite looks first and moves then: two at once would both find nothing. Who waits here finds the keys when its turn comes.
    private static FileStream TakeTurn(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
