// Logs, alerts and the budget. Nobody writes telemetry with a key: the app's identity may, by a role.
param location string
param tags object
param workspaceName string
param insightsName string
param actionGroupName string
param alertMail string
param budgetName string
param monthlyBudget int
param budgetStart string
param hostStorageName string
param dataStorageName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource actions 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ops'
    emailReceivers: empty(alertMail)
      ? []
      : [
          {
            name: 'operator'
            emailAddress: alertMail
            useCommonAlertSchema: true
          }
        ]
  }
}

// Each alert has a runbook of its name in docs/operations.md.
var logAlerts = [
  {
    name: 'poison-queue-not-empty'
    description: 'A message failed for good: see ops replay.'
    query: 'union (requests | where name startswith "ReportPoison" | project timestamp), (traces | where message startswith "Dead letter in " | project timestamp) | summarize Count = count()'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    // A refusal is final at once and weighs as much as three attempts that failed.
    name: 'digest-failed'
    description: 'A digest could not be sent.'
    query: 'union (traces | where message startswith "Dead letter in digests" | project Weight = 3), (requests | where name == "SendDigest" and success == false | project Weight = 1) | summarize Count = sum(Weight)'
    operator: 'GreaterThan'
    threshold: 2
    window: 'PT1H'
    every: 'PT15M'
    severity: 1
  }
  {
    name: 'digest-overdue'
    description: 'A digest should have left and has not.'
    query: 'traces | where message startswith "Digest overdue in " | summarize Count = count()'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    every: 'PT30M'
    severity: 1
  }
  {
    // The log line may fall to sampling, the invocation never does.
    name: 'no-heartbeat'
    description: 'The app has not looked for two hours at what should have left: it is silent.'
    query: 'union (traces | where message startswith "Heartbeat of " | project timestamp), (requests | where name == "CheckHeartbeats" and success == true | project timestamp) | summarize Count = count()'
    operator: 'LessThan'
    threshold: 1
    window: 'PT2H'
    every: 'PT30M'
    severity: 1
  }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in logAlerts: {
  name: '${insightsName}-${alert.name}'
  location: location
  tags: tags
  properties: {
    displayName: alert.name
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: alert.every
    windowSize: alert.window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Total'
          metricMeasureColumn: 'Count'
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [actions.id]
    }
  }
}]

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = [for account in [hostStorageName, dataStorageName]: {
  name: '${account}-storage-throttled'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account refuses requests because there are too many.'
    severity: 2
    enabled: true
    scopes: [resourceId('Microsoft.Storage/storageAccounts', account)]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'refused'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 10
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ClientThrottlingError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError', 'ServerBusyError']
            }
          ]
          skipMetricValidation: true
        }
      ]
    }
    actions: [
      {
        actionGroupId: actions.id
      }
    ]
  }
}]

// What an operator looks at first: the queries are in a file of their own, and a test compares what they name with the code.
resource workbook 'Microsoft.Insights/workbooks@2022-04-01' = {
  name: guid(resourceGroup().id, 'ops-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'OpsAutomation'
    category: 'workbook'
    sourceId: insights.id
    serializedData: loadTextContent('workbook.json')
    version: '1.0'
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-05-01' = if (monthlyBudget > 0 && !empty(alertMail)) {
  name: budgetName
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetStart
    }
    notifications: {
      most: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [alertMail]
      }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [alertMail]
      }
    }
  }
}

output insightsName string = insights.name
output insightsConnection string = insights.properties.ConnectionString
