#include <array>
#include <utility>

#include "scenarios/parameter_rows.h"

namespace cantiere::detail {
namespace {

using Subject = Parameters;
using Population = PopulationParameters;
using Employer = EmployerParameters;
using Search = JobSearchParameters;
using House = HousingParameters;
using Staff = StaffPrices;
using Prison = JusticeParameters;
using Benefit = BenefitParameters;
using Travel = TravelParameters;

double& internship_payer(Parameters& parameters, int) {
    return parameters.instruments[Instrument::internship].payer;
}

// clang-format off

void add_people_of_territory(std::vector<ParameterSpec>& table) {
    Rows rows(table, "population.", PackKind::territory);
    rows.acts(Acts::at_start);
    rows.number("residents_in_need", "people", 1, 1e7,
        {"People at risk or in care at the start of the burn-in", "Persone a rischio o in carico all'inizio del periodo di avvio"},
        field<&Subject::population, &Population::residents_in_need>);
    rows.share("female_share", {"Women among the people in need", "Donne tra le persone in stato di bisogno"},
        field<&Subject::population, &Population::female_share>);
    rows.share("renter_share", {"Households that rent", "Nuclei in affitto"},
        field<&Subject::population, &Population::renter_share>);
    rows.share("car_share", {"Residents who travel by car", "Residenti che si spostano in auto"},
        field<&Subject::population, &Population::car_share>);
    rows.share("children_share", {"Households with at least one minor", "Nuclei con almeno un minore"},
        field<&Subject::population, &Population::children_share>);
    rows.list("group_share", like(PackKind::territory, ValueType::number, "share", 0, 1,
        {"Share carrying this flag", "Quota con questa condizione"},
        element<&Subject::population, &Population::group_share>), members_of<Group>());
    rows.number("arrival_hazard_per_month", "1/month", 0, 0.2,
        {"Newcomers per resident in need and month", "Nuovi arrivi per residente in stato di bisogno e mese"},
        field<&Subject::population, &Population::arrival_hazard_per_month>);
    rows.share("detained_share", {"People flagged detained or formerly detained who are inside at the start", "Detenuti o ex detenuti che all'inizio sono in carcere"},
        field<&Subject::population, &Population::detained_share>);
    const auto states = members_of<WorkState>();
    constexpr std::array usual_start{std::pair{WorkState::inactive, 0.30}, std::pair{WorkState::seeking, 0.48},
                                     std::pair{WorkState::fixed_term, 0.12}, std::pair{WorkState::open_ended, 0.10}};
    for (const auto& [state, usual_share] : usual_start) {
        const auto& [name, text] = states[static_cast<std::size_t>(state)];
        ParameterSpec& spec = rows.share("initial_work_share." + name,
            {"Share at the start: " + text.en, "Quota all'inizio: " + text.it},
            element<&Subject::population, &Population::initial_work_share>);
        spec.index = static_cast<int>(state);
        spec.default_value = usual_share;
    }
    rows.share("violence_open_ended_share", {"Survivors of violence with a stable job at the start", "Vittime di violenza con un lavoro stabile all'inizio"},
        field<&Subject::population, &Population::violence_open_ended_share>);
    rows.share("violence_fixed_term_share", {"Survivors of violence with casual work at the start", "Vittime di violenza con un lavoro saltuario all'inizio"},
        field<&Subject::population, &Population::violence_fixed_term_share>);
    rows.share("violence_female_share", {"Women among survivors of violence", "Donne tra le vittime di violenza"},
        field<&Subject::population, &Population::violence_female_share>);
    rows.share("violence_children_share", {"Survivors of violence with a minor in the household", "Vittime di violenza con un minore nel nucleo"},
        field<&Subject::population, &Population::violence_children_share>);
    rows.share("detained_female_share", {"Women among people detained now or before", "Donne tra i detenuti ed ex detenuti"},
        field<&Subject::population, &Population::detained_female_share>);
    rows.share("known_share", {"People known to the services on arrival, without an open file", "Persone note ai servizi all'arrivo, senza presa in carico"},
        field<&Subject::population, &Population::known_share>);
    rows.number("mean_jobless_months", "months", 0, 240,
        {"Mean months without a job, of the jobless at the start", "Mesi medi senza lavoro di chi all'inizio non lavora"},
        field<&Subject::population, &Population::mean_jobless_months>);
}

void add_circuit(std::vector<ParameterSpec>& table) {
    Rows rows(table, "outreach.", PackKind::territory);
    rows.number("coverage", "1", 0, 5, {"Reach of outreach in the territory, 1 as in the reference", "Copertura della ricerca attiva nel territorio, 1 come nel riferimento"},
        field<&Subject::outreach, &OutreachParameters::coverage>).lever = true;
    rows.number("desk_from_residents", "residents", 0, 10000000, {"Residents from which a municipality has a desk of its own; 0: every municipality has", "Residenti a partire dai quali un comune ha un proprio sportello; 0: ogni comune lo ha"},
        field<&Subject::outreach, &OutreachParameters::desk_from_residents>).lever = true;
    rows.prefix("network.");
    rows.share("usual_tie", {"Strength of ties between institutions before any programme", "Forza dei legami tra istituzioni prima di ogni programma"},
        field<&Subject::network, &NetworkParameters::usual_tie>);
    rows.share("usual_sharing", {"Sharing of assessments before any programme", "Condivisione delle valutazioni prima di ogni programma"},
        field<&Subject::network, &NetworkParameters::usual_sharing>);
    rows.prefix("commission.");
    rows.number("frontline_cases_per_1000", "cases/month per 1000 people", 0, 1000,
        {"Cases the front line takes in a month per 1,000 people in need", "Casi presi in carico al mese dagli sportelli ogni 1.000 persone in stato di bisogno"},
        field<&Subject::commission, &CommissionParameters::frontline_cases_per_1000>);
}

void add_economy(std::vector<ParameterSpec>& table) {
    Rows rows(table, "employers.", PackKind::territory);
    rows.acts(Acts::at_start);
    rows.number("per_1000_residents", "employers per 1000 residents", 0, 200,
        {"Employers of low-skilled staff per 1,000 residents", "Datori di lavoro per bassa qualifica ogni 1.000 residenti"},
        field<&Subject::employers, &Employer::per_1000_residents>);
    rows.number("mean_staff", "people", 1, 1000, {"Mean staff of an employer", "Addetti medi per datore di lavoro"},
        field<&Subject::employers, &Employer::mean_staff>);
    rows.share("responsible_share", {"Employers that lean to social responsibility", "Imprese orientate alla responsabilità sociale"},
        field<&Subject::employers, &Employer::responsible_share>);
    rows.share("public_share", {"Public bodies among the employers", "Enti pubblici tra i datori di lavoro"},
        field<&Subject::employers, &Employer::public_share>);
    rows.number("coop_b_per_100000", "cooperatives per 100000 residents", 0, 200,
        {"Type-B cooperatives per 100,000 residents", "Cooperative di tipo B ogni 100.000 residenti"},
        field<&Subject::employers, &Employer::coop_b_per_100000>);
    rows.number("coop_b_places", "people", 0, 500, {"Places for disadvantaged workers in one type-B cooperative", "Posti per lavoratori svantaggiati in una cooperativa di tipo B"},
        field<&Subject::employers, &Employer::coop_b_places>);
    rows.share("initial_host_share", {"Employers that host interns at the start", "Datori di lavoro che all'inizio ospitano tirocinanti"},
        field<&Subject::employers, &Employer::initial_host_share>);
    rows.acts(Acts::monthly);
    rows.prefix("internship.");
    rows.number("conversion_territory", "1", -3, 3, {"Territory's term in the logit of hiring by the host", "Termine del territorio nel logit di assunzione da parte dell'ospitante"},
        field<&Subject::internship, &InternshipParameters::conversion_territory>);
    rows.prefix("job_search.");
    rows.number("tightness", "1", 0.1, 5, {"Tightness of the labour market, 1 in the reference territory and year", "Tensione del mercato del lavoro, 1 nel territorio e anno di riferimento"},
        field<&Subject::search, &Search::tightness>);
    rows.number("finding_multiplier", "1", 0.1, 5, {"Territory's multiplier of job contacts", "Moltiplicatore territoriale dei contatti di lavoro"},
        field<&Subject::search, &Search::finding_multiplier>);
    rows.share("displacement_share", {"Hires by hosts, by quota, subsidised or into freed cooperative places that take a post an ordinary applicant would have had", "Assunzioni da ospitanti, per quota, sovvenzionate o in posti liberati di cooperativa che tolgono il posto a un candidato ordinario"},
        field<&Subject::search, &Search::displacement_share>);
    rows.number("jobseekers_per_1000", "people per 1000 residents", 0, 500, {"Ordinary jobseekers per 1,000 residents", "Persone in cerca di lavoro non fragili ogni 1.000 residenti"},
        field<&Subject::search, &Search::jobseekers_per_1000>).acts = Acts::at_start;
}

void add_homes_and_ways(std::vector<ParameterSpec>& table) {
    Rows rows(table, "housing.", PackKind::territory);
    rows.acts(Acts::at_start);
    rows.list("initial_share", like(PackKind::territory, ValueType::number, "share", 0, 1,
        {"Share at the start", "Quota all'inizio"}, element<&Subject::housing, &House::initial_share>),
        {{"homeless", {"homeless", "senza dimora"}}, {"shelter", {"in a shelter", "in dormitorio"}}, {"supported", {"supported housing", "abitare accompagnato"}},
         {"precarious", {"precarious housing", "alloggio precario"}}, {"stable", {"stable housing", "alloggio stabile"}}},
        {0.01, 0.015, 0.015, 0.36, 0.60});
    rows.acts(Acts::monthly);
    rows.number("shelter_places_per_1000", "places per 1000 people", 0, 1000, {"Shelter places per 1,000 people in need", "Posti in dormitorio ogni 1.000 persone in stato di bisogno"},
        field<&Subject::housing, &House::shelter_places_per_1000>).lever = true;
    rows.acts(Acts::at_start);
    rows.prefix("travel.");
    rows.number("detour_factor", "1", 1, 3, {"Road length over great-circle length", "Lunghezza della strada rispetto alla linea d'aria"},
        field<&Subject::travel, &Travel::detour_factor>);
    rows.number("car_speed_kmh", "km/h", 5, 130, {"Mean speed by car", "Velocità media in auto"},
        field<&Subject::travel, &Travel::car_speed_kmh>);
    rows.number("car_fixed_minutes", "minutes", 0, 60, {"Fixed time of a trip by car", "Tempo fisso di un viaggio in auto"},
        field<&Subject::travel, &Travel::car_fixed_minutes>);
    rows.number("transit_speed_kmh", "km/h", 3, 130, {"Mean speed by public transport", "Velocità media con i mezzi pubblici"},
        field<&Subject::travel, &Travel::transit_speed_kmh>);
    rows.number("transit_fixed_minutes", "minutes", 0, 120, {"Walk and wait of a trip by public transport", "Cammino e attesa di un viaggio con i mezzi pubblici"},
        field<&Subject::travel, &Travel::transit_fixed_minutes>);
    rows.number("within_minutes_car", "minutes", 0, 120, {"Trip by car inside one municipality", "Viaggio in auto nello stesso comune"},
        field<&Subject::travel, &Travel::within_minutes_car>);
    rows.number("within_minutes_transit", "minutes", 0, 120, {"Trip by public transport inside one municipality", "Viaggio con i mezzi pubblici nello stesso comune"},
        field<&Subject::travel, &Travel::within_minutes_transit>);
    rows.number("inner_minutes", "minutes", 0, 1000, {"Minutes by car to the largest municipality beyond which a place is inner", "Minuti in auto dal comune più grande oltre i quali un luogo è interno"},
        field<&Subject::travel, &Travel::inner_minutes>);
}

}  // namespace

void add_territory_rows(std::vector<ParameterSpec>& table) {
    add_people_of_territory(table);
    add_circuit(table);
    add_economy(table);
    add_homes_and_ways(table);
}

void add_price_rows(std::vector<ParameterSpec>& table) {
    Rows rows(table, "internship.", PackKind::territory);
    rows.number("indemnity_eur_month", "EUR/month", 0, 3000, {"Internship indemnity paid to the intern", "Indennità di tirocinio pagata al tirocinante"},
        field<&Subject::internship, &InternshipParameters::indemnity_eur_month>).payer_field = internship_payer;
    table.back().lever = true;
    rows.number("insurance_eur_month", "EUR/month", 0, 500, {"Insurance of an intern", "Assicurazione di un tirocinante"},
        field<&Subject::internship, &InternshipParameters::insurance_eur_month>);
    rows.number("tutor_eur_month", "EUR/month", 0, 2000, {"Promoter's tutor for one intern", "Tutor del promotore per un tirocinante"},
        field<&Subject::internship, &InternshipParameters::tutor_eur_month>).lever = true;
    rows.number("promotion_eur_once", "EUR", 0, 5000, {"Fee for setting up one internship", "Compenso per l'attivazione di un tirocinio"},
        field<&Subject::internship, &InternshipParameters::promotion_eur_once>);
    rows.number("host_tutor_in_kind_eur_month", "EUR/month", 0, 3000, {"Host's own tutor, in kind", "Tutor aziendale dell'ospitante, in natura"},
        field<&Subject::internship, &InternshipParameters::host_tutor_in_kind_eur_month>);
    rows.number("output_eur_month", "EUR/month", 0, 5000, {"Value of an intern's work", "Valore del lavoro di un tirocinante"},
        field<&Subject::internship, &InternshipParameters::output_eur_month>);
    rows.prefix("job_search.");
    rows.number("wage_part_time_eur", "EUR/month", 1, 10000, {"Gross wage of a part-time job", "Retribuzione lorda di un lavoro a tempo parziale"},
        field<&Subject::search, &Search::wage_part_time_eur>);
    rows.number("wage_full_time_eur", "EUR/month", 1, 10000, {"Gross wage of a full-time job", "Retribuzione lorda di un lavoro a tempo pieno"},
        field<&Subject::search, &Search::wage_full_time_eur>);
    rows.prefix("housing.");
    rows.number("rent_eur_month", "EUR/month", 0, 5000, {"Rent of a small flat", "Affitto di un piccolo alloggio"},
        field<&Subject::housing, &House::rent_eur_month>);
    rows.number("shelter_eur_month", "EUR/month", 0, 10000, {"Cost of one shelter place", "Costo di un posto in dormitorio"},
        field<&Subject::housing, &House::shelter_eur_month>);
    rows.prefix("violence.");
    rows.number("refuge_day_eur", "EUR/day", 0, 1000, {"Cost of one refuge place", "Costo di un posto in casa rifugio"},
        field<&Subject::violence, &ViolenceParameters::refuge_day_eur>);
    rows.prefix("justice.");
    rows.number("prison_day_average_eur", "EUR/day", 0, 1000, {"Average cost of detention", "Costo medio della detenzione"},
        field<&Subject::justice, &Prison::prison_day_average_eur>);
    rows.number("prison_day_marginal_eur", "EUR/day", 0, 1000, {"Part of the cost of detention that varies with one more detainee", "Parte del costo della detenzione che varia con un detenuto in più"},
        field<&Subject::justice, &Prison::prison_day_marginal_eur>);
    rows.number("alternative_day_eur", "EUR/day", 0, 1000, {"Cost of supervising an alternative measure", "Costo del controllo di una misura alternativa"},
        field<&Subject::justice, &Prison::alternative_day_eur>);
    rows.prefix("autonomy.");
    rows.number("poverty_line_eur_month", "EUR/month", 1, 5000, {"Poverty line of a single person", "Linea di povertà di una persona sola"},
        field<&Subject::autonomy, &AutonomyParameters::poverty_line_eur_month>);
    rows.prefix("benefit.");
    rows.number("local_eur", "EUR/month", 0, 3000, {"Municipal contribution to jobless people with an open file and no national or regional benefit", "Contributo comunale a chi è senza lavoro, in carico e senza sussidio nazionale o regionale"},
        field<&Subject::benefit, &Benefit::local_eur>);
    rows.number("regional_eur", "EUR/month", 0, 3000, {"Regional minimum income", "Reddito minimo regionale"},
        field<&Subject::benefit, &Benefit::regional_eur>);
    rows.prefix("case_management.");
    rows.number("assessment_eur", "EUR", 0, 10000, {"One assessment of a person", "Una valutazione di una persona"},
        field<&Subject::staff, &Staff::assessment_eur>).payer_field = field<&Subject::staff, &Staff::assessment_payer>;
    rows.number("eur_month", "EUR/month", 0, 5000, {"Case manager of one open file", "Assistente sociale per una presa in carico"},
        field<&Subject::staff, &Staff::case_manager_eur_month>);
    rows.prefix("commission.");
    rows.number("case_eur", "EUR", 0, 5000, {"One case before the commission", "Un caso in commissione"},
        field<&Subject::staff, &Staff::commission_case_eur>);
}

// clang-format on

}  // namespace cantiere::detail
