namespace OpsAutomation.Webhooks.Signatures;

/// <summary>How a header carries codes.</summary>
internal enum SignatureForm
{
    /// <summary>One code in hexadecimal digits of either case, after the rule's prefix.</summary>
    Hex,

    /// <summary>One code in base64, after the rule's prefix.</summary>
    Base64,

    /// <summary>Fields with commas between: <c>t</c> the moment, each <c>v1</c> a code in hexadecimal digits. Other fields are passed over.</summary>
    Fields,

    /// <summary>Codes in base64 after <c>v1,</c>, with blanks between. Other versions are passed over.</summary>
    List,
}
