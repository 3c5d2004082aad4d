using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.FunctionsRuntime.Http;

namespace OpsAutomation.FunctionsRuntime.Tests.Http;

public sealed class FunctionKeysTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("keys").FullName;

    [Fact]
    public async Task Of_several_first_starts_at_once_one_makes_the_keys_and_all_follow_them()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => FunctionKeys.KeptIn(home))));

        Directory.GetFiles(home).ShouldBe([FunctionKeys.FileIn(home)]);
        using var kept = JsonDocument.Parse(await File.ReadAllBytesAsync(FunctionKeys.FileIn(home), TestContext.Current.CancellationToken));
        var key = kept.RootElement.GetProperty("function").GetString();
        keys.ShouldAllBe(one => one.Allows(AuthorizationLevel.Function, With(key)));
        keys.ShouldAllBe(one => !one.Allows(AuthorizationLevel.Admin, With(key)));
        keys.ShouldAllBe(one => !one.Allows(AuthorizationLevel.Function, With(key + "0")));
    }

    [Fact]
    public void Only_their_owner_may_read_the_keys()
    {
        FunctionKeys.KeptIn(home);

        // Windows has no such modes: there the folder of the user protects the file.
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(FunctionKeys.FileIn(home)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private static HttpRequest With(string? key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["x-functions-key"] = key;
        return request;
    }
}
