namespace OpsAutomation.Engagements;

public static partial class EngagementTemplate
{
    private const string French = """
        # La mission chez {name}. Chaque champ est expliqué dans docs/engagement.md.
        # Une ligne qui commence par # est un commentaire : retirez le # et mettez vos valeurs.

        id: {id}
        name: {name}
        locale: {locale}              # langue et nombres des documents du client
        address: vous                 # vous ou tu
        currency: {currency}
        country: {country}            # décide des jours fériés
        {region}               # là où les jours fériés diffèrent dans le pays
        zone: {zone}
        size: {size}                  # solo, small ou sme : règle les valeurs par défaut
        state: active                 # framing (cadrage), active, handover (passation) ou closed (terminée)
        start: {start}                # J+0 du plan 30-60-90

        # fiscalYearStart: 1          # premier mois de l'exercice
        # daysPerWeek: 2
        # dayRate: 650
        # openingHours: {days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "18:00"}
        # sender: operations@exemple.fr

        # Ce que dit la fiche de mission.
        # scope:
        #   business: Conçoit et installe l'éclairage de boutiques
        #   stakes: Livrer à l'heure sans que la fondatrice tranche tout
        #   included: [Suivi commercial, Planification, Relance clients]
        #   excluded: [Paie, Fiscalité]
        #   access: [CRM, Export comptable, Tableau des tâches]
        #   headcount: 12

        # Qui est qui. Rôles : sponsor (commanditaire), ceo, relay (relais interne), deputy (binôme), internal-coo, obm, manager, member.
        # people:
        #   - {id: dirigeante, name: Prénom Nom, role: sponsor, title: Dirigeante, email: dirigeante@exemple.fr}
        #   - {id: relais, name: Prénom Nom, role: relay, title: Office manager, email: relais@exemple.fr, deputy: ventes}
        #   - {id: ventes, name: Prénom Nom, role: manager, title: Responsable commerciale}
        #   - {id: moi, name: Prénom Nom, role: obm, email: moi@exemple.fr}

        # Qui reçoit le point hebdomadaire.
        # recipients:
        #   - {id: dirigeante, name: Prénom Nom, email: dirigeante@exemple.fr, locale: {locale}, day: monday, time: "07:30"}

        kpis:
          followed: [{followed}]
          # Cibles par semaine (week), mois (month) ou jours glissants (rolling) ; from dit depuis quand la cible vaut.
          # targets:
          #   - {kpi: sales.won-amount, grain: week, value: 10000, from: {start}}
          #   - {kpi: sales.win-rate, grain: month, value: 30}
          #   - {kpi: finance.cash, grain: month, value: 50000, threshold: 20}
          #   - {kpi: finance.overdue-amount, grain: week, value: 20000}
          #   - {kpi: delivery.lead-time-days, grain: week, value: 10}
          #   - {kpi: delivery.load-rate, grain: week, value: 70, upTo: 90}
          # owners: {sales.won-amount: ventes, finance.cash: dirigeante}

        milestones:
          # moveToWorkingDay: true      # les échéances évitent week-ends et jours fériés
          # removed: [J60]
          # changes:
          #   - {id: J30, due: {moved}, reason: Deux semaines de congés, owner: moi}

        # Les exports attendus, pour repérer les données anciennes ; from dit où les prendre (docs/sources.md).
        # sources:
        #   - {id: hubspot-deals, name: Affaires HubSpot, profile: hubspot.deals, staleAfterDays: 8}
        #   - {id: salesforce, from: mailbox, mailbox: exports@exemple.fr, folder: Inbox/Exports, senders: ["@salesforce.com"], moveTo: Inbox/Traités}
        #   - {id: factures, from: drive, site: "contoso.sharepoint.com:/sites/client", folder: Finance/Exports}
        #   - {id: prospects, from: url, link: "https://docs.google.com/spreadsheets/d/…/edit", every: day}

        # raci:
        #   - {process: Accueil client, responsible: [ventes], accountable: dirigeante, consulted: [moi], informed: [relais]}

        # Heures par semaine et congés de chacun, pour le plan de charge ; sous effort, les heures qu'aucun outil ne connaît.
        # capacity:
        #   - {person: ventes, hoursPerWeek: 32, leave: [{from: {leaveFrom}, to: {leaveTo}}]}

        # tools:
        #   - {name: HubSpot, purpose: CRM, owner: ventes, monthlyCost: 90}
        # Comment l'entreprise travaille (docs/engagement.md) : processes, backlog, roadmap, training, automations, routines, calendar, decisionRights, policies, access, continuity, dataRoom, effort.

        """;
}
