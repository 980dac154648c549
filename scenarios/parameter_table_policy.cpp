#include "scenarios/parameter_rows.h"

namespace cantiere::detail {
namespace {

using Target = TargetParameters;
using Network = NetworkParameters;
using Procedure = ReferralParameters;
using Commission = CommissionParameters;
using Place = PlacementParameters;
using Staff = StaffPrices;

// clang-format off

void add_target(std::vector<ParameterSpec>& table) {
    Rows rows(table, "target.", PackKind::policy);
    rows.list("groups", like(PackKind::policy, ValueType::flag, "1", 0, 1,
        {"The programme is for people with this flag", "Il programma è per chi ha questa condizione"},
        element<&Parameters::target, &Target::group>), members_of<Group>());
    rows.flag("everybody", {"Every person in need is eligible, no flag asked", "Ogni persona in stato di bisogno è ammissibile, senza altre condizioni"},
        field<&Parameters::target, &Target::everybody>);
    rows.flag("women_only", {"Only women are eligible", "Sono ammissibili solo donne"},
        field<&Parameters::target, &Target::women_only>);
    rows.prefix("programme.");
    rows.whole("start_month", "months", 0, 1200, {"First month of the programme, 0 = the study's start", "Primo mese del programma, 0 = inizio dello studio"},
        field<&Parameters::target, &Target::start_month>);
    rows.whole("months", "months", 0, 10000, {"Months the programme runs", "Durata del programma in mesi"},
        field<&Parameters::target, &Target::months>);
    rows.prefix("job_tutor.");
    rows.share("hires_with_tutor_share", {"Hires of the target group that get a job tutor", "Assunzioni del gruppo destinatario con un tutor al lavoro"},
        field<&Parameters::target, &Target::tutor_share>);
    rows.prefix("taper.");
    rows.number("step_months", "months", 0, 36, {"Months of each step of the graded taper after a hire; 0 = support stops at once", "Mesi di ogni gradino della riduzione graduale dopo l'assunzione; 0 = il sostegno cessa subito"},
        field<&Parameters::target, &Target::taper_step_months>).type = ValueType::integer;
    rows.prefix("hire_incentive.");
    rows.number("eur_month", "EUR/month", 0, 5000, {"Incentive paid to the employer of a target hire", "Incentivo pagato a chi assume una persona destinataria"},
        field<&Parameters::target, &Target::hire_incentive_eur_month>);
    rows.whole("months", "months", 0, 120, {"Months of the hire incentive", "Mesi dell'incentivo all'assunzione"},
        field<&Parameters::target, &Target::hire_incentive_months>);
}

void add_network(std::vector<ParameterSpec>& table) {
    Rows rows(table, "network.", PackKind::policy);
    rows.share("tie_target", {"Strength of ties the members aim at; 0 = no programme network", "Forza dei legami a cui mirano i membri; 0 = nessuna rete di programma"},
        field<&Parameters::network, &Network::tie_target>);
    rows.share("sharing_target", {"Sharing of assessments the members aim at", "Condivisione delle valutazioni a cui mirano i membri"},
        field<&Parameters::network, &Network::sharing_target>);
    rows.share("social_economic_tie", {"Strength aimed at for the tie of social service and economic development", "Forza a cui mira il legame tra servizio sociale e sviluppo economico"},
        field<&Parameters::network, &Network::social_economic_tie>);
    rows.whole("members", "institutions", 0, static_cast<double>(institution_count), {"Institutions at the table, in the order of the list of roles", "Istituzioni al tavolo, nell'ordine dell'elenco dei ruoli"},
        field<&Parameters::network, &Network::members>);
    rows.flag("hub", {"A coordination office: n-1 ties instead of n(n-1)/2", "Un ufficio di coordinamento: n-1 legami invece di n(n-1)/2"},
        field<&Parameters::network, &Network::hub>);
    rows.flag("cooperative_led", {"The social cooperative is the node of the network", "La cooperativa sociale è il nodo della rete"},
        field<&Parameters::network, &Network::cooperative_led>);
    rows.prefix("procedure.");
    rows.number("delay_cap_months", "months", 0, 99, {"Longest delay a procedure allows a hand-over; 99 = no limit", "Ritardo massimo ammesso per un passaggio; 99 = nessun limite"},
        field<&Parameters::referral, &Procedure::delay_cap_months>);
    rows.share("control_rate", {"Lost referrals that control finds and sends again", "Invii persi che il controllo ritrova e rimanda"},
        field<&Parameters::referral, &Procedure::control_rate>);
    rows.number("loss_multiplier", "1", 0, 3, {"Multiplier of referral loss; below 1 = obstacles removed", "Moltiplicatore della perdita negli invii; sotto 1 = ostacoli rimossi"},
        field<&Parameters::referral, &Procedure::loss_multiplier>);
    rows.number("delay_multiplier", "1", 0, 3, {"Multiplier of referral delay; below 1 = obstacles removed", "Moltiplicatore del ritardo negli invii; sotto 1 = ostacoli rimossi"},
        field<&Parameters::referral, &Procedure::delay_multiplier>);
    rows.flag("case_manager", {"One named case manager follows each hand-over", "Un operatore di riferimento segue ogni passaggio"},
        field<&Parameters::referral, &Procedure::case_manager>);
    rows.prefix("outreach.");
    rows.share("desk_quality", {"Part of the language barrier that desks remove", "Parte della barriera linguistica che gli sportelli tolgono"},
        field<&Parameters::outreach, &OutreachParameters::desk_quality>);
}

void add_commission(std::vector<ParameterSpec>& table) {
    Rows rows(table, "commission.", PackKind::policy);
    rows.flag("active", {"A commission ranks the cases, instead of the front line", "Una commissione ordina i casi, al posto degli sportelli"},
        field<&Parameters::commission, &Commission::active>);
    rows.number("cases_per_meeting", "cases", 0, 100000, {"Cases a meeting can take", "Casi trattati in una seduta"},
        field<&Parameters::commission, &Commission::cases_per_meeting>).type = ValueType::integer;
    rows.whole("interval_months", "months", 1, 24, {"Months from one meeting to the next", "Mesi tra una seduta e la successiva"},
        field<&Parameters::commission, &Commission::interval_months>);
    rows.number("appeal_share", "share", 0, 1, {"Share of the cases left out by a meeting that ask for a review", "Quota dei casi esclusi da una seduta che chiedono un riesame"},
        field<&Parameters::commission, &Commission::appeal_share>);
    rows.number("need_weight", "1", 0, 100, {"Weight of need in the score", "Peso del bisogno nel punteggio"},
        field<&Parameters::commission, &Commission::need_weight>);
    rows.number("wait_weight", "1", 0, 100, {"Weight of waiting in the score, per ln(1 + months)", "Peso dell'attesa nel punteggio, per ln(1 + mesi)"},
        field<&Parameters::commission, &Commission::wait_weight>);
    rows.number("risk_weight", "1", 0, 100, {"Weight of the risk of permanent exclusion in the score", "Peso del rischio di esclusione permanente nel punteggio"},
        field<&Parameters::commission, &Commission::risk_weight>);
    rows.number("children_weight", "1", 0, 100, {"Weight of each child in the score", "Peso di ogni minore nel punteggio"},
        field<&Parameters::commission, &Commission::children_weight>);
    rows.number("refusal_weight", "1", 0, 100, {"Points lost for each refusal", "Punti persi per ogni rifiuto"},
        field<&Parameters::commission, &Commission::refusal_weight>);
    rows.prefix("placement.");
    ParameterSpec& policy = rows.number("policy", "1", 0, static_cast<double>(count_of<PlacementPolicy> - 1),
        {"Rule that assigns seats to people", "Regola che assegna i posti alle persone"},
        field<&Parameters::placement, &Place::policy>);
    policy.type = ValueType::placement_policy;
    rows.whole("batch_months", "months", 1, 24, {"Months from one assignment of seats to the next", "Mesi tra un'assegnazione dei posti e la successiva"},
        field<&Parameters::placement, &Place::batch_months>);
    rows.number("need_value", "1", 0, 10, {"Value of placing a person in need, per unit of need", "Valore di collocare una persona, per unità di bisogno"},
        field<&Parameters::placement, &Place::need_value>);
    rows.number("cost_value", "1/EUR", 0, 1, {"Value lost per euro that a placement costs", "Valore perso per euro di costo di un collocamento"},
        field<&Parameters::placement, &Place::cost_value>);
    rows.number("travel_value", "1/hour", 0, 10, {"Value lost per hour of travel", "Valore perso per ora di viaggio"},
        field<&Parameters::placement, &Place::travel_value>);
    rows.list("floor", like(PackKind::policy, ValueType::number, "share", 0, 1,
        {"Least share of a round's places, under optimal_with_floors, as far as members can take them", "Quota minima dei posti di un turno, con optimal_with_floors, finché ci sono persone che possono occuparli"},
        element<&Parameters::placement, &Place::floor>), members_of<Group>());
    rows.whole("bid_months", "months", 0, 24, {"Months of arrivals that bid_price looks ahead", "Mesi di arrivi che bid_price considera"},
        field<&Parameters::placement, &Place::bid_months>);
    rows.whole("bid_paths", "paths", 1, 200, {"Futures that bid_price samples in a round", "Futuri che bid_price campiona in un turno"},
        field<&Parameters::placement, &Place::bid_paths>);
}

void add_programme_means(std::vector<ParameterSpec>& table) {
    Rows rows(table, "internship.", PackKind::policy);
    rows.whole("total_starts", "starts", 0, 1e6, {"Internships the programme pays in all; 0 = no limit but the slots", "Tirocini che il programma paga in tutto; 0 = nessun limite oltre ai posti"},
        field<&Parameters::internship, &InternshipParameters::total_starts>);
    rows.prefix("employers.");
    rows.number("join_multiplier", "1", 0, 20, {"Multiplier of the hazard that an employer joins the hosts", "Moltiplicatore della frequenza con cui un'impresa entra tra gli ospitanti"},
        field<&Parameters::employers, &EmployerParameters::join_multiplier>);
    rows.number("host_bonus_eur", "EUR", 0, 20000, {"One-off bonus to the host of an internship", "Premio una tantum a chi ospita un tirocinio"},
        field<&Parameters::employers, &EmployerParameters::host_bonus_eur>);
    rows.whole("coop_extra_places", "people", 0, 10000, {"Places in type-B cooperatives opened by reserved contracts", "Posti in cooperative di tipo B aperti da commesse riservate"},
        field<&Parameters::employers, &EmployerParameters::coop_extra_places>);
    rows.prefix("job_search.");
    rows.number("vacancy_information", "1", 0, 10, {"Multiplier of job contacts from information on vacancies", "Moltiplicatore dei contatti di lavoro grazie all'informazione sui posti"},
        field<&Parameters::search, &JobSearchParameters::vacancy_information>);
    rows.prefix("services.");
    rows.share("fidelity", {"How far the programme is delivered as designed: scales what its seats make grow", "Quanto il programma è realizzato come progettato: scala ciò che i suoi posti fanno crescere"},
        field<&Parameters::services, &ServiceParameters::fidelity>);
    rows.prefix("case_management.");
    rows.number("programme_eur_month", "EUR/month", 0, 5000, {"Case manager of one open file in the programme", "Operatore per una presa in carico nel programma"},
        field<&Parameters::staff, &Staff::programme_case_manager_eur_month>);
    rows.prefix("coordination.");
    rows.number("office_eur_year", "EUR/year", 0, 1e8, {"Coordination office", "Ufficio di coordinamento"},
        field<&Parameters::staff, &Staff::office_eur_year>);
    rows.number("meeting_eur_month_per_member", "EUR/month", 0, 1e5, {"Meetings, for each member", "Riunioni, per ogni membro"},
        field<&Parameters::staff, &Staff::meeting_eur_month_per_member>);
    rows.number("tie_eur_month", "EUR/month", 0, 1e5, {"Upkeep of one tie", "Mantenimento di un legame"},
        field<&Parameters::staff, &Staff::tie_eur_month>);
    rows.number("desk_eur_year", "EUR/year", 0, 1e8, {"Desks and training of their operators", "Sportelli e formazione degli operatori"},
        field<&Parameters::staff, &Staff::desk_eur_year>);
    rows.number("operation_eur_year", "EUR/year", 0, 1e8, {"Other running cost of the programme", "Altri costi di gestione del programma"},
        field<&Parameters::staff, &Staff::operation_eur_year>);
    rows.number("in_kind_eur_month", "EUR/month", 0, 1e7, {"Members' unpaid contribution, shadow-priced", "Contributo non pagato dei membri, a prezzo ombra"},
        field<&Parameters::staff, &Staff::in_kind_eur_month>);
    rows.payer("payer", {"Who pays coordination, desks and operation", "Chi paga coordinamento, sportelli e gestione"},
        field<&Parameters::staff, &Staff::coordination_payer>);
}

// clang-format on

}  // namespace

void add_policy_rows(std::vector<ParameterSpec>& table) {
    add_target(table);
    add_network(table);
    add_commission(table);
    add_programme_means(table);
}

}  // namespace cantiere::detail
