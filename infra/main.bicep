// The whole app in a resource group of its own: one environment of azd is one resource group.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('The name of the environment, such as prod or test: resources are named after it.')
param environmentName string

@minLength(1)
@description('The region. It must offer the Flex Consumption plan: az functionapp list-flexconsumption-locations')
param location string

@description('Who deploys and looks after the engagements\' files; empty where a pipeline deploys.')
param principalId string = ''

@description('What that is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('The mailbox that hears of what belongs to no engagement, and sends where an engagement names no sender.')
param operator string = ''

@description('The language in which that person is written to.')
@allowed(['fr', 'en'])
param operatorLanguage string = 'en'

@description('Where people and senders of webhooks reach the app, without /api; empty takes the app\'s own address.')
param publicUrl string = ''

@description('The local time from which the OBM\'s morning mail leaves.')
param morningAt string = '07:00'

@description('The IANA zone of that time; empty for the one of her first engagement.')
param morningZone string = ''

@description('Who has it is told by the health check how each port is: at least 16 characters; empty for nobody.')
@secure()
param healthKey string = ''

@description('Who has it sees every client and may upload: at least 32 characters; empty where people sign in with Microsoft Entra.')
@secure()
param accessKey string = ''

@description('Whether App Service authentication is on for the app, so that people sign in with Microsoft Entra.')
param entraSignIn bool = false

@description('The object id of a person who is then let in.')
param entraUser string = ''

@description('The object id of a group whose members are then let in.')
param entraGroup string = ''

@description('The tenant whose mailboxes send; empty leaves Microsoft Graph off, and no mail leaves.')
param graphTenantId string = ''

@description('The app registration that mailboxes of several tenants consented to; empty where the app\'s own identity is enough.')
param graphClientId string = ''

@description('The messages that one mailbox sends in a minute.')
@minValue(1)
@maxValue(30)
param graphMailPerMinute int = 30

@description('A collector of OpenTelemetry, by HTTP, that gets traces and metrics, such as https://collector.example.com:4318; empty for none.')
param otlpEndpoint string = ''

@description('What the collector asks for, such as api-key=...; empty for nothing.')
@secure()
param otlpHeaders string = ''

@description('Who gets the alerts; empty for nobody: alerts then show in the portal only.')
param alertMail string = ''

@description('Whether storage and vault are reached through a network of the app\'s own only.')
param isolateNetwork bool = false

@description('The monthly amount, in the currency of the subscription, at which a budget warns; 0 for no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('The first day of a month, from which the budget counts, such as 2026-12-01; empty takes the current month, which the output of this name then keeps: a budget\'s start cannot be changed.')
param budgetStart string = ''

@description('How far the app scales out: the plan takes no number below 40.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Not to be set: the current month.')
param currentMonth string = utcNow('yyyy-MM-01')

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var budgetFrom = empty(budgetStart) ? currentMonth : budgetStart

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: '${abbreviations.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: tags
    workspaceName: '${abbreviations.workspace}${token}'
    insightsName: '${abbreviations.insights}${token}'
    actionGroupName: '${abbreviations.actionGroup}${token}'
    alertMail: alertMail
    budgetName: '${abbreviations.budget}${token}'
    monthlyBudget: monthlyBudget
    budgetStart: budgetFrom
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
  }
}

module network 'app/network.bicep' = if (isolateNetwork) {
  name: 'network'
  scope: group
  params: {
    location: location
    tags: tags
    networkName: '${abbreviations.virtualNetwork}${token}'
    endpointPrefix: '${abbreviations.privateEndpoint}${token}'
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
    vaultName: vault.outputs.name
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: tags
    hostName: '${abbreviations.storageHost}${token}'
    dataName: '${abbreviations.storageData}${token}'
    isolateNetwork: isolateNetwork
  }
}

module vault 'app/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    location: location
    tags: tags
    name: '${abbreviations.keyVault}${token}'
    isolateNetwork: isolateNetwork
  }
}

module rbac 'app/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    location: location
    tags: tags
    identityName: '${abbreviations.identity}${token}'
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
    containers: storage.outputs.containers
    queues: storage.outputs.queues
    tables: storage.outputs.tables
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    principalId: principalId
    principalType: principalType
  }
}

module functions 'app/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    location: location
    tags: tags
    name: '${abbreviations.functionApp}${token}'
    planName: '${abbreviations.plan}${token}'
    identityId: rbac.outputs.identityId
    identityClientId: rbac.outputs.identityClientId
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
    deploymentContainer: storage.outputs.deploymentContainer
    vaultUri: vault.outputs.uri
    insightsConnection: monitoring.outputs.insightsConnection
    subnetId: isolateNetwork ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    publicUrl: publicUrl
    operator: operator
    operatorLanguage: operatorLanguage
    morningAt: morningAt
    morningZone: morningZone
    healthKey: healthKey
    accessKey: accessKey
    entraSignIn: entraSignIn
    entraUser: entraUser
    entraGroup: entraGroup
    graphTenantId: graphTenantId
    graphClientId: graphClientId
    graphMailPerMinute: graphMailPerMinute
    otlpEndpoint: otlpEndpoint
    otlpHeaders: otlpHeaders
  }
}

module events 'app/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    location: location
    tags: tags
    topicName: '${abbreviations.eventTopic}${token}'
    dataStorageName: storage.outputs.dataName
    inboxContainer: storage.outputs.inboxContainer
    exportsQueue: storage.outputs.exportsQueue
  }
}

@description('The resource group that holds everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The app that azd deploys to.')
output AZURE_FUNCTION_APP_NAME string = functions.outputs.name

@description('Where the app answers, without /api.')
output OPS_PUBLIC_URL string = functions.outputs.publicUrl

@description('The client id of the app\'s identity: the enterprise application that Exchange and SharePoint grant to.')
output OPS_IDENTITY_CLIENT_ID string = rbac.outputs.identityClientId

@description('The object id of the app\'s identity.')
output OPS_IDENTITY_OBJECT_ID string = rbac.outputs.identityObjectId

@description('The storage account of engagements, exports, facts and documents.')
output OPS_DATA_STORAGE string = storage.outputs.dataName

@description('The storage account of the host: locks, timers, the deployed package.')
output OPS_HOST_STORAGE string = storage.outputs.hostName

@description('From when the budget counts, as azd keeps it for the next time; empty where there is no budget.')
output OPS_BUDGET_START string = monthlyBudget > 0 ? budgetFrom : ''

@description('The vault of the secrets of webhooks and links.')
output OPS_KEY_VAULT_URI string = vault.outputs.uri
