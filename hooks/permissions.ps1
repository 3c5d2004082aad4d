#!/usr/bin/env pwsh
<#
.SYNOPSIS
  Gives the app's identity the mailbox and the site that it may use in Microsoft 365, and nothing beside them. May run any number of times.

.DESCRIPTION
  Mail: Exchange's RBAC for Applications, confined to one mailbox by a management scope. Needs the module ExchangeOnlineManagement and an Exchange
  administrator, who is asked to sign in.
  Files: the application permission Sites.Selected, and one site by it. Needs the Azure CLI, signed in as somebody who may grant application
  permissions (Privileged Role Administrator) and owns the site.

  azd sets OPS_IDENTITY_CLIENT_ID and OPS_IDENTITY_OBJECT_ID. You set, with azd env set:
    OPS_MAILBOX    the mailbox that sends, and that exports are pulled from, such as operations@example.com
    OPS_SITE_URL   the site that exports are pulled from, such as https://contoso.sharepoint.com/sites/exports
    OPS_SITE_ROLE  read; or write, where documents are published to the site too
#>
[CmdletBinding()]
param(
    [string] $ClientId = $env:OPS_IDENTITY_CLIENT_ID,
    [string] $ObjectId = $env:OPS_IDENTITY_OBJECT_ID,
    [string] $Mailbox = $env:OPS_MAILBOX,
    [string] $SiteUrl = $env:OPS_SITE_URL,
    [ValidateSet('read', 'write')]
    [string] $SiteRole = $(if ($env:OPS_SITE_ROLE) { $env:OPS_SITE_ROLE } else { 'read' }),
    # What is inside the scope is marked by this value of the mailbox's attribute CustomAttribute1.
    [string] $Mark = 'OpsAutomation'
)

$ErrorActionPreference = 'Stop'
$did = [System.Collections.Generic.List[string]]::new()
$left = [System.Collections.Generic.List[string]]::new()

function Grant-Mail {
    if (-not (Get-Module -ListAvailable ExchangeOnlineManagement)) {
        $left.Add("mail: install the module (Install-Module ExchangeOnlineManagement) and run hooks/permissions.ps1 again")
        return
    }

    Import-Module ExchangeOnlineManagement
    if (-not (Get-ConnectionInformation)) { Connect-ExchangeOnline -ShowBanner:$false }

    if (-not (Get-ServicePrincipal -Identity $ObjectId -ErrorAction SilentlyContinue)) {
        New-ServicePrincipal -AppId $ClientId -ObjectId $ObjectId -DisplayName $Mark | Out-Null
        $did.Add("mail: the app's identity is known to Exchange")
    }

    $current = Get-Mailbox -Identity $Mailbox
    if ($current.CustomAttribute1 -and $current.CustomAttribute1 -ne $Mark) {
        $left.Add("mail: $Mailbox has another value in CustomAttribute1 ($($current.CustomAttribute1)); give -Mark that value, or free the attribute")
        return
    }

    if (-not $current.CustomAttribute1) {
        Set-Mailbox -Identity $Mailbox -CustomAttribute1 $Mark
        $did.Add("mail: $Mailbox is inside the scope")
    }

    if (-not (Get-ManagementScope -Identity $Mark -ErrorAction SilentlyContinue)) {
        New-ManagementScope -Name $Mark -RecipientRestrictionFilter "CustomAttribute1 -eq '$Mark'" | Out-Null
        $did.Add("mail: the scope $Mark exists")
    }

    foreach ($role in 'Application Mail.ReadWrite', 'Application Mail.Send') {
        $held = @(Get-ManagementRoleAssignment -RoleAssignee $ObjectId -Role $role -ErrorAction SilentlyContinue)
        $wide = @($held | Where-Object { $_.CustomResourceScope -ne $Mark })
        if ($wide.Count -gt 0) { $left.Add("mail: $role is assigned beside the scope $Mark too and opens more mailboxes: Remove-ManagementRoleAssignment unless that is meant") }
        if (-not ($held | Where-Object { $_.CustomResourceScope -eq $Mark })) {
            New-ManagementRoleAssignment -App $ObjectId -Role $role -CustomResourceScope $Mark | Out-Null
            $did.Add("mail: $role within the scope")
        }
    }

    $others = @(Get-Mailbox -Filter "CustomAttribute1 -eq '$Mark'" | Where-Object { $_.PrimarySmtpAddress -ne $current.PrimarySmtpAddress })
    if ($others.Count -gt 0) { $left.Add("mail: $($others.Count) other mailbox(es) carry the mark $Mark and are inside the scope too: free them unless that is meant") }
    $left.Add('mail: it takes effect within two hours; then Test-ServicePrincipalAuthorization says InScope True for this mailbox and False for any other')
}

