#include "scenarios/parameter_rows.h"

namespace cantiere::detail {
namespace {
using Benefit = BenefitParameters;
using Tax = TaxParameters;

// clang-format off

void add_benefit(std::vector<ParameterSpec>& table) {
    Rows rows(table, "benefit.", PackKind::law);
    rows.number("base_eur", "EUR/month", 0, 5000, {"Minimum income for a scale of 1; 0 where there is none", "Reddito minimo per una scala pari a 1; 0 dove non esiste"},
        field<&Parameters::benefit, &Benefit::base_eur>);
    rows.number("rent_eur", "EUR/month", 0, 5000, {"Rent component, renters only", "Quota affitto, solo per chi è in locazione"},
        field<&Parameters::benefit, &Benefit::rent_eur>);
    rows.number("maximum_eur", "EUR/month", 0, 1e9, {"Cap on the benefit of a household", "Tetto al sussidio di un nucleo"},
        field<&Parameters::benefit, &Benefit::maximum_eur>);
    rows.number("minimum_eur", "EUR/month", 0, 1000, {"Smallest amount that is paid", "Importo minimo che viene pagato"},
        field<&Parameters::benefit, &Benefit::minimum_eur>);
    rows.number("disregard_eur", "EUR/month", 0, 5000, {"Gross earnings that do not reduce the benefit", "Reddito lordo da lavoro che non riduce il sussidio"},
        field<&Parameters::benefit, &Benefit::disregard_eur>);
    rows.flag("ends_at_limit", {"The benefit is lost whole above the earnings that do not reduce it", "Il sussidio si perde per intero oltre il reddito che non lo riduce"},
        field<&Parameters::benefit, &Benefit::ends_at_limit>);
    rows.share("taper", {"Benefit lost per euro of earnings once they are in the means test", "Sussidio perso per euro guadagnato una volta nell'indicatore dei mezzi"},
        field<&Parameters::benefit, &Benefit::taper>);
    rows.share("initial_taper", {"Benefit lost per euro of earnings in the first months of a job", "Sussidio perso per euro guadagnato nei primi mesi di lavoro"},
        field<&Parameters::benefit, &Benefit::initial_taper>);
    rows.whole("taper_months", "months", 0, 60, {"Months of a job with the first taper", "Mesi di lavoro con la prima riduzione"},
        field<&Parameters::benefit, &Benefit::taper_months>);
    rows.share("take_up", {"Entitled households that claim", "Nuclei aventi diritto che fanno domanda"},
        field<&Parameters::benefit, &Benefit::take_up>).acts = Acts::at_start;
    rows.number("minor_scale", "1", 0, 1, {"Added to the scale of a household by each of its first two minors", "Aggiunta alla scala di un nucleo per ciascuno dei primi due minori"},
        field<&Parameters::benefit, &Benefit::minor_scale>);
    rows.number("further_minor_scale", "1", 0, 1, {"Added to the scale of a household by each further minor", "Aggiunta alla scala di un nucleo per ogni altro minore"},
        field<&Parameters::benefit, &Benefit::further_minor_scale>);
    rows.number("further_adult_scale", "1", 0, 1, {"Added to the scale of a household by a partner", "Aggiunta alla scala di un nucleo per il partner"},
        field<&Parameters::benefit, &Benefit::further_adult_scale>);
    rows.number("aged_from_years", "years", 18, 120, {"Age from which a household is of a protected category", "Età da cui un nucleo è di una categoria protetta"},
        field<&Parameters::benefit, &Benefit::aged_from_years>);
    rows.flag("categorical", {"Only with a minor, a disability, an aged person or certified disadvantage", "Solo con un minore, una disabilità, una persona anziana o uno svantaggio certificato"},
        field<&Parameters::benefit, &Benefit::categorical>);
    rows.flag("needs_minor", {"Only with a minor", "Solo con un minore"},
        field<&Parameters::benefit, &Benefit::needs_minor>);
    rows.whole("longest_months", "months", 0, 999, {"Months that a spell of the benefit may be paid; 0 without limit", "Mesi per cui si può percepire il sussidio di seguito; 0 senza limite"},
        field<&Parameters::benefit, &Benefit::longest_months>);
    rows.whole("pause_months", "months", 0, 999, {"Months without the benefit before a new spell; 999 where there is none", "Mesi senza sussidio prima di una nuova erogazione; 999 se non è prevista"},
        field<&Parameters::benefit, &Benefit::pause_months>);
    rows.flag("counts_indemnity", {"An internship indemnity counts as earnings", "L'indennità di tirocinio conta come reddito"},
        field<&Parameters::benefit, &Benefit::counts_indemnity>);
    rows.number("activity_eur", "EUR/month", 0, 5000, {"Allowance while in an activity, for those outside the categories", "Indennità durante un'attività, per chi è fuori dalle categorie"},
        field<&Parameters::benefit, &Benefit::activity_eur>);
    rows.whole("activity_longest_months", "months", 0, 999, {"Months that the allowance may be paid in all; 0 without limit", "Mesi per cui si può percepire l'indennità in tutto; 0 senza limite"},
        field<&Parameters::benefit, &Benefit::activity_longest_months>);
    rows.number("invalidity_eur", "EUR/month", 0, 5000, {"Partial invalidity cheque, a twelfth of the year's payments", "Assegno di invalidità parziale, un dodicesimo dell'annuo"},
        field<&Parameters::benefit, &Benefit::invalidity_eur>);
    rows.share("invalidity_from", {"Lowest degree of invalidity that gives a right to the cheque", "Grado minimo di invalidità che dà diritto all'assegno"},
        field<&Parameters::benefit, &Benefit::invalidity_from>);
    rows.number("invalidity_limit_eur_year", "EUR/year", 0, 100000, {"Own yearly income above which the invalidity cheque is lost whole", "Reddito annuo personale oltre il quale l'assegno di invalidità si perde per intero"},
        field<&Parameters::benefit, &Benefit::invalidity_limit_eur_year>);
}

void add_taxes(std::vector<ParameterSpec>& table) {
    Rows rows(table, "tax.", PackKind::law);
    rows.share("employee_contribution", {"Employee's social contributions, share of gross", "Contributi a carico del lavoratore, quota del lordo"},
        field<&Parameters::tax, &Tax::employee_contribution>);
    rows.share("employer_contribution", {"Employer's social contributions, share of gross", "Contributi a carico del datore, quota del lordo"},
        field<&Parameters::tax, &Tax::employer_contribution>);
    rows.share("income_tax_rate", {"Rate of the first income-tax bracket", "Aliquota del primo scaglione dell'imposta sul reddito"},
        field<&Parameters::tax, &Tax::income_tax_rate>);
    rows.number("no_tax_area_eur_year", "EUR/year", 0, 100000, {"Income of an employee below which no income tax is due", "Reddito da lavoro sotto il quale non si paga l'imposta"},
        field<&Parameters::tax, &Tax::no_tax_area_eur_year>);
    rows.number("deduction_falls_from_eur_year", "EUR/year", 0, 100000, {"Income from which an employee's deduction falls", "Reddito da cui la detrazione da lavoro diminuisce"},
        field<&Parameters::tax, &Tax::deduction_falls_from_eur_year>);
    rows.number("deduction_falls_to_eur_year", "EUR/year", 0, 100000, {"Income at which an employee's deduction has come to its last amount", "Reddito a cui la detrazione da lavoro arriva all'ultimo importo"},
        field<&Parameters::tax, &Tax::deduction_falls_to_eur_year>);
    rows.number("deduction_first_eur_year", "EUR/year", 0, 100000, {"Deduction of an employee where it starts to fall", "Detrazione da lavoro dove inizia a diminuire"},
        field<&Parameters::tax, &Tax::deduction_first_eur_year>);
    rows.number("deduction_last_eur_year", "EUR/year", 0, 100000, {"Deduction of an employee where it has come to its last amount", "Detrazione da lavoro all'ultimo importo"},
        field<&Parameters::tax, &Tax::deduction_last_eur_year>);
    rows.number("integrative_eur_year", "EUR/year", 0, 10000, {"Tax bonus paid above the no-tax area", "Trattamento integrativo oltre l'area esente"},
        field<&Parameters::tax, &Tax::integrative_eur_year>);
    rows.number("integrative_limit_eur_year", "EUR/year", 0, 100000, {"Income above which the tax bonus stops", "Reddito oltre il quale il trattamento integrativo cessa"},
        field<&Parameters::tax, &Tax::integrative_limit_eur_year>);
    rows.share("consumption_tax_share", {"Consumption tax, share of net income", "Imposte sui consumi, quota del reddito netto"},
        field<&Parameters::tax, &Tax::consumption_tax_share>);
    rows.share("coop_b_relief", {"Contributions zeroed for disadvantaged workers of a type-B cooperative", "Contributi azzerati per i lavoratori svantaggiati di una cooperativa di tipo B"},
        field<&Parameters::tax, &Tax::coop_b_relief>);
    rows.share("coop_b_disability_from", {"Lowest degree of invalidity of a disadvantaged worker of a type-B cooperative", "Grado minimo di invalidità di un lavoratore svantaggiato di una cooperativa di tipo B"},
        field<&Parameters::tax, &Tax::coop_b_disability_from>);
    rows.share("hire_subsidy_share", {"Part of the gross wage of a subsidised hire that the payer of the seat refunds", "Quota della retribuzione lorda di un'assunzione incentivata che chi paga il posto rimborsa"},
        field<&Parameters::tax, &Tax::hire_subsidy_share>);
}

void add_duties_of_employers(std::vector<ParameterSpec>& table) {
    Rows rows(table, "justice.", PackKind::law);
    rows.number("credit_eur_month", "EUR/month", 0, 5000, {"Tax credit to any employer of somebody released from prison", "Credito d'imposta a qualsiasi datore di lavoro di chi è uscito dal carcere"},
        field<&Parameters::justice, &JusticeParameters::credit_eur_month>);
    rows.whole("credit_months", "months", 0, 120, {"Months after release in which the credit is due", "Mesi dopo la scarcerazione in cui spetta il credito"},
        field<&Parameters::justice, &JusticeParameters::credit_months>);
    rows.number("credit_alternative_eur_month", "EUR/month", 0, 5000, {"Tax credit to any employer of somebody who serves or served outside", "Credito d'imposta a qualsiasi datore di lavoro di chi è o è stato in misura alternativa"},
        field<&Parameters::justice, &JusticeParameters::credit_alternative_eur_month>);
    rows.whole("credit_alternative_months", "months", 0, 120, {"Months after a sentence served outside in which the credit is due", "Mesi dopo una pena scontata fuori in cui spetta il credito"},
        field<&Parameters::justice, &JusticeParameters::credit_alternative_months>);
    rows.whole("alternative_months_left", "months", 0, 999, {"Longest rest of a sentence that may be served outside", "Resto massimo della pena che si può scontare fuori"},
        field<&Parameters::justice, &JusticeParameters::alternative_months_left>);
    rows.prefix("employers.");
    rows.whole("seats_small", "people", 0, 50, {"Interns at once at a small host", "Tirocinanti contemporanei presso un ospitante piccolo"},
        field<&Parameters::employers, &EmployerParameters::seats_small>);
    rows.whole("seats_medium", "people", 0, 50, {"Interns at once at a host of middle size", "Tirocinanti contemporanei presso un ospitante medio"},
        field<&Parameters::employers, &EmployerParameters::seats_medium>);
    rows.share("seats_large_share", {"Interns at once at a larger host, share of staff", "Tirocinanti contemporanei presso un ospitante grande, quota degli addetti"},
        field<&Parameters::employers, &EmployerParameters::seats_large_share>);
    rows.whole("small_staff", "people", 0, 1000, {"Most staff of a small host", "Addetti di un ospitante piccolo, al massimo"},
        field<&Parameters::employers, &EmployerParameters::small_staff>);
    rows.whole("medium_staff", "people", 0, 10000, {"Most staff of a host of middle size", "Addetti di un ospitante medio, al massimo"},
        field<&Parameters::employers, &EmployerParameters::medium_staff>);
}

void add_quota_of_disabled(std::vector<ParameterSpec>& table) {
    Rows rows(table, "quota.", PackKind::law);
    rows.whole("from_staff", "people", 0, 100000, {"Staff from which an employer owes a place to a disabled person", "Addetti da cui un datore di lavoro deve un posto a una persona disabile"},
        field<&Parameters::quota, &QuotaParameters::from_staff>);
    rows.whole("two_from_staff", "people", 0, 100000, {"Staff from which an employer owes two places", "Addetti da cui un datore di lavoro deve due posti"},
        field<&Parameters::quota, &QuotaParameters::two_from_staff>);
    rows.whole("share_from_staff", "people", 0, 100000, {"Staff from which an employer owes a share of its places", "Addetti da cui un datore di lavoro deve una quota dei posti"},
        field<&Parameters::quota, &QuotaParameters::share_from_staff>);
    rows.share("share", {"Share of places owed to disabled people by a larger employer", "Quota di posti dovuta alle persone disabili da un datore di lavoro grande"},
        field<&Parameters::quota, &QuotaParameters::share>);
    rows.share("disability_from", {"Lowest degree of invalidity on the lists of targeted placement", "Grado minimo di invalidità per il collocamento mirato"},
        field<&Parameters::quota, &QuotaParameters::disability_from>);
    rows.share("medium_from", {"Degree of invalidity from which a hire under the quota is subsidised", "Grado di invalidità da cui un'assunzione obbligatoria è incentivata"},
        field<&Parameters::quota, &QuotaParameters::medium_from>);
    rows.share("severe_from", {"Degree of invalidity from which it is subsidised more", "Grado di invalidità da cui è incentivata di più"},
        field<&Parameters::quota, &QuotaParameters::severe_from>);
    rows.share("medium_wage_share", {"Part of the gross wage that the State pays at the lower degree", "Parte della retribuzione lorda che paga lo Stato al grado inferiore"},
        field<&Parameters::quota, &QuotaParameters::medium_wage_share>);
    rows.whole("medium_months", "months", 0, 240, {"Months of that incentive", "Mesi di quell'incentivo"},
        field<&Parameters::quota, &QuotaParameters::medium_months>);
    rows.share("severe_wage_share", {"Part of the gross wage that the State pays at the higher degree", "Parte della retribuzione lorda che paga lo Stato al grado superiore"},
        field<&Parameters::quota, &QuotaParameters::severe_wage_share>);
    rows.whole("severe_months", "months", 0, 240, {"Months of that incentive at the higher degree", "Mesi di quell'incentivo al grado superiore"},
        field<&Parameters::quota, &QuotaParameters::severe_months>);
    rows.share("mental_wage_share", {"Part of the gross wage that the State pays for people with mental illness", "Parte della retribuzione lorda che paga lo Stato per le persone con malattia mentale"},
        field<&Parameters::quota, &QuotaParameters::mental_wage_share>);
    rows.whole("mental_months", "months", 0, 240, {"Months of that incentive for people with mental illness", "Mesi di quell'incentivo per le persone con malattia mentale"},
        field<&Parameters::quota, &QuotaParameters::mental_months>);
}

// clang-format on

}  // namespace

void add_law_rows(std::vector<ParameterSpec>& table) {
    add_benefit(table);
    add_taxes(table);
    add_duties_of_employers(table);
    add_quota_of_disabled(table);
}

}  // namespace cantiere::detail
