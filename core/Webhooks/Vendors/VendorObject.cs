using System.Text;
using System.Text.Json;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>
/// A whole object of a vendor's API within an event, read as the row of an export is: by the same profile, with the same statuses, currencies and
/// amounts.
/// </summary>
internal static class VendorObject
{
    /// <summary>Takes over what an object says into a change; false where it cannot be read as a row of the profile.</summary>
    public static bool TryTake(RecordChange change, string profile, JsonElement item, VendorContext context)
    {
        try
        {
            // As it was written: what is no Unicode in it is the export reader's to mend.
            var bytes = Encoding.UTF8.GetBytes($"[{item.GetRawText()}]");
            using var file = ExportFile.Open(new ExportContent("event.json", bytes.Length, () => new MemoryStream(bytes, writable: false)), ReadingLimits.Default);
            var table = file.Tables[0];
            var mapping = new TableMapper(ProfileCatalogue.Default, MappingContext.Of(context.Engagement)).Map(table, profile).Scan(table);
            using var rows = table.OpenRows();
            var record = new FactRecord(FactSchema.Of(change.Type));
            if (!rows.Read() || !mapping.CreateConverter().Convert(rows, record).Accepted)
                return false;
            change.SetAll(record, record.Schema.Fields.Where(field => field.Name != "id" && (record.Has(field) || mapping.Maps(field.Name)))).Complete();
            return true;
        }
        catch (OpsException)
        {
            // Nothing that a row could be made of.
            return false;
        }
    }
}