function Grant-Site {
    if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
        $left.Add('files: install the Azure CLI, sign in (az login) and run hooks/permissions.ps1 again')
        return
    }

    $graph = Read-Json ad sp show --id 00000003-0000-0000-c000-000000000000
    $role = ($graph.appRoles | Where-Object { $_.value -eq 'Sites.Selected' }).id
    $assignments = (Read-Json rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$ObjectId/appRoleAssignments").value
    if (-not ($assignments | Where-Object { $_.appRoleId -eq $role })) {
        $body = @{ principalId = $ObjectId; resourceId = $graph.id; appRoleId = $role } | ConvertTo-Json -Compress
        Send-Graph "https://graph.microsoft.com/v1.0/servicePrincipals/$ObjectId/appRoleAssignments" $body
        $did.Add('files: Sites.Selected, which opens no site by itself')
    }

    $uri = [Uri] $SiteUrl
    # The root site of a tenant has no path.
    $path = $uri.AbsolutePath.TrimEnd('/')
    $named = if ($path) { "$($uri.Host):$path" } else { $uri.Host }
    $site = Read-Json rest --method get --url "https://graph.microsoft.com/v1.0/sites/$named"
    $permissions = (Read-Json rest --method get --url "https://graph.microsoft.com/v1.0/sites/$($site.id)/permissions").value
    $held = @($permissions | Where-Object { $_.grantedToIdentitiesV2.application.id -contains $ClientId -or $_.grantedToIdentities.application.id -contains $ClientId })
    if ($held.Count -eq 0) {
        $body = @{ roles = @($SiteRole); grantedToIdentities = @(@{ application = @{ id = $ClientId; displayName = $Mark } }) } | ConvertTo-Json -Depth 5 -Compress
        Send-Graph "https://graph.microsoft.com/v1.0/sites/$($site.id)/permissions" $body
        $did.Add("files: $SiteRole on $SiteUrl")
    }
    elseif ($SiteRole -eq 'write') {
        # The list does not tell roles; and what opens more than is asked for is left alone.
        $own = "https://graph.microsoft.com/v1.0/sites/$($site.id)/permissions/$($held[0].id)"
        if ((Read-Json rest --method get --url $own).roles -notcontains 'write') {
            Send-Graph $own '{"roles":["write"]}' 'patch'
            $did.Add("files: write on $SiteUrl, in place of read")
        }
    }
}

# az says by its exit code that it was refused, which PowerShell does not take for an error.
function Read-Json {
    $text = az @args
    if ($LASTEXITCODE -ne 0) { throw "az $($args[0..1] -join ' ') was refused." }
    $text | ConvertFrom-Json
}

# Quotes in arguments are read differently by each platform's az: a file is read alike by all.
function Send-Graph([string] $Url, [string] $Body, [string] $Method = 'post') {
    $file = New-TemporaryFile
    try {
        Set-Content -Path $file -Value $Body -Encoding utf8NoBOM
        az rest --method $Method --url $Url --headers 'Content-Type=application/json' --body "@$file" | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "Microsoft Graph refused $Url." }
    }
    finally { Remove-Item $file }
}

if (-not $ClientId -or -not $ObjectId) {
    Write-Host 'The identity of the app is not known: run azd provision first (it sets OPS_IDENTITY_CLIENT_ID and OPS_IDENTITY_OBJECT_ID).'
    exit 1
}

$refused = $null
try {
    if ($Mailbox) { Grant-Mail } else { $left.Add('mail: no mailbox was named: azd env set OPS_MAILBOX operations@example.com') }
    if ($SiteUrl) { Grant-Site } else { $left.Add('files: no site was named (only where exports are pulled from SharePoint): azd env set OPS_SITE_URL https://contoso.sharepoint.com/sites/exports') }
}
catch {
    # What was done before it stays done.
    $refused = $_
    $left.Add("a step was refused: $($_.Exception.Message) Mend it and run hooks/permissions.ps1 again; what is done is not done twice")
}

Write-Host 'Done now:'
if ($did.Count -eq 0) { Write-Host '  nothing' } else { $did | ForEach-Object { Write-Host "  $_" } }
Write-Host 'Left for an administrator:'
if ($left.Count -eq 0) { Write-Host '  nothing' } else { $left | ForEach-Object { Write-Host "  $_" } }
Write-Host 'Not to be done: consent to Mail.Send or Mail.ReadWrite in Entra ID. It would open every mailbox of the tenant.'
if ($refused) { exit 1 }
