#!/bin/sh
# Gives the app's identity the mailbox and the site that it may use in Microsoft 365, and nothing beside them. May run any number of times.
#
# Exchange is administered by PowerShell alone, so mail needs pwsh (hooks/permissions.ps1 does the work); files need the Azure CLI only. What each
# needs, and the settings OPS_MAILBOX, OPS_SITE_URL and OPS_SITE_ROLE, are told at the head of hooks/permissions.ps1.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if command -v pwsh >/dev/null 2>&1; then
    exec pwsh -NoProfile -File "$here/permissions.ps1"
fi

client="${OPS_IDENTITY_CLIENT_ID:-}"
object="${OPS_IDENTITY_OBJECT_ID:-}"
mailbox="${OPS_MAILBOX:-}"
site="${OPS_SITE_URL:-}"
may="${OPS_SITE_ROLE:-read}"
mark=OpsAutomation
graph=https://graph.microsoft.com/v1.0
did=""
left=""
did() { did="$did  $1
"; }
left() { left="$left  $1
"; }

if [ -z "$client" ] || [ -z "$object" ]; then
    echo "The identity of the app is not known: run azd provision first (it sets OPS_IDENTITY_CLIENT_ID and OPS_IDENTITY_OBJECT_ID)."
    exit 1
fi

case "$may" in
read | write) ;;
*)
    echo "OPS_SITE_ROLE is '$may': read (exports are pulled from the site) or write (documents are published to it too) was expected."
    exit 1
    ;;
esac

# Also where a step is refused: what was done before it stays done.
report() {
    status=$?
    [ "$status" -eq 0 ] || left "a step was refused (above): mend it and run hooks/permissions.sh again; what is done is not done twice"
    echo "Done now:"
    printf '%s' "${did:-  nothing
}"
    echo "Left for an administrator:"
    printf '%s' "${left:-  nothing
}"
    echo "Not to be done: consent to Mail.Send or Mail.ReadWrite in Entra ID. It would open every mailbox of the tenant."
    exit "$status"
}
trap report EXIT

if [ -z "$mailbox" ]; then
    left "mail: no mailbox was named: azd env set OPS_MAILBOX operations@example.com"
else
    left "mail: PowerShell is not installed here. An Exchange administrator runs, in Exchange Online PowerShell:
      New-ServicePrincipal -AppId $client -ObjectId $object -DisplayName $mark
      Set-Mailbox $mailbox -CustomAttribute1 $mark
      New-ManagementScope -Name $mark -RecipientRestrictionFilter \"CustomAttribute1 -eq '$mark'\"
      New-ManagementRoleAssignment -App $object -Role \"Application Mail.ReadWrite\" -CustomResourceScope $mark
      New-ManagementRoleAssignment -App $object -Role \"Application Mail.Send\" -CustomResourceScope $mark
      Test-ServicePrincipalAuthorization -Identity $object -Resource $mailbox"
fi

if [ -z "$site" ]; then
    left "files: no site was named (only where exports are pulled from SharePoint): azd env set OPS_SITE_URL https://contoso.sharepoint.com/sites/exports"
elif ! command -v az >/dev/null 2>&1; then
    left "files: install the Azure CLI, sign in (az login) and run hooks/permissions.sh again"
else
    graph_id=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id --output tsv)
    role=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query "appRoles[?value=='Sites.Selected'].id | [0]" --output tsv)
    has=$(az rest --method get --url "$graph/servicePrincipals/$object/appRoleAssignments" --query "value[?appRoleId=='$role'] | length(@)" --output tsv)
    if [ "${has:-0}" = 0 ]; then
        az rest --method post --url "$graph/servicePrincipals/$object/appRoleAssignments" --headers Content-Type=application/json \
            --body "{\"principalId\":\"$object\",\"resourceId\":\"$graph_id\",\"appRoleId\":\"$role\"}" >/dev/null
        did "files: Sites.Selected, which opens no site by itself"
    fi

    host=$(printf '%s' "$site" | sed -E 's#^https://([^/]+).*#\1#')
    path=$(printf '%s' "$site" | sed -E 's#^https://[^/]+##; s#/+$##')
    # The root site of a tenant has no path.
    id=$(az rest --method get --url "$graph/sites/$host${path:+:$path}" --query id --output tsv)
    held=$(az rest --method get --url "$graph/sites/$id/permissions" \
        --query "value[?contains(to_string(grantedToIdentitiesV2), '$client') || contains(to_string(grantedToIdentities), '$client')].id | [0]" --output tsv)
    if [ -z "$held" ]; then
        az rest --method post --url "$graph/sites/$id/permissions" --headers Content-Type=application/json \
            --body "{\"roles\":[\"$may\"],\"grantedToIdentities\":[{\"application\":{\"id\":\"$client\",\"displayName\":\"$mark\"}}]}" >/dev/null
        did "files: $may on $site"
    elif [ "$may" = write ] && [ "$(az rest --method get --url "$graph/sites/$id/permissions/$held" --query "contains(roles, 'write')" --output tsv)" != true ]; then
        # The list does not tell roles; and what opens more than is asked for is left alone.
        az rest --method patch --url "$graph/sites/$id/permissions/$held" --headers Content-Type=application/json --body '{"roles":["write"]}' >/dev/null
        did "files: write on $site, in place of read"
    fi
fi
