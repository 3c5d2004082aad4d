namespace OpsAutomation.Samples;

/// <summary>The words of one fictional company and its customers.</summary>
internal sealed record StoryWords(
    string[] Companies,
    string[] Jobs,
    string[] Sellers,
    string[] Makers,
    string[] LossReasons,
    string[] Steps,
    string[] Subjects,
    string[] Topics);
