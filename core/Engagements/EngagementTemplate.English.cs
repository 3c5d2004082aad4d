namespace OpsAutomation.Engagements;

public static partial class EngagementTemplate
{
    private const string English = """
        # The engagement with {name}. Every field is explained in docs/engagement.md.
        # A line that begins with # is a comment: remove the # and put in your own values.

        id: {id}
        name: {name}
        locale: {locale}              # language and numbers of the client's documents
        currency: {currency}
        country: {country}            # decides the public holidays
        {region}               # where holidays differ within the country
        zone: {zone}
        size: {size}                  # solo, small or sme: sets the defaults
        state: active                 # framing, active, handover or closed
        start: {start}                # Day 0 of the 30-60-90 plan

        # fiscalYearStart: 1          # first month of the fiscal year
        # daysPerWeek: 2
        # dayRate: 650
        # openingHours: {days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "18:00"}
        # sender: operations@example.com

        # What the engagement brief says.
        # scope:
        #   business: Designs and installs lighting for shops
        #   stakes: Deliver on time without the founder in every decision
        #   included: [Sales follow-up, Planning, Cash collection]
        #   excluded: [Payroll, Taxes]
        #   access: [CRM, Accounting export, Task board]
        #   headcount: 12

        # Who is who. Roles: sponsor, ceo, relay, deputy, internal-coo, obm, manager, member.
        # people:
        #   - {id: ceo, name: First Last, role: sponsor, title: CEO, email: ceo@example.com}
        #   - {id: relay, name: First Last, role: relay, title: Office manager, email: relay@example.com, deputy: sales}
        #   - {id: sales, name: First Last, role: manager, title: Head of sales}
        #   - {id: me, name: First Last, role: obm, email: me@example.com}

        # Who gets the weekly digest.
        # recipients:
        #   - {id: ceo, name: First Last, email: ceo@example.com, locale: {locale}, day: monday, time: "07:30"}

        kpis:
          followed: [{followed}]
          # Targets for a week, a month or rolling days; from says since when a target holds.
          # targets:
          #   - {kpi: sales.won-amount, grain: week, value: 10000, from: {start}}
          #   - {kpi: sales.win-rate, grain: month, value: 30}
          #   - {kpi: finance.cash, grain: month, value: 50000, threshold: 20}
          #   - {kpi: finance.overdue-amount, grain: week, value: 20000}
          #   - {kpi: delivery.lead-time-days, grain: week, value: 10}
          #   - {kpi: delivery.load-rate, grain: week, value: 70, upTo: 90}
          # owners: {sales.won-amount: sales, finance.cash: ceo}

        milestones:
          # moveToWorkingDay: true      # due dates leave weekends and public holidays
          # removed: [J60]
          # changes:
          #   - {id: J30, due: {moved}, reason: Two weeks of leave, owner: me}

        # The exports that are expected, so that old data are noticed; from says where to take them (docs/sources.md).
        # sources:
        #   - {id: hubspot-deals, name: HubSpot deals, profile: hubspot.deals, staleAfterDays: 8}
        #   - {id: salesforce, from: mailbox, mailbox: exports@example.com, folder: Inbox/Exports, senders: ["@salesforce.com"], moveTo: Inbox/Done}
        #   - {id: invoices, from: drive, site: "contoso.sharepoint.com:/sites/client", folder: Finance/Exports}
        #   - {id: leads, from: url, link: "https://docs.google.com/spreadsheets/d/…/edit", every: day}

        # raci:
        #   - {process: Client onboarding, responsible: [sales], accountable: ceo, consulted: [me], informed: [relay]}

        # Hours a week and leave of each person, for the capacity plan; hours that no tool knows under effort.
        # capacity:
        #   - {person: sales, hoursPerWeek: 32, leave: [{from: {leaveFrom}, to: {leaveTo}}]}

        # tools:
        #   - {name: HubSpot, purpose: CRM, owner: sales, monthlyCost: 90}
        # How the company works (docs/engagement.md): processes, backlog, roadmap, training, automations, routines, calendar, decisionRights, policies, access, continuity, dataRoom, effort.

        """;
}
