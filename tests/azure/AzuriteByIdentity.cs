using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OpsAutomation.Azure.Tests;

/// <summary>The emulator over TLS, where a token is asked for as in the cloud.</summary>
public sealed class AzuriteByIdentity : Azurite
{
    protected override IEnumerable<string> Options(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(RealTime.Clock.GetUtcNow().AddDays(-1), RealTime.Clock.GetUtcNow().AddDays(1));
        var certificatePath = Path.Combine(folder, "emulator.crt");
        var keyPath = Path.Combine(folder, "emulator.key");
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return ["--oauth", "basic", "--cert", certificatePath, "--key", keyPath];
    }
}
