using System.Text.RegularExpressions;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>The image, the unit and the pipeline as text: what must not drift from the code and from each other.</summary>
public sealed partial class SelfHostingTests
{
    private static readonly string Root = BicepText.Root();

    [Fact]
    public void The_image_runs_as_nobody_in_particular_on_a_volume_and_checks_its_health_by_the_program_itself()
    {
        var image = Of("Dockerfile");

        Lines(image, "FROM").Count.ShouldBe(2);
        Lines(image, "USER").ShouldBe(["1654"]);
        Lines(image, "EXPOSE").ShouldBe(["7071"]);
        Lines(image, "VOLUME").ShouldBe(["/var/lib/ops"]);
        Lines(image, "STOPSIGNAL").ShouldBe(["SIGTERM"]);
        image.ShouldContain("OPS_HOME=/var/lib/ops");
        image.ShouldContain("FunctionsRuntime__Port=7071");
        image.ShouldContain("CMD [\"dotnet\", \"/app/ops.dll\", \"health\"]");
        image.IndexOf("USER 1654", StringComparison.Ordinal).ShouldBeLessThan(image.IndexOf("ENTRYPOINT", StringComparison.Ordinal));
        image.ShouldNotContain(":latest");
    }

    [Fact]
    public void The_image_is_built_from_every_folder_that_the_program_refers_to_and_from_files_that_are_there()
    {
        var copied = Lines(Of("Dockerfile"), "COPY").Where(line => !line.StartsWith("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[..^1]).ToHashSet(StringComparer.Ordinal);

        copied.ShouldAllBe(path => Path.Exists(Path.Combine(Root, path)));
        References("ops/ops.csproj").Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).Except(copied, StringComparer.Ordinal).ShouldBeEmpty();
        var ignored = Of(".dockerignore").Split('\n');
        copied.Where(path => !ignored.Contains("!" + path, StringComparer.Ordinal)).ShouldBeEmpty("left out by .dockerignore");
    }

    [Fact]
    public void The_unit_runs_the_same_program_on_the_same_home_and_port_and_may_write_nothing_else()
    {
        var unit = Of("deploy/ops.service");

        foreach (var line in new[]
        {
            "Type=exec", "ExecStart=/opt/ops/ops serve", "Environment=OPS_HOME=/var/lib/ops", "StateDirectory=ops", "Environment=FunctionsRuntime__Port=7071", "DynamicUser=yes", "ProtectSystem=strict",
            "NoNewPrivileges=yes", "KillSignal=SIGTERM", "Restart=on-failure", "CapabilityBoundingSet=",
        })
            unit.Split('\n').ShouldContain(line, StringComparer.Ordinal);
        Of("docs/self-hosting.md").ShouldContain("dotnet publish ops -c Release -p:FunctionsRuntime=local -o /opt/ops");
        Of("docs/self-hosting.md").ShouldContain("-v ops-home:/var/lib/ops -p 127.0.0.1:7071:7071");
    }

    [Fact]
    public void The_pipeline_signs_in_without_a_secret_has_no_right_that_it_needs_not_and_pins_its_actions()
    {
        var deploy = Of(".github/workflows/deploy.yml");

        deploy.ShouldNotContain("secrets.");
        deploy.ShouldContain("permissions: {}");
        Permission().Matches(deploy).Select(match => match.Value.Trim()).ShouldBe(["contents: read", "id-token: write"]);
        deploy.ShouldContain("--federated-credential-provider github");
        deploy.ShouldContain("environment: ${{ inputs.environment }}");
        // What is fetched is the release that its hash names, and no text of a run reaches a shell but as a variable.
        deploy.ShouldMatch(@"AZD_SHA256: [0-9a-f]{64}\n");
        deploy.ShouldContain("sha256sum --check --strict");
        deploy.ShouldNotMatch(@"curl[^\n]*\|");
        foreach (var file in new[] { deploy, Of(".github/workflows/ci.yml") })
            Scripts().Matches(file).Select(match => match.Value).ShouldAllBe(script => !script.Contains("${{", StringComparison.Ordinal));
        foreach (var file in new[] { deploy, Of(".github/workflows/ci.yml") })
            Uses().Matches(file).Select(match => match.Groups["at"].Value).ShouldAllBe(at => at.Length == 40);
        Uses().Matches(deploy).Select(match => match.Value).Except(Uses().Matches(Of(".github/workflows/ci.yml")).Select(match => match.Value), StringComparer.Ordinal).ShouldBeEmpty("a commit that ci.yml does not name");
    }

    private static string Of(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static List<string> Lines(string text, string instruction) =>
        [.. text.Split('\n').Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim())];

    private static HashSet<string> References(string project, HashSet<string>? known = null)
    {
        known ??= new(StringComparer.Ordinal);
        if (!known.Add(project))
            return known;
        foreach (Match match in Reference().Matches(Of(project)))
        {
            var path = Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(project)!, match.Groups["path"].Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)));
            if (File.Exists(path))
                References(Path.GetRelativePath(Root, path).Replace('\\', '/'), known);
        }

        return known;
    }

    [GeneratedRegex("<ProjectReference Include=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^ +(- )?run: .*(\n {10,}.*)*", RegexOptions.Multiline)]
    private static partial Regex Scripts();

    [GeneratedRegex("^ +[a-z-]+: (read|write)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Permission();

    [GeneratedRegex("uses: [A-Za-z0-9/_-]+@(?<at>[0-9A-Za-z.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();
}
