using System.Text;
using OpsAutomation.Samples;

// Writes the exports of the two fictional companies: dotnet run --project samples/generator -- samples
if (args.Length != 1)
{
    Console.Error.WriteLine("usage: samples DIRECTORY");
    return 2;
}

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
foreach (var file in FrenchCompany.Files().Concat(EnglishCompany.Files()))
{
    var path = Path.Combine(args[0], file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllBytes(path, file.Content);
    Console.WriteLine($"{file.Path} {file.Content.Length}");
}

return 0;
