using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using OpsAutomation.Functions.Composition;

namespace OpsAutomation.Functions.Tests;

/// <summary>Names, queues, schedules and routes are a contract with what is deployed around the app.</summary>
public sealed class FunctionTableTests
{
    private static readonly string[] Expected =
    [
        "ActOnItem ActOnItem Anonymous get,post act/{token}",
        "CheckHealth Health Anonymous get,head health",
        "CheckHeartbeats CheckHeartbeats 0 30 * * * *",
        "ComputeKpis ComputeKpis kpis",
        "DeliverEvent DeliverEvent events",
        "GenerateDocument GenerateDocument documents",
        "GetDocument GetDocument Anonymous get engagements/{engagement}/documents/{*path}",
        "GetKpiFeed GetKpiFeed Anonymous get engagements/{engagement}/kpis.{format}",
        "HandleWebhook HandleWebhook webhooks",
        "IngestExport IngestExport exports",
        "ListDocuments ListDocuments Anonymous get engagements/{engagement}/documents",
        "PublishDueDocuments PublishDueDocuments 0 0 * * * *",
        "PullExports PullExports 0 */15 * * * *",
        "ReceiveWebhook ReceiveWebhook Anonymous post,head engagements/{engagement}/webhooks/{source}",
        "RefreshKpis RefreshKpis 0 0 * * * *",
        "ReportPoisonDigests ReportPoisonDigests digests-poison",
        "ReportPoisonDocuments ReportPoisonDocuments documents-poison",
        "ReportPoisonEvents ReportPoisonEvents events-poison",
        "ReportPoisonExports ReportPoisonExports exports-poison",
        "ReportPoisonKpis ReportPoisonKpis kpis-poison",
        "ReportPoisonWebhooks ReportPoisonWebhooks webhooks-poison",
        "SendDigest SendDigest digests",
        "SendDueDigests SendDueDigests 0 */15 * * * *",
        "ShowBoard ShowBoard Anonymous get engagements/{engagement}/board",
        "ShowPortfolio ShowPortfolio Anonymous get portfolio",
        "Unsubscribe Unsubscribe Anonymous get,post unsubscribe/{token}",
        "UploadExport UploadExport Anonymous post engagements/{engagement}/exports",
    ];

    private static readonly (MethodInfo Method, ParameterInfo Parameter, TriggerBindingAttribute Trigger)[] Functions =
    [
        .. typeof(AppServices).Assembly.GetExportedTypes()
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, parameter, trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()!))
            .Where(one => one.trigger is not null),
    ];

    [Fact]
    public void Every_function_of_the_table_has_its_class_name_and_trigger() => Functions
        .Select(one => $"{one.Method.DeclaringType!.Name} {one.Method.GetCustomAttribute<FunctionAttribute>()!.Name} {Describe(one.Trigger)}")
        .ShouldBe(Expected);

    [Fact]
    public void Queue_messages_are_texts_and_http_answers_are_results()
    {
        foreach (var (method, parameter, trigger) in Functions)
        {
            var expected = trigger switch
            {
                QueueTriggerAttribute => (typeof(string), typeof(Task)),
                TimerTriggerAttribute => (typeof(TimerInfo), typeof(Task)),
                _ => (typeof(Microsoft.AspNetCore.Http.HttpRequest), typeof(Task<Microsoft.AspNetCore.Http.IResult>)),
            };
            (parameter.ParameterType, method.ReturnType).ShouldBe(expected, method.DeclaringType!.Name);
        }
    }

    private static string Describe(TriggerBindingAttribute trigger) => trigger switch
    {
        QueueTriggerAttribute queue => queue.QueueName,
        TimerTriggerAttribute timer => timer.Schedule,
        HttpTriggerAttribute http => $"{http.AuthLevel} {string.Join(',', http.Methods!)} {http.Route}",
        _ => trigger.GetType().Name,
    };
}
