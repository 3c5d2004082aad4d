using System.Globalization;
using System.Text;

namespace OpsAutomation.Benchmarks;

/// <summary>A HubSpot deals export of any size, the same for the same seed: about 150 bytes a row, some of it quoted, with open, won and lost deals of three years.</summary>
internal sealed class DealsExport(int seed)
{
    private static readonly DateTime FirstDay = new(2023, 1, 2, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly string[] Customers =
        ["Atelier Lumen", "Brasserie du Port", "Northwind Traders", "Société Générale d’Éclairage", "Kappa & Fils", "Blue Harbour", "Delta Logistique", "Maison Fournier"];

    private static readonly string[] Products = ["Annual licence", "Onboarding", "Renewal", "Audit", "Support pack", "Extension", "Pilot"];
    private static readonly string[] Owners = ["Camille Moreau", "Jo Baker", "Inès Laurent", "Sam O’Neil", "Paul Girard"];
    private static readonly string[] OpenStages = ["Appointment Scheduled", "Qualified To Buy", "Presentation Scheduled", "Decision Maker Bought-In", "Contract Sent"];

    private readonly Random random = new(seed);

    public void Write(Stream stream, int rows)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Last Activity Date,Associated Company IDs (Primary)");
        for (var row = 0; row < rows; row++)
            WriteRow(writer, row);
    }

    private void WriteRow(StreamWriter writer, int row)
    {
        var outcome = random.Next(100);
        var created = FirstDay.AddMinutes(random.Next(3 * 365 * 24 * 60));
        var closed = created.AddMinutes(random.Next(60, 180 * 24 * 60));
        var activity = created.AddMinutes(random.Next(60, 200 * 24 * 60));
        var customer = Customers[random.Next(Customers.Length)];
        var product = Products[random.Next(Products.Length)];

        // One name in eight holds a comma and one in fifty a doubled quote, as exports have them.
        var name = random.Next(50) switch
        {
            0 => $"\"{customer} - \"\"{product}\"\" {row}\"",
            < 7 => $"\"{customer}, {product} {row}\"",
            _ => $"{customer} - {product} {row}",
        };
        var stage = outcome < 40 ? "Closed Won" : outcome < 70 ? "Closed Lost" : OpenStages[random.Next(OpenStages.Length)];
        var amount = random.Next(20) == 0 ? "" : (random.Next(10_000, 9_000_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        writer.Write((9_000_000_000L + (row * 7L)).ToString(CultureInfo.InvariantCulture));
        writer.Write(',');
        writer.Write(name);
        writer.Write(',');
        writer.Write(stage);
        writer.Write(",Sales Pipeline,");
        writer.Write(amount);
        writer.Write(',');
        writer.Write(closed.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        writer.Write(',');
        writer.Write(created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        writer.Write(',');
        writer.Write(Owners[random.Next(Owners.Length)]);
        writer.Write(',');
        writer.Write(activity.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        writer.Write(',');
        writer.WriteLine((5_000_000_000L + random.Next(1_000_000)).ToString(CultureInfo.InvariantCulture));
    }
}
