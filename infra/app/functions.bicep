// The app: Flex Consumption, .NET 10 isolated. It reaches storage, vault and telemetry by its identity; there is no key and no connection string.
param location string
param tags object
param name string
param planName string
param identityId string
param identityClientId string
param hostStorageName string
param dataStorageName string
param deploymentContainer string
param vaultUri string
param insightsConnection string
param subnetId string
param maximumInstances int
param publicUrl string
param operator string
param operatorLanguage string
param morningAt string
param morningZone string
@secure()
param healthKey string
@secure()
param accessKey string
param entraSignIn bool
param entraUser string
param entraGroup string
param graphTenantId string
param graphClientId string
param graphMailPerMinute int
param otlpEndpoint string
@secure()
param otlpHeaders string

var address = empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostStorageName
}

resource data 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: dataStorageName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

// The host's own settings. Its queues are those of the data account, so that triggers and what the app enqueues meet there.
var hostSettings = [
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
  { name: 'AzureWebJobsStorage__blobServiceUri', value: host.properties.primaryEndpoints.blob }
  { name: 'AzureWebJobsStorage__queueServiceUri', value: data.properties.primaryEndpoints.queue }
  { name: 'AzureWebJobsStorage__tableServiceUri', value: host.properties.primaryEndpoints.table }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
  { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identityClientId};Authorization=AAD' }
]

var appSettings = [
  { name: 'Ops__Storage__BlobUri', value: data.properties.primaryEndpoints.blob }
  { name: 'Ops__Storage__TableUri', value: data.properties.primaryEndpoints.table }
  { name: 'Ops__KeyVaultUri', value: vaultUri }
  { name: 'Ops__PublicUrl', value: address }
  { name: 'Ops__Operator', value: operator }
  { name: 'Ops__OperatorLanguage', value: operatorLanguage }
  { name: 'Ops__MorningAt', value: morningAt }
  { name: 'Ops__MorningZone', value: morningZone }
  { name: 'Ops__HealthKey', value: healthKey }
  { name: 'Ops__AccessKeys__0', value: accessKey }
  { name: 'Ops__EntraSignIn', value: string(entraSignIn) }
  { name: 'Ops__EntraTenant', value: tenant().tenantId }
  { name: 'Ops__EntraUsers__0', value: entraUser }
  { name: 'Ops__EntraGroups__0', value: entraGroup }
]

// Any setting of this section turns Microsoft Graph on.
var graphSettings = empty(graphTenantId)
  ? []
  : [
      { name: 'Ops__Graph__TenantId', value: graphTenantId }
      { name: 'Ops__Graph__ClientId', value: graphClientId }
      { name: 'Ops__Graph__MailPerMinute', value: string(graphMailPerMinute) }
      { name: 'Ops__Graph__RequestsAtOnce', value: '4' }
      { name: 'Ops__Graph__TimeoutSeconds', value: '45' }
      { name: 'Ops__Graph__LeaseSeconds', value: '60' }
      { name: 'Ops__Graph__SettleSeconds', value: '60' }
    ]

// The endpoint turns the export of traces and metrics on. Alerts and the workbook do without.
var otlpSettings = empty(otlpEndpoint)
  ? []
  : [
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
      { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' }
      { name: 'OTEL_EXPORTER_OTLP_HEADERS', value: otlpHeaders }
      { name: 'OTEL_SERVICE_NAME', value: name }
    ]

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      cors: {
        allowedOrigins: []
      }
      appSettings: concat(hostSettings, appSettings, graphSettings, otlpSettings)
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        // The HTTP functions scale as one group, timers as another; each queue function scales by the length of its own queue. An import streams its
        // file and the largest takes some 150 MB, so that four at once (host.json) fit into 2 GB with room for the rest.
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        triggers: {
          http: {
            perInstanceConcurrency: 32
          }
        }
      }
    }
  }

  // Deployment goes through the package and the identity; nobody signs in with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

output name string = app.name
output publicUrl string = address
