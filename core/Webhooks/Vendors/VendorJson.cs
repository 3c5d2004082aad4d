using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Writes parts of a vendor's body anew.</summary>
[JsonSerializable(typeof(List<JsonElement>))]
internal sealed partial class VendorJson : JsonSerializerContext;
