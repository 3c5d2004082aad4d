namespace OpsAutomation.Documents;

/// <summary>A kind of document that the product writes.</summary>
/// <param name="Id">The id by which plans, templates and commands name it, such as <c>sop-client-onboarding</c>.</param>
/// <param name="Family">What it is for.</param>
/// <param name="Title">Its title.</param>
public sealed record DocumentKind(string Id, DocumentFamily Family, LocalizedText Title);
