using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class WorkProfilesTests
{
    [Theory]
    [InlineData("Task ID,Task Name,Status,Date created,Date created Text,Due date,Due date Text,Assignees,Tags,Priority,List Name,Time Estimated,Time Spent", "complete")]
    [InlineData("ID de la tâche,Nom de la tâche,Statut,Date de création,Date de création Texte,Date d'échéance,Date d'échéance Texte,Assignés,Étiquettes,Priorité,Nom de la liste,Temps estimé,Temps passé", "terminé")]
    public void ClickUp_tasks_have_epochs_and_durations_in_milliseconds(string header, string done)
    {
        var tasks = MappedTable.Of($"{header}\nab1,Write,{done},1706742000000,\"1/31/2024, 6:00:00 PM\",1706828400000,\"2/1/2024\",\"[Ann,Bob]\",\"[ops,crm]\",high,Ops,5400000,3600000\n");
        tasks.Mapping.Profile.ShouldBe("clickup.tasks");
        tasks[0].FindText(TaskFields.Status).ShouldBe("done");
        tasks[0].FindTime(TaskFields.Created)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));
        tasks[0].GetNumber(TaskFields.EstimatedHours).ShouldBe(1.5m, 0.0001m);
        tasks[0].FindText(TaskFields.Tags).ShouldBe("ops;crm");
        tasks.Column(header.Split(',')[3]).DateOrder.ShouldBe("epoch-ms");
    }

    [Theory]
    [InlineData("Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task")]
    [InlineData("ID de la tâche,Créée le,Terminée le,Dernière modification,Nom,Section/Colonne,Responsable,Assignee Email,Date de début,Date d'échéance,Étiquettes,Notes,Projets,Parent task")]
    public void Asana_tasks(string header)
    {
        var tasks = MappedTable.Of($"{header}\n1,2024-01-02,2024-01-05,2024-01-05,Write,Doing,Ann,a@example.com,,2024-01-06,\"a,b\",\"two\nlines\",Ops,\n2,2024-01-02,,2024-01-05,Read,Doing,Ann,a@example.com,,2024-01-06,,,Ops,\n");
        tasks.Mapping.Profile.ShouldBe("asana.tasks");
        tasks.Facts.Select(task => task.FindText(TaskFields.Status)).ShouldBe(["done", "open"]);
        tasks[0].FindText(TaskFields.List).ShouldBe("Ops");
        tasks[0].FindTime(TaskFields.Completed)!.Value.Date.ShouldBe(new LocalDate(2024, 1, 5));
    }

    [Theory]
    [InlineData("Name,Status,Due Date,Assignee,Created time", "Done", "March 3, 2024")]
    [InlineData("Tâche,Statut,Échéance,Responsable,Créé le", "Terminé", "3 mars 2024")]
    public void Notion_and_sheets_tasks_are_mapped_by_their_headers(string header, string done, string due)
    {
        var tasks = MappedTable.Of($"\ufeff{header}\nWrite,{done},\"{due}\",Ann,\"{due}\"\nRead,En cours,\"{due}\",Ann,\"{due}\"\n");
        tasks.Mapping.Fact.ShouldBe(FactType.Task);
        tasks.Facts.Select(task => task.FindText(TaskFields.Status)).ShouldBe(["done", "open"]);
        tasks[0].FindTime(TaskFields.Due)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 3));
    }

    [Fact]
    public void Trello_cards_of_closed_lists_are_archived()
    {
        const string board = """
            {"name":"Ops","actions":[],"members":[{"id":"m1","fullName":"Ann"}],"labels":[],"checklists":[],"customFields":[],
             "lists":[{"id":"l1","name":"En cours","closed":false},{"id":"l2","name":"Old","closed":true},{"id":"l3","name":"Terminé","closed":false}],
             "cards":[
              {"id":"65a5b1800000000000000001","name":"A","idList":"l1","closed":false,"due":"2024-02-01T22:30:00.000Z","dueComplete":false,"dateLastActivity":"2024-01-20T10:00:00.000Z","idMembers":["m1"],"labels":[{"name":"crm"},{"name":"ops"}]},
              {"id":"65a5b1800000000000000002","name":"B","idList":"l2","closed":false,"due":null,"dueComplete":false,"dateLastActivity":"2024-01-20T10:00:00.000Z"},
              {"id":"65a5b1800000000000000003","name":"C","idList":"l3","closed":false,"due":null,"dueComplete":true,"dateLastActivity":"2024-01-20T10:00:00.000Z"}]}
            """;
        var tasks = MappedTable.Of(board, name: "board.json");
        tasks.Mapping.Profile.ShouldBe("trello.board");
        tasks.Facts.Select(task => task.State).ShouldBe([RecordState.None, RecordState.Archived, RecordState.None]);
        tasks.Facts.Select(task => task.FindText(TaskFields.Status)).ShouldBe(["open", "open", "done"]);
        tasks[0].FindTime(TaskFields.Due)!.Value.MillisecondOfDay.ShouldBe(((23 * 60) + 30) * 60_000);
        tasks[0].FindTime(TaskFields.Created)!.Value.Date.ShouldBe(new LocalDate(2024, 1, 15));
        tasks[0].FindText(TaskFields.List).ShouldBe("En cours");
        tasks[0].FindText(TaskFields.Tags).ShouldBe("crm;ops");
    }

    [Theory]
    [InlineData("Heures estimées")]
    [InlineData("Estimate (h)")]
    [InlineData("Charge")]
    public void Custom_fields_of_a_Trello_board_are_columns_of_their_own(string hours)
    {
        var board = $$$"""
            {"name":"Ops","actions":[],"members":[],"checklists":[],"lists":[{"id":"l1","name":"En cours","closed":false}],
             "customFields":[{"id":"f1","name":"{{{hours}}}","type":"number"},{"id":"f2","name":"Priorité","type":"list","options":[{"id":"o1","value":{"text":"Haute"}}]},{"id":"f3","name":"name","type":"text"}],
             "cards":[
              {"id":"65a5b1800000000000000001","name":"A","idList":"l1","closed":false,"dueComplete":false,"customFieldItems":[{"idCustomField":"f1","value":{"number":"7.5"}},{"idCustomField":"f2","idValue":"o1","value":null},{"idCustomField":"f3","value":{"text":"not the title"}},{"idCustomField":"gone","value":{"number":"9"}}]},
              {"id":"65a5b1800000000000000002","name":"B","idList":"l1","closed":false,"dueComplete":false}]}
            """;

        var tasks = MappedTable.Of(board, name: "board.json");

        tasks.Mapping.Profile.ShouldBe("trello.board");
        tasks[0].FindNumber(TaskFields.EstimatedHours).ShouldBe(7.5m);
        tasks[0].FindText(TaskFields.Priority).ShouldBe("Haute");
        tasks[0].FindText(TaskFields.Name).ShouldBe("A");
        tasks[1].FindNumber(TaskFields.EstimatedHours).ShouldBeNull();
        tasks.Rejections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kpi,date,value,note,by")]
    [InlineData("indicateur,date,valeur,note,par")]
    public void Readings_are_known_by_kpi_and_day(string header)
    {
        var readings = MappedTable.Of($"{header}\nfinance.cash,2024-01-31,\"126300,50\",banque,Anne\nfinance.cash,2024-02-29,\"5,5\",,\n,2024-02-29,\"5,5\",,\n");
        readings.Mapping.Profile.ShouldBe("readings");
        readings.Ids.ShouldBe(["finance.cash/2024-01-31", "finance.cash/2024-02-29"]);
        readings[0].GetNumber(ReadingFields.Value).ShouldBe(126300.50m);
        readings.Rejections.ShouldHaveSingleItem().ReasonCode.ShouldBe("required-missing");
    }

    [Theory]
    [InlineData("#,\"How likely are you to recommend us?\",Why?,Start Date (UTC),Submit Date (UTC),Network ID")]
    [InlineData("#,\"Quelle est la probabilité que vous nous recommandiez ?\",Pourquoi ?,Date de début (UTC),Date d'envoi (UTC),ID réseau")]
    public void Typeform_surveys(string header)
    {
        var answers = MappedTable.Of($"{header}\nab,9,good,2024-01-31 23:00:00,2024-01-31 23:30:00,n1\ncd,11,bad,2024-01-31 23:00:00,2024-01-31 23:30:00,n1\nef,,none,2024-01-31 23:00:00,2024-01-31 23:30:00,n1\n");
        answers.Mapping.Profile.ShouldBe("typeform.nps");
        answers[0].GetNumber(SurveyResponseFields.Score).ShouldBe(9m);
        answers[0].FindTime(SurveyResponseFields.Date)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));
        answers[0].FindText(SurveyResponseFields.Comment).ShouldBe("good");
        answers.Rejections.Select(rejection => rejection.ReasonCode).ShouldBe(["score-out-of-range", "required-missing"]);
    }

    [Fact]
    public void Delighted_surveys()
    {
        var answers = MappedTable.Of("Response ID,Response Created At,Score,Comment,Person Email,Survey Type\n1,2024-01-31 10:00:00 UTC,10,great,a@example.com,nps\n");
        answers.Mapping.Profile.ShouldBe("delighted.nps");
        answers[0].FindText(SurveyResponseFields.Person).ShouldBe("a@example.com");
    }

    [Theory]
    [InlineData("Date,Email,NPS Score,Comment")]
    [InlineData("Horodateur,Adresse e-mail,\"Sur une échelle de 0 à 10, recommanderiez-vous nos services ?\",Commentaire")]
    public void Other_surveys_are_mapped_by_their_score(string header)
    {
        var answers = MappedTable.Of($"{header}\n13/01/2024,a@example.com,9,oui\n14/01/2024,b@example.com,3,non\n");
        answers.Mapping.Fact.ShouldBe(FactType.SurveyResponse);
        answers.Facts.Sum(answer => answer.GetNumber(SurveyResponseFields.Score)).ShouldBe(12m);
    }
}
