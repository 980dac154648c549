#include <array>

#include "outputs/microdata.h"

namespace cantiere {
namespace {

using A = MicrodataAxis;
using K = NumberKind;
using L = const Life&;
using At = std::size_t;

/// Months of the window from 0, -1 for never.
double month(Month month) { return month == no_month ? -1.0 : month.index(); }

// One paragraph a column; the formatter would take a line for every word of it.
// clang-format off
constexpr std::array columns{
    MicrodataColumn{"groups", A::none, K::int32, "1", "Groups, bit mask in the order of the coordinate group",
     "Gruppi, maschera di bit nell'ordine della coordinata group", [](L life, At) { return static_cast<double>(life.groups); }},
    MicrodataColumn{"sex", A::none, K::int8, "1", "Sex: 0 female, 1 male", "Sesso: 0 femmina, 1 maschio",
     [](L life, At) { return life.sex == Sex::male ? 1.0 : 0.0; }},
    MicrodataColumn{"age_years", A::none, K::int16, "years", "Completed years of age in the first month present in the window",
     "Anni compiuti nel primo mese di presenza nella finestra", [](L life, At) { return static_cast<double>(life.age_years); }},
    MicrodataColumn{"municipality", A::none, K::int32, "1", "Municipality of residence, its place on the coordinate municipality from 0",
     "Comune di residenza, posto nella coordinata municipality da 0", [](L life, At) { return static_cast<double>(life.municipality); }},
    MicrodataColumn{"frailty", A::none, K::float32, "1", "Latent advantage z: positive is easier job finding and retention; no service sees it",
     "Vantaggio latente z: positivo facilita trovare e tenere il lavoro; nessun servizio lo vede", [](L life, At) { return static_cast<double>(life.frailty); }},
    MicrodataColumn{"months_in_work_state", A::work_state, K::int16, "months", "Months present in the window by work state",
     "Mesi di presenza nella finestra per condizione lavorativa", [](L life, At at) { return static_cast<double>(life.months_in_work_state[at]); }},
    MicrodataColumn{"first_present_month", A::none, K::int16, "months", "First month present in the window: first eligibility, whatever the target of the scenario",
     "Primo mese di presenza nella finestra: prima ammissibilità, qualunque sia il gruppo bersaglio", [](L life, At) { return month(life.first_present_month); }},
    MicrodataColumn{"first_referral_month", A::none, K::int16, "months", "Month the first referral of the window was sent, from which wait_by_group counts; -1 never",
     "Mese del primo invio nella finestra, da cui conta wait_by_group; -1 mai", [](L life, At) { return month(life.first_referral_month); }},
    MicrodataColumn{"first_start_month", A::none, K::int16, "months", "Month of the first start of an internship or job placement; -1 never",
     "Mese del primo avvio di tirocinio o inserimento lavorativo; -1 mai", [](L life, At) { return month(life.first_start_month); }},
    MicrodataColumn{"first_hire_month", A::none, K::int16, "months", "Month of the first hire by any employer; -1 never",
     "Mese della prima assunzione presso qualsiasi datore di lavoro; -1 mai", [](L life, At) { return month(life.first_hire_month); }},
    MicrodataColumn{"treated", A::none, K::int32, "1", "Instruments started in the window, bit mask in the order of the coordinate instrument",
     "Strumenti iniziati nella finestra, maschera di bit nell'ordine della coordinata instrument", [](L life, At) { return static_cast<double>(life.treated); }},
    MicrodataColumn{"starts", A::none, K::int16, "events", "Starts of internships and job placements",
     "Avvii di tirocini e inserimenti lavorativi", [](L life, At) { return static_cast<double>(life.starts); }},
    MicrodataColumn{"completions", A::none, K::int16, "events", "Internships that reached their planned last month",
     "Tirocini arrivati all'ultimo mese previsto", [](L life, At) { return static_cast<double>(life.completions); }},
    MicrodataColumn{"dropouts", A::none, K::int16, "events", "Internships ended early for other reasons than a job, death, detention, emigration",
     "Tirocini interrotti per motivi diversi da lavoro, morte, detenzione, emigrazione", [](L life, At) { return static_cast<double>(life.dropouts); }},
    MicrodataColumn{"host_hires", A::none, K::int16, "events", "Hires by the host within three months of a completed internship",
     "Assunzioni dell'impresa ospitante entro tre mesi dal termine del tirocinio", [](L life, At) { return static_cast<double>(life.host_hires); }},
    MicrodataColumn{"hires", A::none, K::int16, "events", "Hires by any employer", "Assunzioni presso qualsiasi datore di lavoro",
     [](L life, At) { return static_cast<double>(life.hires); }},
    MicrodataColumn{"separations", A::none, K::int16, "events", "Separations: employed at the start of a month, not at its end",
     "Cessazioni: occupato all'inizio di un mese, non alla fine", [](L life, At) { return static_cast<double>(life.separations); }},
    MicrodataColumn{"release_month", A::none, K::int16, "months", "Month of the first release from prison; -1 never",
     "Mese della prima scarcerazione; -1 mai", [](L life, At) { return month(life.release_month); }},
    MicrodataColumn{"reoffence_month", A::none, K::int16, "months", "Month of the first return to prison after that release, or in the window for who was released before it; -1 never",
     "Mese del primo rientro in carcere dopo quella scarcerazione, o nella finestra per chi era uscito prima; -1 mai", [](L life, At) { return month(life.reoffence_month); }},
    MicrodataColumn{"exit_month", A::none, K::int16, "months", "Month of the first exit to autonomy; -1 never",
     "Mese della prima uscita in autonomia; -1 mai", [](L life, At) { return month(life.exit_month); }},
    MicrodataColumn{"stable_exit", A::none, K::int8, "1", "1 when that exit proved stable over twelve months, else 0 (too late to tell included)",
     "1 se quell'uscita è risultata stabile per dodici mesi, altrimenti 0 (anche se troppo tardi per dirlo)", [](L life, At) { return static_cast<double>(life.stable_exit); }},
    MicrodataColumn{"relapse_month", A::none, K::int16, "months", "Month of the relapse after that exit; -1 never",
     "Mese della ricaduta dopo quell'uscita; -1 mai", [](L life, At) { return month(life.relapse_month); }},
    MicrodataColumn{"excluded_months", A::none, K::int16, "months", "Months excluded from services", "Mesi di esclusione dai servizi",
     [](L life, At) { return static_cast<double>(life.excluded_months); }},
    MicrodataColumn{"cost", A::payer, K::float64, "EUR", "Cost of this person by payer, debits minus credits at marginal cost; what concerns no single person is not in it",
     "Costo della persona per ente, dare meno avere al costo marginale; esclude ciò che non riguarda una singola persona", [](L life, At at) { return life.cost_eur[at]; }},
    MicrodataColumn{"autonomy_years", A::none, K::float64, "autonomy-years", "Autonomy-years of this person", "Anni di autonomia della persona",
     [](L life, At) { return life.autonomy_years; }},
    MicrodataColumn{"travel_minutes", A::none, K::float32, "min", "Minutes from home to the largest municipality of the territory by own means",
     "Minuti da casa al comune più grande del territorio con i propri mezzi", [](L life, At) { return static_cast<double>(life.travel_minutes); }},
    MicrodataColumn{"workplace_minutes", A::none, K::float32, "min", "Minutes from home to the first workplace of a start or hire by own means; NaN without one",
     "Minuti da casa al primo luogo di avvio o assunzione con i propri mezzi; NaN se non c'è", [](L life, At) { return static_cast<double>(life.workplace_minutes); }},
    MicrodataColumn{"employed_at", A::months_after, K::int8, "1", "1 when employed so many months after first_present_month, 0 when not, -1 when gone by then or beyond the study",
     "1 se occupato tanti mesi dopo first_present_month, 0 se no, -1 se non più presente o oltre lo studio", [](L life, At at) { return static_cast<double>(life.employed_at[at]); }},
};
// clang-format on

}  // namespace

std::span<const MicrodataColumn> microdata_columns() { return columns; }

}  // namespace cantiere
