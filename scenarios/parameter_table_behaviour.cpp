#include "scenarios/parameter_rows.h"

namespace cantiere::detail {
namespace {

using Subject = Parameters;
using Population = PopulationParameters;
using Initial = InitialCapitalParameters;
using Capital_ = CapitalParameters;
using Employer = EmployerParameters;
using Search = JobSearchParameters;
using Keeping = JobKeepingParameters;
using House = HousingParameters;
using Intern = InternshipParameters;
using Service = ServiceParameters;
using Violence = ViolenceParameters;
using Autonomy = AutonomyParameters;
using Loan = MicrocreditParameters;
using Contact = ContactParameters;
using Household = HouseholdParameters;

/// Reaches the weight of one domain in another set than the base.
template <OtherWeights Set>
double& other_weight(Parameters& parameters, int domain) {
    return parameters.autonomy.other_weights[Set].values[static_cast<std::size_t>(domain)];
}

// clang-format off

void add_population(std::vector<ParameterSpec>& table) {
    Rows rows(table, "population.", PackKind::behaviour);
    rows.acts(Acts::at_start);
    rows.share("overlap", {"How far flags fall on the same people, 0 independent, 1 nested", "Quanto le condizioni ricadono sulle stesse persone, 0 indipendenti, 1 annidate"},
        field<&Subject::population, &Population::overlap>);
    rows.number("frailty_sd", "1", 0, 3, {"Standard deviation of the latent advantage", "Scarto quadratico del vantaggio latente"},
        field<&Subject::population, &Population::frailty_sd>);
    rows.acts(Acts::monthly);
    rows.hazard("death_hazard_per_month", {"Hazard of death", "Frequenza dei decessi"}, field<&Subject::population, &Population::death_hazard_per_month>);
    rows.hazard("emigration_hazard_per_month", {"Hazard of leaving the territory", "Frequenza di uscita dal territorio"}, field<&Subject::population, &Population::emigration_hazard_per_month>);
    rows.number("age_out_years", "years", 40, 100, {"Age at which people leave the model", "Età a cui si esce dal modello"}, field<&Subject::population, &Population::age_out_years>);
    rows.acts(Acts::at_start);
    rows.number("minimum_age_years", "years", 14, 40, {"Lowest age of residents", "Età minima dei residenti"}, field<&Subject::population, &Population::minimum_age_years>);
    rows.number("maximum_age_years", "years", 40, 100, {"Highest age of residents on arrival", "Età massima dei residenti all'arrivo"}, field<&Subject::population, &Population::maximum_age_years>);
    rows.number("care_leaver_years", "years", 1, 40, {"Years from the lowest age over which people leaving care are spread", "Anni dall'età minima su cui si distribuisce chi esce dalla tutela"}, field<&Subject::population, &Population::care_leaver_years>);
    rows.share("one_minor_share", {"Households with minors that have one", "Nuclei con minori che ne hanno uno"}, field<&Subject::population, &Population::one_minor_share>);
    rows.share("two_minors_share", {"Households with minors that have two; the rest have three", "Nuclei con minori che ne hanno due; gli altri ne hanno tre"}, field<&Subject::population, &Population::two_minors_share>);
    rows.number("mean_months_since_release", "months", 0, 360, {"Mean months since release, of former detainees at the start", "Mesi medi dalla scarcerazione, per gli ex detenuti all'inizio"}, field<&Subject::population, &Population::mean_months_since_release>);
    rows.number("mean_fixed_term_tenure_months", "months", 0, 120, {"Mean months already worked in a fixed-term job at the start", "Mesi medi già lavorati in un lavoro a termine all'inizio"}, field<&Subject::population, &Population::mean_fixed_term_tenure_months>);
    rows.number("mean_open_ended_tenure_months", "months", 0, 480, {"Mean months already worked in a stable job at the start, beyond those that make it stable", "Mesi medi già lavorati in un lavoro stabile all'inizio, oltre quelli che lo rendono stabile"}, field<&Subject::population, &Population::mean_open_ended_tenure_months>);
    rows.number("mean_sentence_months", "months", 1, 360, {"Mean months still to serve, of people inside at the start", "Mesi medi da scontare per chi all'inizio è in carcere"}, field<&Subject::population, &Population::mean_sentence_months>);
}

void add_initial(std::vector<ParameterSpec>& table) {
    Rows rows(table, "initial.", PackKind::behaviour);
    rows.acts(Acts::at_start);
    const auto mean = [&](std::string_view name, Text text, Field place) { rows.number(name, "share", 0, 1, std::move(text), place); };
    mean("professional_mean", {"Professional capital at the start, mean", "Capitale professionale iniziale, media"}, field<&Subject::initial, &Initial::professional_mean>);
    mean("relational_mean", {"Relational capital at the start, mean", "Capitale relazionale iniziale, media"}, field<&Subject::initial, &Initial::relational_mean>);
    mean("health_mean", {"Health at the start, mean", "Salute iniziale, media"}, field<&Subject::initial, &Initial::health_mean>);
    mean("mobility_mean", {"Mobility at the start, mean", "Mobilità iniziale, media"}, field<&Subject::initial, &Initial::mobility_mean>);
    mean("trust_mean", {"Trust in services at the start, mean", "Fiducia nei servizi iniziale, media"}, field<&Subject::initial, &Initial::trust_mean>);
    mean("language_mean", {"Language and dealing with offices at the start, mean", "Lingua e rapporti con gli uffici all'inizio, media"}, field<&Subject::initial, &Initial::language_mean>);
    mean("safety_mean", {"Safety at the start, mean", "Sicurezza iniziale, media"}, field<&Subject::initial, &Initial::safety_mean>);
    mean("spread", {"Standard deviation of the four capitals at the start", "Scarto quadratico dei quattro capitali iniziali"}, field<&Subject::initial, &Initial::spread>);
    mean("trust_sd", {"Trust at the start, standard deviation", "Fiducia iniziale, scarto quadratico"}, field<&Subject::initial, &Initial::trust_sd>);
    mean("language_sd", {"Language at the start, standard deviation", "Lingua iniziale, scarto quadratico"}, field<&Subject::initial, &Initial::language_sd>);
    mean("safety_sd", {"Safety at the start, standard deviation", "Sicurezza iniziale, scarto quadratico"}, field<&Subject::initial, &Initial::safety_sd>);
    mean("migrant_language_mean", {"Migrants' language at the start, mean", "Lingua iniziale dei migranti, media"}, field<&Subject::initial, &Initial::migrant_language_mean>);
    mean("migrant_language_sd", {"Migrants' language at the start, standard deviation", "Lingua iniziale dei migranti, scarto quadratico"}, field<&Subject::initial, &Initial::migrant_language_sd>);
    mean("violence_safety_mean", {"Survivors' safety at the start, mean", "Sicurezza iniziale delle vittime di violenza, media"}, field<&Subject::initial, &Initial::violence_safety_mean>);
    mean("violence_safety_sd", {"Survivors' safety at the start, standard deviation", "Sicurezza iniziale delle vittime di violenza, scarto quadratico"}, field<&Subject::initial, &Initial::violence_safety_sd>);
    mean("mental_health_health_mean", {"Health at the start with mental illness or addiction, mean", "Salute iniziale con disturbo mentale o dipendenza, media"}, field<&Subject::initial, &Initial::mental_health_health_mean>);
    mean("disability_low", {"Smallest limitation of people with a disability", "Limitazione minima delle persone con disabilità"}, field<&Subject::initial, &Initial::disability_low>);
    mean("disability_high", {"Largest limitation of people with a disability", "Limitazione massima delle persone con disabilità"}, field<&Subject::initial, &Initial::disability_high>);
}

void add_capital(std::vector<ParameterSpec>& table) {
    Rows rows(table, "capital.", PackKind::behaviour);
    const auto change = [&](std::string_view name, Text text, Field place) { rows.number(name, "share/month", 0, 1, std::move(text), place); };
    change("job_professional_growth", {"Gap in professional capital closed by a month in a job", "Divario di capitale professionale colmato da un mese di lavoro"}, field<&Subject::capital, &Capital_::job_professional_growth>);
    change("job_relational_growth", {"Gap in relational capital closed by a month in a job", "Divario di capitale relazionale colmato da un mese di lavoro"}, field<&Subject::capital, &Capital_::job_relational_growth>);
    change("internship_professional_growth", {"Gap in professional capital closed by a month of internship", "Divario di capitale professionale colmato da un mese di tirocinio"}, field<&Subject::capital, &Capital_::internship_professional_growth>);
    change("internship_relational_growth", {"Gap in relational capital closed by a month of internship", "Divario di capitale relazionale colmato da un mese di tirocinio"}, field<&Subject::capital, &Capital_::internship_relational_growth>);
    rows.share("internship_growth", {"Growth of capitals in an internship; 0 = as when idle, for placebo runs", "Crescita dei capitali in tirocinio; 0 = come da inattivi, per prove placebo"}, field<&Subject::capital, &Capital_::internship_growth>);
    change("professional_decay", {"Professional capital lost in an idle month, share above the floor", "Capitale professionale perso in un mese di inattività, quota sopra il minimo"}, field<&Subject::capital, &Capital_::professional_decay>);
    change("relational_decay", {"Relational capital lost in an idle month, share above the floor", "Capitale relazionale perso in un mese di inattività, quota sopra il minimo"}, field<&Subject::capital, &Capital_::relational_decay>);
    rows.share("professional_floor", {"Professional capital that idleness does not take", "Capitale professionale che l'inattività non toglie"}, field<&Subject::capital, &Capital_::professional_floor>);
    rows.share("relational_floor", {"Relational capital that idleness does not take", "Capitale relazionale che l'inattività non toglie"}, field<&Subject::capital, &Capital_::relational_floor>);
    change("health_reversion", {"Return of health to its personal mean", "Ritorno della salute alla media personale"}, field<&Subject::capital, &Capital_::health_reversion>);
    rows.number("health_work_gain", "1/month", 0, 1, {"Health gained in a month of work", "Salute guadagnata in un mese di lavoro"}, field<&Subject::capital, &Capital_::health_work_gain>);
    rows.number("health_shock_sd", "1", 0, 1, {"Monthly noise of health", "Rumore mensile della salute"}, field<&Subject::capital, &Capital_::health_shock_sd>);
    rows.hazard("shock_hazard_per_month", {"Hazard of a life shock of any kind", "Frequenza di un evento avverso di qualsiasi tipo"}, field<&Subject::capital, &Capital_::shock_hazard_per_month>);
    rows.share("eviction_share", {"Life shocks that are evictions", "Eventi avversi che sono sfratti"}, field<&Subject::capital, &Capital_::eviction_share>);
    rows.share("illness_share", {"Life shocks that are illnesses", "Eventi avversi che sono malattie"}, field<&Subject::capital, &Capital_::illness_share>);
    rows.share("debt_share", {"Life shocks that are debts", "Eventi avversi che sono debiti"}, field<&Subject::capital, &Capital_::debt_share>);
    rows.share("illness_health_loss", {"Health lost by an illness", "Salute persa per una malattia"}, field<&Subject::capital, &Capital_::illness_health_loss>);
    rows.share("debt_relational_loss", {"Relational capital lost by a debt", "Capitale relazionale perso per un debito"}, field<&Subject::capital, &Capital_::debt_relational_loss>);
    rows.number("debt_eur", "EUR", 0, 100000, {"Owed after a debt: no lender grants a loan on top", "Dovuto dopo un debito: nessuno presta altro"}, field<&Subject::capital, &Capital_::debt_eur>);
    rows.share("bereavement_relational_loss", {"Relational capital lost by a bereavement", "Capitale relazionale perso per un lutto"}, field<&Subject::capital, &Capital_::bereavement_relational_loss>);
    rows.share("bereavement_health_loss", {"Health lost by a bereavement", "Salute persa per un lutto"}, field<&Subject::capital, &Capital_::bereavement_health_loss>);
}

void add_employers(std::vector<ParameterSpec>& table) {
    Rows rows(table, "employers.", PackKind::behaviour);
    rows.number("vacancy_hazard_per_month", "1/month", 0, 5, {"Vacancies a month for each member of staff", "Posti vacanti al mese per addetto"}, field<&Subject::employers, &Employer::vacancy_hazard_per_month>);
    rows.hazard("join_hazard_per_month", {"Hazard that an employer joins the hosts", "Frequenza con cui un'impresa entra tra gli ospitanti"}, field<&Subject::employers, &Employer::join_hazard_per_month>);
    rows.hazard("leave_hazard_per_month", {"Hazard that the offer of a host lapses, placements apart", "Frequenza con cui decade l'offerta di un ospitante, inserimenti a parte"}, field<&Subject::employers, &Employer::leave_hazard_per_month>);
    rows.number("peer_effect", "1", 0, 20, {"Effect on joining of the share of hosts in the sector", "Effetto sull'adesione della quota di ospitanti nel settore"}, field<&Subject::employers, &Employer::peer_effect>);
    rows.number("coordination_effect", "1", 0, 20, {"Effect on joining of the tie of social service and economic development", "Effetto sull'adesione del legame tra servizio sociale e sviluppo economico"}, field<&Subject::employers, &Employer::coordination_effect>);
    rows.number("incentive_effect", "1/1000 EUR", 0, 20, {"Effect on joining of 1,000 EUR of host bonus", "Effetto sull'adesione di 1.000 EUR di premio all'ospitante"}, field<&Subject::employers, &Employer::incentive_effect>);
    rows.share("stay_after_completion", {"Hosts that stay after a completed placement", "Ospitanti che restano dopo un'esperienza conclusa"}, field<&Subject::employers, &Employer::stay_after_completion>);
    rows.share("stay_after_interruption", {"Hosts that stay after an interrupted placement", "Ospitanti che restano dopo un'esperienza interrotta"}, field<&Subject::employers, &Employer::stay_after_interruption>);
    rows.number("signal_sd", "1", 0, 10, {"Noise of what an employer sees of a first applicant of a group", "Rumore di ciò che un datore vede del primo candidato di un gruppo"}, field<&Subject::employers, &Employer::signal_sd>);
    rows.number("productivity_sd", "1", 0.01, 10, {"Spread of productivity employers reckon with", "Dispersione della produttività che i datori si attendono"}, field<&Subject::employers, &Employer::productivity_sd>);
    rows.number("learning_per_trainee", "1", 0, 20, {"Precision gained with each trainee of the group", "Precisione acquisita con ogni tirocinante del gruppo"}, field<&Subject::employers, &Employer::learning_per_trainee>);
    rows.number("responsible_bonus", "1", 0, 5, {"Score a resident gains with a responsible employer", "Punteggio guadagnato da un residente presso un datore responsabile"}, field<&Subject::employers, &Employer::responsible_bonus>);
    rows.list("prejudice", like(PackKind::behaviour, ValueType::number, "1", -5, 0, {"Employers' prior penalty, logit units", "Penalità a priori dei datori, unità logit"},
        element<&Subject::employers, &Employer::prejudice>), members_of<Group>(), {0.0, -0.55, -0.70, 0.0, -0.25, -0.50, -0.60, 0.0, -0.60});
    rows.acts(Acts::at_start);
    rows.list("sector_share", like(PackKind::behaviour, ValueType::number, "share", 0, 1, {"Share of employers by sector", "Quota di datori per settore"},
        element<&Subject::employers, &Employer::sector_share>),
        {{"manufacture", {"manufacture", "manifattura"}}, {"construction", {"construction", "costruzioni"}}, {"commerce", {"commerce", "commercio"}},
         {"hospitality", {"hospitality", "turismo e ristorazione"}}, {"care_cleaning", {"care and cleaning", "cura e pulizie"}}, {"agriculture", {"agriculture", "agricoltura"}}});
    rows.number("coop_b_disadvantaged_share", "share", 0.05, 1, {"Disadvantaged workers among the staff of a type-B cooperative", "Lavoratori svantaggiati tra gli addetti di una cooperativa di tipo B"}, field<&Subject::employers, &Employer::coop_b_disadvantaged_share>);
    rows.acts(Acts::monthly);
    rows.number("coop_order_lag_months", "months", 0, 60, {"Months from a reserved contract to its places", "Mesi da una commessa riservata ai suoi posti"}, field<&Subject::employers, &Employer::coop_order_lag_months>);
    rows.hazard("coop_turnover_per_month", {"Places of type-B cooperatives freed by turnover", "Posti di cooperative di tipo B liberati dal ricambio"}, field<&Subject::employers, &Employer::coop_turnover_per_month>);
}

void add_internship(std::vector<ParameterSpec>& table) {
    Rows rows(table, "internship.", PackKind::behaviour);
    rows.whole("months", "months", 1, 36, {"Planned length of an internship", "Durata prevista di un tirocinio"}, field<&Subject::internship, &Intern::months>).lever = true;
    rows.hazard("ordinary_dropout_hazard_per_month", {"Hazard of leaving an internship without other flags", "Frequenza di abbandono del tirocinio senza altre condizioni"}, field<&Subject::internship, &Intern::ordinary_dropout_hazard>);
    rows.list("dropout_hazard_per_month", like(PackKind::behaviour, ValueType::number, "1/month", 0, 5, {"Hazard of leaving an internship", "Frequenza di abbandono del tirocinio"},
        element<&Subject::internship, &Intern::dropout_hazard>), members_of<Group>(), {0.046, 0.050, 0.069, 0.055, 0.041, 0.064, 0.085, 0.050, 0.064});
    rows.number("dropout_frailty_slope", "1", 0, 5, {"Fall of drop-out with the latent advantage", "Riduzione dell'abbandono con il vantaggio latente"}, field<&Subject::internship, &Intern::dropout_frailty_slope>);
    rows.number("dropout_trust_slope", "1", 0, 5, {"Fall of drop-out with trust", "Riduzione dell'abbandono con la fiducia"}, field<&Subject::internship, &Intern::dropout_trust_slope>);
    rows.number("dropout_modifier_mean", "1", 0.01, 10, {"Mean of the modifier by latent advantage and trust over interns; keeps drop-out on target", "Media del modificatore per vantaggio latente e fiducia tra i tirocinanti; tiene l'abbandono sull'obiettivo"}, field<&Subject::internship, &Intern::dropout_modifier_mean>);
    rows.number("conversion_intercept", "1", -6, 3, {"Logit of hiring by the host: constant", "Logit di assunzione da parte dell'ospitante: costante"}, field<&Subject::internship, &Intern::conversion_intercept>);
    rows.number("conversion_professional", "1", -10, 10, {"Logit of hiring by the host: professional capital", "Logit di assunzione da parte dell'ospitante: capitale professionale"}, field<&Subject::internship, &Intern::conversion_professional>);
    rows.number("conversion_relational", "1", -10, 10, {"Logit of hiring by the host: relational capital", "Logit di assunzione da parte dell'ospitante: capitale relazionale"}, field<&Subject::internship, &Intern::conversion_relational>);
    rows.number("conversion_disability", "1", -10, 10, {"Logit of hiring by the host: limitation not made up for", "Logit di assunzione da parte dell'ospitante: limitazione non compensata"}, field<&Subject::internship, &Intern::conversion_disability>);
    rows.list("conversion_group", like(PackKind::behaviour, ValueType::number, "1", -5, 5, {"Logit of hiring by the host", "Logit di assunzione da parte dell'ospitante"},
        element<&Subject::internship, &Intern::conversion_group>), members_of<Group>(), {0.0, 0.0, -0.20, 0.0, 0.25, 0.0, -0.70, 0.0, -0.70});
    rows.number("conversion_frailty", "1", 0, 5, {"Logit of hiring by the host: latent advantage", "Logit di assunzione da parte dell'ospitante: vantaggio latente"}, field<&Subject::internship, &Intern::conversion_frailty>);
    rows.whole("host_hire_months", "months", 1, 12, {"Months after completion in which the host may hire", "Mesi dopo la fine in cui l'ospitante può assumere"}, field<&Subject::internship, &Intern::host_hire_months>);
}

void add_job_search(std::vector<ParameterSpec>& table) {
    Rows rows(table, "job_search.", PackKind::behaviour);
    rows.number("cycle_sd", "1", 0, 1, {"Monthly innovation of the labour-market cycle", "Innovazione mensile del ciclo del mercato del lavoro"}, field<&Subject::search, &Search::cycle_sd>);
    rows.number("cycle_persistence", "1", 0, 0.999, {"Persistence of the cycle from month to month", "Persistenza del ciclo da un mese all'altro"}, field<&Subject::search, &Search::cycle_persistence>);
    rows.share("matching_elasticity", {"Elasticity of hires to unemployment", "Elasticità delle assunzioni alla disoccupazione"}, field<&Subject::search, &Search::matching_elasticity>);
    rows.hazard("base_hazard_per_month", {"Hazard of finding a job at reference conditions, employers off", "Frequenza di trovare lavoro nelle condizioni di riferimento, modulo imprese spento"}, field<&Subject::search, &Search::base_hazard_per_month>);
    rows.number("contact_rate_per_month", "1/month", 0, 20, {"Vacancies a seeker at full effort hears of in a month", "Posti vacanti di cui ha notizia in un mese chi cerca a pieno impegno"}, field<&Subject::search, &Search::contact_rate_per_month>);
    rows.number("reservation", "1", -10, 10, {"Score below which an employer hires nobody", "Punteggio sotto il quale un datore non assume"}, field<&Subject::search, &Search::reservation>);
    rows.number("professional_slope", "1", -10, 10, {"Employability per unit of professional capital", "Occupabilità per unità di capitale professionale"}, field<&Subject::search, &Search::professional_slope>);
    rows.number("relational_slope", "1", -10, 10, {"Employability per unit of relational capital", "Occupabilità per unità di capitale relazionale"}, field<&Subject::search, &Search::relational_slope>);
    rows.number("mobility_slope", "1", -10, 10, {"Employability per unit of mobility", "Occupabilità per unità di mobilità"}, field<&Subject::search, &Search::mobility_slope>);
    rows.list("group_intercept", like(PackKind::behaviour, ValueType::number, "1", -6, 3, {"Group's term of employability", "Termine di gruppo dell'occupabilità"},
        element<&Subject::search, &Search::group_intercept>), members_of<Group>());
    rows.share("duration_floor", {"Lowest effect of jobless duration", "Effetto minimo della durata senza lavoro"}, field<&Subject::search, &Search::duration_floor>);
    rows.number("duration_slope", "1/month", 0, 2, {"Fall of job finding with each jobless month", "Calo della probabilità di trovare lavoro per mese senza lavoro"}, field<&Subject::search, &Search::duration_slope>);
    rows.number("duration_months", "months", 0, 120, {"Months over which job finding falls", "Mesi in cui la probabilità di trovare lavoro cala"}, field<&Subject::search, &Search::duration_months>);
    rows.share("effort_floor", {"Effort without trust or gain from work", "Impegno senza fiducia o guadagno dal lavoro"}, field<&Subject::search, &Search::effort_floor>);
    rows.number("effort_tax_exponent", "1", 0, 5, {"Response of effort to what is kept of a wage", "Risposta dell'impegno a quanto resta di una retribuzione"}, field<&Subject::search, &Search::effort_tax_exponent>);
    rows.share("lock_in", {"Search while in an internship or training, relative to usual", "Ricerca durante tirocinio o formazione, rispetto al solito"}, field<&Subject::search, &Search::lock_in>);
    rows.number("completed_internship_boost", "1", 0, 5, {"Log of the multiplier of job finding after a completed internship", "Logaritmo del moltiplicatore dopo un tirocinio concluso"}, field<&Subject::search, &Search::completed_internship_boost>);
    rows.whole("boost_months", "months", 0, 60, {"Months of better search after a completed internship", "Mesi di ricerca più efficace dopo un tirocinio concluso"}, field<&Subject::search, &Search::boost_months>);
    rows.number("coach_multiplier", "1", 0, 10, {"Multiplier of job finding while a job coach is assigned", "Moltiplicatore con un tutor al lavoro assegnato"}, field<&Subject::search, &Search::coach_multiplier>);
    rows.number("travel_decay_per_hour", "1/hour", 0, 20, {"Fall of applications with each hour of travel", "Calo delle candidature per ora di viaggio"}, field<&Subject::search, &Search::travel_decay_per_hour>);
    rows.share("skill_weight", {"Weight of the fit of skills and sector among vacancies; 0: none", "Peso della corrispondenza tra competenze e settore tra i posti liberi; 0: nessuno"}, field<&Subject::search, &Search::skill_weight>);
    rows.number("maximum_travel_minutes", "minutes", 1, 600, {"Longest way to work that most accept", "Tragitto più lungo che i più accettano"}, field<&Subject::search, &Search::maximum_travel_minutes>);
    rows.share("mobility_for_far_jobs", {"Mobility above which a longer way is accepted", "Mobilità oltre la quale si accetta un tragitto più lungo"}, field<&Subject::search, &Search::mobility_for_far_jobs>);
    rows.number("applicants_per_vacancy", "people", 0, 200, {"Ordinary applicants for a vacancy", "Candidati ordinari per posto vacante"}, field<&Subject::search, &Search::applicants_per_vacancy>);
    rows.number("ordinary_mean", "1", -10, 10, {"Mean score of an ordinary applicant", "Punteggio medio di un candidato ordinario"}, field<&Subject::search, &Search::ordinary_mean>);
    rows.number("ordinary_sd", "1", 0.01, 10, {"Spread of ordinary applicants' scores", "Dispersione dei punteggi dei candidati ordinari"}, field<&Subject::search, &Search::ordinary_sd>);
    rows.hazard("ordinary_finding_hazard_per_month", {"Hazard that an ordinary jobseeker finds work", "Frequenza con cui una persona non fragile trova lavoro"}, field<&Subject::search, &Search::ordinary_finding_hazard>);
    rows.share("runner_up_displaced_share", {"Vacancies filled by a resident whose ordinary runner-up loses the job", "Posti occupati da un residente in cui il candidato ordinario perde il lavoro"}, field<&Subject::search, &Search::runner_up_displaced_share>);
    rows.number("incentive_value_per_100_eur", "1", 0, 5, {"Score an applicant gains per 100 EUR a month of hire incentive", "Punteggio guadagnato da un candidato per 100 EUR al mese di incentivo"}, field<&Subject::search, &Search::incentive_value_per_100_eur>);
    rows.hazard("to_inactive_hazard_per_month", {"Hazard of giving up search, at trust 0.5", "Frequenza di rinuncia alla ricerca, con fiducia 0,5"}, field<&Subject::search, &Search::to_inactive_hazard>);
    rows.number("giving_up_trust_slope", "1", 0, 2, {"Fall of giving up search per unit of trust, relative to trust 0.5", "Calo della rinuncia alla ricerca per unità di fiducia, rispetto a fiducia 0,5"}, field<&Subject::search, &Search::giving_up_trust_slope>);
    rows.hazard("to_seeking_hazard_per_month", {"Hazard of starting to search", "Frequenza di inizio della ricerca"}, field<&Subject::search, &Search::to_seeking_hazard>);
    rows.share("fixed_term_share", {"New jobs that are fixed-term", "Nuovi lavori a tempo determinato"}, field<&Subject::search, &Search::fixed_term_share>);
    rows.share("full_time_share", {"New jobs that are full-time", "Nuovi lavori a tempo pieno"}, field<&Subject::search, &Search::full_time_share>);
}

void add_job_keeping(std::vector<ParameterSpec>& table) {
    Rows rows(table, "job_keeping.", PackKind::behaviour);
    rows.hazard("hazard_months_1_3", {"Hazard of losing a job in months 1 to 3", "Frequenza di perdita del lavoro nei mesi da 1 a 3"}, field<&Subject::keeping, &Keeping::hazard_months_1_3>);
    rows.hazard("hazard_months_4_12", {"Hazard of losing a job in months 4 to 12", "Frequenza di perdita del lavoro nei mesi da 4 a 12"}, field<&Subject::keeping, &Keeping::hazard_months_4_12>);
    rows.hazard("hazard_months_13_on", {"Hazard of losing a job from month 13", "Frequenza di perdita del lavoro dal mese 13"}, field<&Subject::keeping, &Keeping::hazard_months_13_on>);
    rows.number("professional_slope", "1", -10, 10, {"Job loss per unit of professional capital, log", "Perdita del lavoro per unità di capitale professionale, log"}, field<&Subject::keeping, &Keeping::professional_slope>);
    rows.number("relational_slope", "1", -10, 10, {"Job loss per unit of relational capital, log", "Perdita del lavoro per unità di capitale relazionale, log"}, field<&Subject::keeping, &Keeping::relational_slope>);
    rows.number("frailty_slope", "1", -10, 10, {"Job loss per unit of latent advantage, log", "Perdita del lavoro per unità di vantaggio latente, log"}, field<&Subject::keeping, &Keeping::frailty_slope>);
    rows.number("disability_slope", "1", -10, 10, {"Job loss per unit of limitation, log", "Perdita del lavoro per unità di limitazione, log"}, field<&Subject::keeping, &Keeping::disability_slope>);
    rows.number("unhoused_term", "1", -10, 10, {"Job loss without a home, log", "Perdita del lavoro senza una casa, log"}, field<&Subject::keeping, &Keeping::unhoused_term>);
    rows.number("travel_term", "1", -10, 10, {"Job loss with a way longer than accepted, log", "Perdita del lavoro con un tragitto oltre l'accettabile, log"}, field<&Subject::keeping, &Keeping::travel_term>);
    rows.number("tutor_ratio", "1", 0, 5, {"Multiplier of job loss with a tutor", "Moltiplicatore della perdita del lavoro con un tutor"}, field<&Subject::keeping, &Keeping::tutor_ratio>);
    rows.number("coop_b_ratio", "1", 0, 5, {"Multiplier of job loss in a type-B cooperative", "Moltiplicatore della perdita del lavoro in cooperativa di tipo B"}, field<&Subject::keeping, &Keeping::coop_b_ratio>);
    rows.hazard("coop_b_transition_hazard_per_month", {"Hazard of moving from a type-B cooperative to the open market", "Frequenza di passaggio dalla cooperativa di tipo B al mercato"}, field<&Subject::keeping, &Keeping::coop_b_transition_hazard>);
    rows.number("open_ended_after_months", "months", 0, 120, {"Months after which a fixed-term job becomes open-ended", "Mesi dopo i quali un lavoro a termine diventa stabile"}, field<&Subject::keeping, &Keeping::open_ended_after_months>);
    rows.number("reset_months", "months", 1, 24, {"Months of a job that set jobless duration back to zero", "Mesi di un lavoro che azzerano la durata senza lavoro"}, field<&Subject::keeping, &Keeping::reset_months>);
}

void add_contacts(std::vector<ParameterSpec>& table) {
    Rows rows(table, "contacts.", PackKind::behaviour);
    rows.number("mean_degree", "people", 0, 50, {"Ties of a resident who arrives", "Legami di un residente che arriva"}, field<&Subject::contacts, &Contact::mean_degree>);
    rows.share("homophily", {"Ties of newcomers with people of their own group", "Legami di chi arriva con persone della stessa condizione"}, field<&Subject::contacts, &Contact::homophily>);
    rows.hazard("decay_hazard_per_month", {"Hazard that a tie ends", "Frequenza con cui un legame finisce"}, field<&Subject::contacts, &Contact::decay_hazard_per_month>);
    rows.number("host_ties", "people", 0, 50, {"Ties to a host's employees that an internship gives", "Legami con i dipendenti dell'ospitante dati da un tirocinio"}, field<&Subject::contacts, &Contact::host_ties>);
    rows.number("group_ties", "people", 0, 50, {"Ties to others in a course", "Legami con altri partecipanti dati da un corso"}, field<&Subject::contacts, &Contact::group_ties>);
    rows.share("outside_employed_share", {"Contacts among employees of hosts who have a job", "Contatti tra i dipendenti degli ospitanti che hanno un lavoro"}, field<&Subject::contacts, &Contact::outside_employed_share>);
    rows.share("information_share", {"Employed people who hear of a vacancy in a month", "Occupati che in un mese sanno di un posto libero"}, field<&Subject::contacts, &Contact::information_share>);
    rows.share("outside_pass_share", {"Part of what contacts outside hear that they tell this resident", "Quota di ciò che i contatti esterni sanno che raccontano a questo residente"}, field<&Subject::contacts, &Contact::outside_pass_share>);
    rows.number("finding_bonus", "1", 0, 5, {"Gain in job finding with all contacts employed, without vacancies", "Aumento del reperimento di lavoro se tutti i contatti sono occupati, senza posti espliciti"}, field<&Subject::contacts, &Contact::finding_bonus>);
}

void add_households(std::vector<ParameterSpec>& table) {
    Rows rows(table, "households.", PackKind::behaviour);
    rows.acts(Acts::at_start);
    rows.share("partner_share", {"Residents who live with a partner, survivors of violence excepted", "Residenti che vivono con un partner, vittime di violenza escluse"}, field<&Subject::households, &Household::partner_share>);
    rows.share("pair_share", {"Partners who are residents in need themselves", "Partner che sono a loro volta residenti in stato di bisogno"}, field<&Subject::households, &Household::pair_share>);
    rows.share("partner_employed_share", {"Other partners who have a job", "Altri partner che hanno un lavoro"}, field<&Subject::households, &Household::partner_employed_share>);
    rows.number("partner_income_eur_month", "EUR/month", 0, 20000, {"Gross wage of a partner who has a job", "Retribuzione lorda di un partner che lavora"}, field<&Subject::households, &Household::partner_income_eur_month>);
    rows.number("further_adult_scale", "1", 0, 1, {"Added to the poverty line's scale by a partner", "Aggiunta alla scala della soglia di povertà per il partner"}, field<&Subject::households, &Household::further_adult_scale>);
    rows.share("small_children_share", {"Households with minors that have small ones", "Nuclei con minori che ne hanno di piccoli"}, field<&Subject::households, &Household::small_children_share>);
    rows.acts(Acts::monthly);
    rows.hazard("parting_hazard_per_month", {"Hazard that a couple parts", "Frequenza con cui una coppia si separa"}, field<&Subject::households, &Household::parting_hazard_per_month>);
    rows.number("pension_eur_month", "EUR/month", 0, 5000, {"Old-age allowance of a partner past working age", "Assegno di vecchiaia del partner oltre l'età di lavoro"}, field<&Subject::households, &Household::pension_eur_month>);
    rows.share("mother_keeps_share", {"Couples that part whose minors stay with their mother", "Coppie che si separano i cui minori restano con la madre"}, field<&Subject::households, &Household::mother_keeps_share>);
    rows.share("childcare_barrier", {"Multiplier of search while nobody minds small children", "Moltiplicatore della ricerca finché nessuno bada ai figli piccoli"}, field<&Subject::households, &Household::childcare_barrier>);
}

void add_microcredit(std::vector<ParameterSpec>& table) {
    Rows rows(table, "microcredit.", PackKind::behaviour);
    rows.share("capital_threshold", {"Professional and relational capital that a lender asks for", "Capitale professionale e relazionale che chi presta richiede"}, field<&Subject::microcredit, &Loan::capital_threshold>);
    rows.share("approval_share", {"Applications that a lender approves, of those it considers", "Domande accolte, tra quelle che chi presta prende in esame"}, field<&Subject::microcredit, &Loan::approval_share>);
    rows.number("loan_eur", "EUR", 0, 100000, {"Loan to start a business", "Prestito per avviare un'attività"}, field<&Subject::microcredit, &Loan::loan_eur>);
    rows.number("interest_per_year", "1/year", 0, 1, {"Nominal yearly interest of the loan", "Interesse nominale annuo del prestito"}, field<&Subject::microcredit, &Loan::interest_per_year>);
    rows.whole("loan_months", "months", 1, 120, {"Months in which the loan is repaid", "Mesi in cui il prestito è restituito"}, field<&Subject::microcredit, &Loan::loan_months>);
    rows.number("survival_36_months", "share", 0.01, 1, {"Businesses still open after three years", "Attività ancora aperte dopo tre anni"}, field<&Subject::microcredit, &Loan::survival_36_months>);
    rows.share("called_share_tutored", {"Loans whose guarantee is called, with a tutor", "Prestiti la cui garanzia è escussa, con un tutor"}, field<&Subject::microcredit, &Loan::called_share_tutored>);
    rows.share("called_share_untutored", {"Loans whose guarantee is called, without a tutor", "Prestiti la cui garanzia è escussa, senza tutor"}, field<&Subject::microcredit, &Loan::called_share_untutored>);
    rows.share("guarantee_cover", {"Part of the balance that the fund pays when a guarantee is called", "Quota del debito residuo pagata dal fondo quando la garanzia è escussa"}, field<&Subject::microcredit, &Loan::guarantee_cover>);
    rows.number("income_eur_month", "EUR/month", 0, 20000, {"Mean income of a financed business before contributions, tax and instalment", "Reddito medio di un'attività finanziata prima di contributi, imposta e rata"}, field<&Subject::microcredit, &Loan::income_eur_month>);
    rows.number("income_log_sd", "1", 0, 2, {"Spread of the income of businesses, log", "Dispersione del reddito delle attività, log"}, field<&Subject::microcredit, &Loan::income_log_sd>);
    rows.number("additional_jobs", "jobs", 0, 5, {"Jobs for others that a financed business adds", "Posti di lavoro per altri che un'attività finanziata aggiunge"}, field<&Subject::microcredit, &Loan::additional_jobs>);
    rows.home(PackKind::policy);
    rows.share("tutored_share", {"Loans that come with a tutor", "Prestiti accompagnati da un tutor"}, field<&Subject::microcredit, &Loan::tutored_share>);
}

void add_housing(std::vector<ParameterSpec>& table) {
    Rows rows(table, "housing.", PackKind::behaviour);
    rows.hazard("shelter_entry_hazard_per_month", {"Hazard that a homeless person takes a free shelter place", "Frequenza con cui chi è senza dimora occupa un posto libero"}, field<&Subject::housing, &House::shelter_entry_hazard>);
    rows.hazard("precarious_find_hazard_per_month", {"Hazard of finding precarious housing from the street or a shelter", "Frequenza con cui si trova un alloggio precario da strada o dormitorio"}, field<&Subject::housing, &House::precarious_find_hazard>);
    rows.hazard("stable_find_hazard_per_month", {"Hazard of finding stable housing when the rent is affordable", "Frequenza con cui si trova casa stabile se l'affitto è sostenibile"}, field<&Subject::housing, &House::stable_find_hazard>);
    rows.number("guarantee_multiplier", "1", 0, 20, {"Multiplier of finding stable housing with a rent guarantee", "Moltiplicatore con una garanzia per l'affitto"}, field<&Subject::housing, &House::guarantee_multiplier>);
    rows.share("affordability", {"Share of income below which a rent is affordable", "Quota del reddito sotto la quale un affitto è sostenibile"}, field<&Subject::housing, &House::affordability>);
    rows.hazard("precarious_loss_hazard_per_month", {"Hazard of becoming homeless from precarious housing", "Frequenza con cui da un alloggio precario si resta senza casa"}, field<&Subject::housing, &House::precarious_loss_hazard>);
    rows.hazard("stable_loss_hazard_per_month", {"Hazard of losing stable housing when the rent is not affordable", "Frequenza con cui si perde la casa stabile se l'affitto non è sostenibile"}, field<&Subject::housing, &House::stable_loss_hazard>);
    rows.hazard("supported_autonomy_hazard_per_month", {"Hazard of leaving supported housing with own income", "Frequenza di uscita dall'abitare accompagnato con reddito proprio"}, field<&Subject::housing, &House::supported_autonomy_hazard>);
    rows.share("shelter_marginal_share", {"Part of a shelter place's cost that varies with use", "Parte del costo di un posto in dormitorio che varia con l'uso"}, field<&Subject::housing, &House::shelter_marginal_share>);
    rows.share("guarantee_call_share", {"Expected call of a rent guarantee, share of the rent", "Escussione attesa di una garanzia, quota dell'affitto"}, field<&Subject::housing, &House::guarantee_call_share>);
}

void add_justice_and_violence(std::vector<ParameterSpec>& table) {
    using Justice_ = JusticeParameters;
    Rows rows(table, "justice.", PackKind::behaviour);
    rows.hazard("hazard_year_1", {"Hazard of re-incarceration in the first year after release", "Frequenza di reingresso in carcere nel primo anno"}, field<&Subject::justice, &Justice_::hazard_year_1>);
    rows.hazard("hazard_years_2_3", {"Hazard of re-incarceration in years 2 and 3", "Frequenza di reingresso in carcere negli anni 2 e 3"}, field<&Subject::justice, &Justice_::hazard_years_2_3>);
    rows.hazard("hazard_later", {"Hazard of re-incarceration after three years", "Frequenza di reingresso in carcere dopo tre anni"}, field<&Subject::justice, &Justice_::hazard_later>);
    rows.number("job_ratio", "1", 0, 5, {"Multiplier of re-incarceration in work", "Moltiplicatore del reingresso per chi lavora"}, field<&Subject::justice, &Justice_::job_ratio>);
    rows.number("programme_ratio", "1", 0, 5, {"Multiplier of re-incarceration in a project", "Moltiplicatore del reingresso per chi è in progetto"}, field<&Subject::justice, &Justice_::programme_ratio>);
    rows.number("unhoused_ratio", "1", 0, 5, {"Multiplier of re-incarceration without a home", "Moltiplicatore del reingresso per chi è senza casa"}, field<&Subject::justice, &Justice_::unhoused_ratio>);
    rows.number("frailty_slope", "1", -5, 5, {"Re-incarceration per standard unit of latent advantage, log", "Reingresso per unità standard di vantaggio latente, log"}, field<&Subject::justice, &Justice_::frailty_slope>);
    rows.number("women_ratio", "1", 0, 5, {"Multiplier of re-incarceration for women", "Moltiplicatore del reingresso per le donne"}, field<&Subject::justice, &Justice_::women_ratio>);
    rows.number("population_mean_ratio", "1", 0.01, 10, {"Mean over the released of the multipliers for work, project and home; those of sex and frailty are computed", "Media tra i dimessi dei moltiplicatori di lavoro, progetto e casa; quelli di sesso e fragilità sono calcolati"}, field<&Subject::justice, &Justice_::population_mean_ratio>);
    rows.number("mean_resentence_months", "months", 1, 360, {"Mean months of a new detention", "Mesi medi di una nuova detenzione"}, field<&Subject::justice, &Justice_::mean_resentence_months>);
    rows.hazard("alternative_hazard_per_month", {"Hazard that a detainee with a home serves the rest of a sentence outside", "Frequenza con cui un detenuto che ha casa sconta fuori il resto della pena"}, field<&Subject::justice, &Justice_::alternative_hazard>).lever = true;
    rows.number("alternative_ratio", "1", 0, 5, {"Multiplier of re-incarceration while serving outside, on the first year's hazard", "Moltiplicatore del reingresso durante la misura alternativa, sulla frequenza del primo anno"}, field<&Subject::justice, &Justice_::alternative_ratio>);
    rows.hazard("revocation_hazard_per_month", {"Hazard that an alternative measure is revoked without a new offence", "Frequenza con cui una misura alternativa è revocata senza un nuovo reato"}, field<&Subject::justice, &Justice_::revocation_hazard>);
    rows.share("prison_work_share", {"Detainees who work", "Detenuti che lavorano"}, field<&Subject::justice, &Justice_::prison_work_share>);
    rows.share("prison_income_domain", {"Income domain of a detainee who works", "Dominio reddito di un detenuto che lavora"}, field<&Subject::justice, &Justice_::prison_income_domain>);
    rows.prefix("violence.");
    rows.hazard("improvement_hazard_per_month", {"Hazard of one step up in safety", "Frequenza di un passo avanti nella sicurezza"}, field<&Subject::violence, &Violence::improvement_hazard>);
    rows.hazard("improvement_hazard_employed_per_month", {"Hazard of one step up in safety that work adds", "Frequenza di un passo avanti nella sicurezza che il lavoro aggiunge"}, field<&Subject::violence, &Violence::improvement_hazard_employed>);
    rows.share("improvement_step", {"Safety gained by a step up", "Sicurezza guadagnata con un passo avanti"}, field<&Subject::violence, &Violence::improvement_step>);
    rows.hazard("recurrence_hazard_per_month", {"Hazard of return or new violence", "Frequenza di ritorno o nuova violenza"}, field<&Subject::violence, &Violence::recurrence_hazard>);
    rows.number("recurrence_autonomous_ratio", "1", 0, 5, {"Multiplier of new violence when economically autonomous", "Moltiplicatore della nuova violenza con autonomia economica"}, field<&Subject::violence, &Violence::recurrence_autonomous_ratio>);
    rows.share("recurrence_step", {"Safety lost by new violence", "Sicurezza persa per nuova violenza"}, field<&Subject::violence, &Violence::recurrence_step>);
    rows.hazard("interruption_hazard_per_month", {"Hazard that a survivor's placement is interrupted for safety", "Frequenza con cui un inserimento si interrompe per sicurezza"}, field<&Subject::violence, &Violence::interruption_hazard>);
    rows.share("excluded_share", {"Municipalities where a survivor may not be placed", "Comuni in cui una vittima di violenza non può essere inserita"}, field<&Subject::violence, &Violence::excluded_share>);
    rows.share("refuge_marginal_share", {"Part of a refuge place's cost that varies with use", "Parte del costo di un posto in rifugio che varia con l'uso"}, field<&Subject::violence, &Violence::refuge_marginal_share>);
}

void add_quota(std::vector<ParameterSpec>& table) {
    Rows rows(table, "quota.", PackKind::behaviour);
    rows.share("uncovered_share", {"Places owed to disabled people that nobody holds", "Posti dovuti alle persone disabili che nessuno occupa"}, field<&Subject::quota, &QuotaParameters::uncovered_share>);
    rows.hazard("opening_hazard_per_month", {"Hazard that targeted placement opens a place owed and not held", "Frequenza con cui il collocamento mirato apre un posto dovuto e non occupato"}, field<&Subject::quota, &QuotaParameters::opening_hazard>).lever = true;
}

void add_autonomy(std::vector<ParameterSpec>& table) {
    Rows rows(table, "autonomy.", PackKind::behaviour);
    rows.list("weights", like(PackKind::behaviour, ValueType::number, "share", 0, 1, {"Weight in the autonomy index", "Peso nell'indice di autonomia"},
        element<&Subject::autonomy, &Autonomy::weights>), members_of<Domain>(), {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05});
    rows.list("weights_work_light", like(PackKind::behaviour, ValueType::number, "share", 0, 1, {"Weight in the autonomy index that weighs work and income less", "Peso nell'indice di autonomia che pesa meno lavoro e reddito"},
        other_weight<OtherWeights::work_light>), members_of<Domain>(), {0.15, 0.10, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05});
    rows.list("weights_equal", like(PackKind::behaviour, ValueType::number, "share", 0, 1, {"Weight in the autonomy index that weighs all domains alike", "Peso nell'indice di autonomia che pesa tutti gli ambiti allo stesso modo"},
        other_weight<OtherWeights::equal>), members_of<Domain>(), {0.125});
    rows.number("floor", "1", 0.001, 1, {"Lowest level of a domain in the index", "Livello minimo di un dominio nell'indice"}, field<&Subject::autonomy, &Autonomy::floor>);
    rows.share("exit_level", {"Autonomy index an exit asks for", "Indice di autonomia richiesto per l'uscita"}, field<&Subject::autonomy, &Autonomy::exit_level>);
    rows.share("exit_core_floor", {"Level of each core domain an exit asks for", "Livello di ogni dominio essenziale richiesto per l'uscita"}, field<&Subject::autonomy, &Autonomy::exit_core_floor>);
    rows.whole("exit_months", "months", 1, 36, {"Consecutive months an exit asks for", "Mesi consecutivi richiesti per l'uscita"}, field<&Subject::autonomy, &Autonomy::exit_months>);
    rows.whole("stable_months", "months", 1, 60, {"Months after an exit, free of assistance, instruments, prison and street, that make it stable", "Mesi dopo un'uscita, senza assistenza, strumenti, carcere o strada, che la rendono stabile"}, field<&Subject::autonomy, &Autonomy::stable_months>);
    rows.share("relapse_level", {"Autonomy index below which an exited person is at risk of return", "Indice di autonomia sotto il quale chi è uscito rischia il ritorno"}, field<&Subject::autonomy, &Autonomy::relapse_level>);
    rows.hazard("relapse_hazard_per_month", {"Hazard of coming back to the services below that level", "Frequenza di ritorno ai servizi sotto quel livello"}, field<&Subject::autonomy, &Autonomy::relapse_hazard>);
    rows.share("exclusion_trust", {"Trust below which a person may become excluded", "Fiducia sotto la quale una persona può diventare esclusa"}, field<&Subject::autonomy, &Autonomy::exclusion_trust>);
    rows.number("exclusion_jobless_months", "months", 0, 240, {"Jobless months after which a person may become excluded", "Mesi senza lavoro dopo i quali una persona può diventare esclusa"}, field<&Subject::autonomy, &Autonomy::exclusion_jobless_months>);
    rows.hazard("exclusion_hazard_per_month", {"Hazard of exclusion for people at risk of it", "Frequenza dell'esclusione per chi vi è esposto"}, field<&Subject::autonomy, &Autonomy::exclusion_hazard>);
    rows.number("permanent_exclusion_months", "months", 1, 240, {"Months in exclusion that count as permanent", "Mesi di esclusione che valgono come permanente"}, field<&Subject::autonomy, &Autonomy::permanent_exclusion_months>);
    rows.share("work_none", {"Work domain without a job", "Dominio lavoro senza un lavoro"}, field<&Subject::autonomy, &Autonomy::work_none>);
    rows.share("work_internship", {"Work domain in an internship", "Dominio lavoro in tirocinio"}, field<&Subject::autonomy, &Autonomy::work_internship>);
    rows.share("work_recent", {"Work domain in a recent job", "Dominio lavoro con un lavoro recente"}, field<&Subject::autonomy, &Autonomy::work_recent>);
    rows.share("work_stable", {"Work domain in a lasting job", "Dominio lavoro con un lavoro duraturo"}, field<&Subject::autonomy, &Autonomy::work_stable>);
    rows.number("stable_job_months", "months", 0, 60, {"Months after which a job counts as lasting", "Mesi dopo i quali un lavoro vale come duraturo"}, field<&Subject::autonomy, &Autonomy::stable_job_months>);
    rows.list("housing_level", like(PackKind::behaviour, ValueType::number, "share", 0, 1, {"Housing domain", "Dominio casa"}, element<&Subject::autonomy, &Autonomy::housing_level>),
        {{"homeless", {"homeless", "senza dimora"}}, {"shelter", {"in a shelter", "in dormitorio"}}, {"supported", {"supported housing", "abitare accompagnato"}},
         {"precarious", {"precarious housing", "alloggio precario"}}, {"stable", {"stable housing", "alloggio stabile"}}});
    rows.prefix("autonomy.poverty_scale.");
    rows.acts(Acts::at_start);
    rows.number("one_minor", "1", 1, 5, {"Poverty line of an adult with one minor, relative to one person", "Linea di povertà di un adulto con un minore, rispetto a una persona"}, field<&Subject::autonomy, &Autonomy::poverty_scale_one_minor>);
    rows.number("two_minors", "1", 1, 5, {"Poverty line of an adult with two minors, relative to one person", "Linea di povertà di un adulto con due minori, rispetto a una persona"}, field<&Subject::autonomy, &Autonomy::poverty_scale_two_minors>);
    rows.number("three_minors", "1", 1, 5, {"Poverty line of an adult with three minors, relative to one person", "Linea di povertà di un adulto con tre minori, rispetto a una persona"}, field<&Subject::autonomy, &Autonomy::poverty_scale_three_minors>);
    rows.prefix("tax.");
    rows.share("self_employed_contribution", {"Social contributions of the self-employed, share of income", "Contributi sociali di chi lavora in proprio, quota del reddito"}, field<&Subject::tax, &TaxParameters::self_employed_contribution>);
    rows.share("self_employed_tax", {"Flat tax of the self-employed, share of income less contributions", "Imposta sostitutiva di chi lavora in proprio, quota del reddito al netto dei contributi"}, field<&Subject::tax, &TaxParameters::self_employed_tax>);
    rows.acts(Acts::monthly);
    rows.number("fiscal_productivity", "1", 0, 5, {"Value of work done as a multiple of gross labour cost", "Valore del lavoro svolto in multipli del costo lordo del lavoro"}, field<&Subject::tax, &TaxParameters::fiscal_productivity>);
}

void add_ways_to_services(std::vector<ParameterSpec>& table) {
    using Reach = OutreachParameters;
    using Referral = ReferralParameters;
    using Network = NetworkParameters;
    Rows rows(table, "outreach.", PackKind::behaviour);
    rows.hazard("hazard_per_month", {"Hazard of identification at best conditions", "Frequenza di individuazione nelle condizioni migliori"}, field<&Subject::outreach, &Reach::hazard_per_month>).lever = true;
    rows.number("language_barrier", "1", 0, 10, {"Fall of identification with language, log", "Calo dell'individuazione con la lingua, log"}, field<&Subject::outreach, &Reach::language_barrier>);
    rows.number("travel_barrier_per_hour", "1/hour", 0, 10, {"Fall of identification with the way to the desk, log", "Calo dell'individuazione con la distanza dallo sportello, log"}, field<&Subject::outreach, &Reach::travel_barrier>);
    rows.hazard("reengagement_hazard_per_month", {"Hazard that outreach brings an excluded person back", "Frequenza con cui la ricerca attiva recupera una persona esclusa"}, field<&Subject::outreach, &Reach::reengagement_hazard_per_month>);
    rows.hazard("usual_hazard_per_month", {"Identification hazard that re-engagement is scaled by", "Frequenza di individuazione a cui il recupero è rapportato"}, field<&Subject::outreach, &Reach::usual_hazard_per_month>);
    rows.prefix("referral.");
    rows.hazard("hazard_per_month", {"Hazard that a known person is referred", "Frequenza con cui una persona nota viene inviata"}, field<&Subject::referral, &Referral::referral_hazard_per_month>).lever = true;
    rows.share("loss_max", {"Referrals lost per hand-over without ties", "Invii persi per passaggio senza legami"}, field<&Subject::referral, &Referral::loss_max>);
    rows.share("loss_min", {"Referrals lost per hand-over at full ties", "Invii persi per passaggio con legami pieni"}, field<&Subject::referral, &Referral::loss_min>);
    rows.number("delay_max_months", "months", 0, 60, {"Mean delay of a hand-over without ties", "Ritardo medio di un passaggio senza legami"}, field<&Subject::referral, &Referral::delay_max_months>);
    rows.number("delay_min_months", "months", 0, 60, {"Mean delay of a hand-over at full ties", "Ritardo medio di un passaggio con legami pieni"}, field<&Subject::referral, &Referral::delay_min_months>);
    rows.share("duplicate_max", {"Assessments made again without sharing", "Valutazioni ripetute senza condivisione"}, field<&Subject::referral, &Referral::duplicate_max>);
    rows.whole("hops", "hand-overs", 1, 10, {"Hand-overs before the first instrument", "Passaggi prima del primo strumento"}, field<&Subject::referral, &Referral::hops>).lever = true;
    rows.share("lost_trust_factor", {"Trust left after a lost referral", "Fiducia che resta dopo un invio perso"}, field<&Subject::referral, &Referral::lost_trust_factor>);
    rows.share("case_manager_loss", {"Referrals lost per hand-over with a case manager, at most", "Invii persi per passaggio con un operatore di riferimento, al massimo"}, field<&Subject::referral, &Referral::case_manager_loss>);
    rows.share("case_manager_trust", {"Return of trust to its first level in a month with a case manager", "Ritorno della fiducia al livello iniziale in un mese con un operatore di riferimento"}, field<&Subject::referral, &Referral::case_manager_trust>);
    rows.prefix("network.");
    rows.share("tie_growth", {"Gap to the aimed tie closed in a month", "Divario dal legame obiettivo colmato in un mese"}, field<&Subject::network, &Network::tie_growth>);
    rows.share("tie_decay", {"Tie lost in a month without funding", "Legame perso in un mese senza finanziamento"}, field<&Subject::network, &Network::tie_decay>);
    rows.number("turnover_hazard_per_year", "1/year", 0, 20, {"Staff turnover events that weaken ties", "Ricambi di personale che indeboliscono i legami"}, field<&Subject::network, &Network::turnover_hazard_per_year>);
    rows.share("turnover_loss", {"Tie lost in a staff turnover", "Legame perso in un ricambio di personale"}, field<&Subject::network, &Network::turnover_loss>);
    rows.number("dip_throughput", "1", 0, 2, {"Service throughput in the first months of a network", "Capacità dei servizi nei primi mesi di una rete"}, field<&Subject::network, &Network::dip_throughput>);
    rows.number("dip_months", "months", 0, 60, {"Months of that dip", "Mesi di quel calo"}, field<&Subject::network, &Network::dip_months>);
    rows.prefix("trust.");
    rows.number("search_decay_per_month", "1/month", 0, 1, {"Trust lost in a month of failed search out of care", "Fiducia persa in un mese di ricerca senza esito e senza presa in carico"}, field<&Subject::trust, &TrustParameters::search_decay_per_month>);
    rows.share("waiting_factor", {"Trust left after a month of waiting for a service", "Fiducia che resta dopo un mese di attesa"}, field<&Subject::trust, &TrustParameters::waiting_factor>);
    rows.share("floor", {"Lowest trust", "Fiducia minima"}, field<&Subject::trust, &TrustParameters::floor>);
}

void add_services(std::vector<ParameterSpec>& table) {
    using Commission = CommissionParameters;
    Rows rows(table, "commission.", PackKind::behaviour);
    rows.number("taste_noise_months", "months", 0, 60, {"Front line's taste, spread in months of waiting", "Discrezionalità degli sportelli, dispersione in mesi di attesa"}, field<&Subject::commission, &Commission::taste_noise_months>);
    rows.number("assessment_noise", "1", 0, 1, {"Noise of an assessed domain", "Rumore di un dominio valutato"}, field<&Subject::commission, &Commission::assessment_noise>);
    rows.share("sharing_precision", {"Part of that noise that full sharing removes", "Parte di quel rumore che la piena condivisione toglie"}, field<&Subject::commission, &Commission::sharing_precision>);
    rows.list("assessment_bias", like(PackKind::behaviour, ValueType::number, "1", -1, 1, {"Bias of an assessed domain", "Distorsione di un dominio valutato"},
        element<&Subject::commission, &Commission::assessment_bias>), members_of<Group>());
    rows.prefix("services.");
    rows.hazard("abandonment_hazard_per_month", {"Hazard of giving up while waiting", "Frequenza di rinuncia durante l'attesa"}, field<&Subject::services, &Service::abandonment_hazard_per_month>);
    rows.number("quality", "1", 0, 2, {"Quality of services, multiplies their effects", "Qualità dei servizi, moltiplica i loro effetti"}, field<&Subject::services, &Service::quality>).lever = true;
    rows.number("skills_assessment_noise_factor", "1", 0, 2, {"Assessment noise left after a skills assessment", "Rumore di valutazione che resta dopo un bilancio di competenze"}, field<&Subject::services, &Service::skills_assessment_noise_factor>);
    rows.number("transport_time_factor", "1", 0, 1, {"Travel time with a transport voucher, relative", "Tempo di viaggio con un buono trasporto, relativo"}, field<&Subject::services, &Service::transport_time_factor>);
    rows.whole("follow_up_months", "months", 0, 60, {"Months of follow-up after a project", "Mesi di accompagnamento dopo un progetto"}, field<&Subject::services, &Service::follow_up_months>).lever = true;
    rows.share("personalisation", {"Probability that a project is tailored, not the standard bundle", "Probabilità che un progetto sia su misura e non il pacchetto ordinario"}, field<&Subject::services, &Service::personalisation>).lever = true;
    rows.number("project_budget_eur", "EUR", 0, 100000, {"Most that the steps before the last of a tailored project may cost; 0: no limit", "Costo massimo dei passi prima dell'ultimo di un progetto su misura; 0: nessun limite"}, field<&Subject::services, &Service::project_budget_eur>).lever = true;
    rows.share("skip_training_above", {"Observed skills above which training is left out of a project", "Competenze osservate oltre le quali il progetto non prevede formazione"}, field<&Subject::services, &Service::skip_training_above>);
    rows.number("minimum_step_gain", "1", 0, 1, {"Gain in log autonomy below which a step is left out of a project", "Guadagno in log autonomia sotto il quale un passo è escluso dal progetto"}, field<&Subject::services, &Service::minimum_step_gain>);
    rows.number("longest_planned_wait_months", "months", 0, 120, {"Expected wait above which a step is left out of a project", "Attesa prevista oltre la quale un passo è escluso dal progetto"}, field<&Subject::services, &Service::longest_planned_wait_months>);
    rows.share("low_safety", {"Safety below which a project has a safety plan or refuge", "Sicurezza sotto la quale il progetto ha un piano di sicurezza o un rifugio"}, field<&Subject::services, &Service::low_safety>);
    rows.share("low_language", {"Language below which a language course comes first", "Lingua sotto la quale il corso di lingua viene prima"}, field<&Subject::services, &Service::low_language>);
    rows.share("low_health", {"Health below which a project has a health path", "Salute sotto la quale il progetto ha un percorso di cura"}, field<&Subject::services, &Service::low_health>);
    rows.share("low_mobility", {"Mobility below which, without a car, a project has a transport voucher", "Mobilità sotto la quale, senza auto, il progetto ha un buono trasporto"}, field<&Subject::services, &Service::low_mobility>);
    rows.share("greatest_aid", {"Part of a limitation that aids make up for, at most", "Parte di una limitazione che gli ausili compensano, al massimo"}, field<&Subject::services, &Service::greatest_aid>);
    rows.number("noise_of_choice", "1", 0, 10, {"Scale of taste in project design", "Scala della discrezionalità nel progetto"}, field<&Subject::services, &Service::noise_of_choice>);
}

void add_placement(std::vector<ParameterSpec>& table) {
    using Place = PlacementParameters;
    Rows rows(table, "placement.", PackKind::behaviour);
    rows.number("pay_utility", "1/EUR", 0, 1, {"Resident's utility of pay", "Utilità della retribuzione per il residente"}, field<&Subject::placement, &Place::pay_utility>);
    rows.number("travel_utility_per_hour", "1/hour", 0, 20, {"Resident's disutility of travel", "Disutilità del viaggio per il residente"}, field<&Subject::placement, &Place::travel_utility>);
    rows.number("fit_utility", "1", 0, 20, {"Resident's utility of fit", "Utilità dell'affinità per il residente"}, field<&Subject::placement, &Place::fit_utility>);
    rows.number("safety_utility", "1", 0, 20, {"Resident's utility of safety", "Utilità della sicurezza per il residente"}, field<&Subject::placement, &Place::safety_utility>);
    rows.number("taste_scale", "1", 0, 20, {"Scale of residents' taste", "Scala dei gusti dei residenti"}, field<&Subject::placement, &Place::taste_scale>);
    rows.number("maximum_minutes", "minutes", 1, 600, {"Longest way to a placement without high mobility", "Tragitto più lungo per un inserimento senza alta mobilità"}, field<&Subject::placement, &Place::maximum_minutes>);
    rows.share("mobility_for_long_way", {"Mobility above which a longer way to a placement is feasible", "Mobilità oltre la quale è possibile un tragitto più lungo"}, field<&Subject::placement, &Place::mobility_for_long_way>);
    rows.number("uplift_horizon_months", "months", 1, 120, {"Months over which a placement's gain is foreseen", "Mesi su cui si prevede il guadagno di un inserimento"}, field<&Subject::placement, &Place::uplift_horizon_months>);
    rows.share("job_autonomy_gain", {"Autonomy of a worker less that of a jobless resident", "Autonomia di chi lavora meno quella di chi è senza lavoro"}, field<&Subject::placement, &Place::job_autonomy_gain>);
    rows.share("internship_autonomy_gain", {"Autonomy of an intern less that of a jobless resident", "Autonomia di un tirocinante meno quella di chi è senza lavoro"}, field<&Subject::placement, &Place::internship_autonomy_gain>);
    rows.share("foreseen_trust", {"Trust of a candidate in foreseen job finding", "Fiducia di un candidato nella ricerca di lavoro prevista"}, field<&Subject::placement, &Place::foreseen_trust>);
    rows.share("foreseen_tax_rate", {"Participation tax rate of a candidate in foreseen job finding", "Aliquota implicita di partecipazione di un candidato nella ricerca di lavoro prevista"}, field<&Subject::placement, &Place::foreseen_tax_rate>);
    rows.number("prediction_auc", "1", 0.5, 1, {"Accuracy of predicted success: chance that of two candidates the one who succeeds has the higher prediction; no higher than readings, groups and limitation allow", "Accuratezza del successo previsto: probabilità che tra due candidati chi riesce abbia la previsione più alta; non oltre quanto consentono valutazioni, gruppi e limitazione"}, field<&Subject::placement, &Place::prediction_auc>);
    rows.number("chance_logit_mean", "1", -10, 10, {"Mean logit of a host hire foreseen without error, over candidates", "Logit medio dell'assunzione prevista senza errore, tra i candidati"}, field<&Subject::placement, &Place::chance_logit_mean>);
    rows.number("chance_logit_sd", "1", 0, 5, {"Spread of that logit over candidates", "Dispersione di quel logit tra i candidati"}, field<&Subject::placement, &Place::chance_logit_sd>);
    rows.list("prediction_bias", like(PackKind::behaviour, ValueType::number, "1", -5, 5, {"Bias of the logit of predicted success for the group", "Distorsione del logit del successo previsto per il gruppo"},
        element<&Subject::placement, &Place::prediction_bias>), members_of<Group>());
}

}  // namespace

void add_people_rows(std::vector<ParameterSpec>& table) {
    add_population(table);
    add_initial(table);
    add_capital(table);
    add_housing(table);
    add_justice_and_violence(table);
    add_quota(table);
    add_autonomy(table);
}

void add_work_rows(std::vector<ParameterSpec>& table) {
    add_employers(table);
    add_internship(table);
    add_job_search(table);
    add_job_keeping(table);
    add_microcredit(table);
    add_contacts(table);
    add_households(table);
}

void add_care_rows(std::vector<ParameterSpec>& table) {
    add_ways_to_services(table);
    add_services(table);
    add_placement(table);
}

// clang-format on

}  // namespace cantiere::detail
