#include "analysis/texts.h"

#include <array>
#include <cstddef>

namespace cantiere {
namespace {

struct Row {
    Phrase phrase;
    std::string_view english;
    std::string_view italian;
};

constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::count);

// clang-format off
constexpr std::array<Row, phrase_count> table{{
    {Phrase::study_line,
     "{} ({}): {} scenarios, {} draws x {} replicates, {} to {}",
     "{} ({}): {} scenari, {} estrazioni x {} repliche, da {} a {}"},
    {Phrase::method_line,
     "Costs and autonomy-years discounted to the start at {}, euros of {}. Perspective: {}. An autonomy-year is valued EUR {}. Differences are scenario minus base, paired: same people, same luck.",
     "Costi e anni di autonomia attualizzati all'inizio al {}, euro del {}. Prospettiva: {}. Un anno di autonomia vale EUR {}. Le differenze sono scenario meno base, appaiate: stesse persone, stessa sorte."},
    {Phrase::perspective_public, "public payers", "enti pubblici"},
    {Phrase::perspective_societal, "society", "società"},
    {Phrase::perspective_payer, "{} alone", "solo {}"},
    {Phrase::law_line,
     "Law, from burn-in to the end (a stated counterfactual): {}.",
     "Legge, dal rodaggio alla fine (un controfattuale dichiarato): {}."},
    {Phrase::gross_label,
     "GROSS: displacement is switched off, so what others lose is not counted.",
     "LORDO: lo spiazzamento è disattivato, quindi non si conta ciò che altri perdono."},
    {Phrase::failed_runs,
     "{} runs of {} failed and are left out of its means.",
     "{} esecuzioni di {} sono fallite e non entrano nelle sue medie."},
    {Phrase::no_error,
     "One run a scenario: no error can be given. Ask for more with --draws or --replicates.",
     "Una sola esecuzione per scenario: nessun errore è calcolabile. Chiederne altre con --draws o --replicates."},
    {Phrase::one_draw,
     "One draw: every parameter stands at its value, so intervals hold luck alone.",
     "Una sola estrazione: ogni parametro sta al suo valore, quindi gli intervalli contengono solo la sorte."},
    {Phrase::scenario_heading, "{} against {}", "{} rispetto a {}"},
    {Phrase::null_twin_note,
     "the programme's planned public outlay offered as standard services, what nobody can use returned",
     "la spesa pubblica prevista del programma, offerta in servizi standard; quanto nessuno può usare è restituito"},
    {Phrase::null_twin_given,
     "Its planned outlay is EUR {} undiscounted, of which EUR {} unspent.",
     "La sua spesa prevista è di EUR {} non attualizzati, di cui EUR {} non spesi."},
    {Phrase::null_twin_spends,
     "What it really spends on services beyond its base is EUR {}; {} spends EUR {}.",
     "Quanto spende davvero in servizi oltre la sua base: EUR {}; {} spende EUR {}."},
    {Phrase::base_only,
     "{} is its own base: levels only.", "{} è la propria base: solo livelli."},
    {Phrase::gross_base_note,
     "The gross effect is against {}, the base of the run.",
     "L'effetto lordo è rispetto a {}, la base dell'esecuzione."},
    {Phrase::served_heading, "The people served", "Le persone servite"},
    {Phrase::everybody_heading, "Everybody", "Tutti"},
    {Phrase::value, "value", "valore"},
    {Phrase::interval, "95 % interval", "intervallo 95 %"},
    {Phrase::difference, "difference", "differenza"},
    {Phrase::people_served, "people served", "persone servite"},
    {Phrase::more_served, "  more than under the base", "  in più della base"},
    {Phrase::gross_effect, "gross effect per person: {}", "effetto lordo per persona: {}"},
    {Phrase::net_effect, "net effect per person (all residents): {}", "effetto netto per persona (tutti i residenti): {}"},
    {Phrase::deadweight, "deadweight: {} they would have had anyway", "peso morto: {} che avrebbero avuto comunque"},
    {Phrase::of_autonomy_years, "autonomy-years", "anni di autonomia"},
    {Phrase::of_hires, "hires", "assunzioni"},
    {Phrase::net_cost_public, "net public cost, EUR", "costo pubblico netto, EUR"},
    {Phrase::net_cost_societal, "net cost to society, EUR", "costo netto per la società, EUR"},
    {Phrase::net_cost_payer, "  {}", "  {}"},
    {Phrase::programme_cost, "programme cost, EUR", "costo del programma, EUR"},
    {Phrase::assistance_cost, "assistance cost, EUR", "costo dell'assistenza, EUR"},
    {Phrase::autonomy_years, "autonomy-years", "anni di autonomia"},
    {Phrase::self_sufficient_years, "self-sufficient years", "anni autosufficienti"},
    {Phrase::stable_exits, "stable exits", "uscite stabili"},
    {Phrase::exits, "exits to autonomy", "uscite in autonomia"},
    {Phrase::administrative_exits, "administrative exits", "uscite amministrative"},
    {Phrase::relapses, "relapses", "ricadute"},
    {Phrase::starts, "starts", "avvii"},
    {Phrase::hires, "hires", "assunzioni"},
    {Phrase::wait_to_start, "median wait to first instrument, months", "attesa mediana del primo strumento, mesi"},
    {Phrase::displaced_job_months, "job-months others lose", "mesi di lavoro persi da altri"},
    {Phrase::net_benefit, "net benefit, EUR", "beneficio netto, EUR"},
    {Phrase::nothing_apart,
     "No difference can be told apart from zero in: {}.",
     "Nessuna differenza si distingue da zero in: {}."},
    {Phrase::identical,
     "Exactly the same as the base in every run: {}.",
     "Esattamente come la base in ogni esecuzione: {}."},
    {Phrase::cannot_tell,
     "No interval, so no difference can be told apart from zero.",
     "Nessun intervallo, quindi nessuna differenza si distingue da zero."},
    {Phrase::chances,
     "Over the draws: it costs less than its base in {}; it is worth it at EUR {} an autonomy-year in {}; it has the highest net benefit in {}.",
     "Sulle estrazioni: costa meno della sua base nel {}; vale la spesa a EUR {} per anno di autonomia nel {}; ha il beneficio netto più alto nel {}."},
    {Phrase::chance_of_base,
     "Over the draws: it has the highest net benefit in {}.",
     "Sulle estrazioni: ha il beneficio netto più alto nel {}."},
    {Phrase::luck_and_parameters,
     "The difference in net cost varies from draw to draw by EUR {} (standard deviation: what sources leave uncertain) and from run to run by EUR {} (luck). Luck leaves a Monte Carlo error of EUR {} on the mean.",
     "La differenza di costo netto varia tra estrazioni di EUR {} (scarto tipo: incertezza delle fonti) e tra esecuzioni di EUR {} (sorte). La sorte lascia sulla media un errore Monte Carlo di EUR {}."},
    {Phrase::luck_only,
     "The difference in net cost varies from run to run by EUR {} (standard deviation: luck). Luck leaves a Monte Carlo error of EUR {} on the mean.",
     "La differenza di costo netto varia tra esecuzioni di EUR {} (scarto tipo: sorte). La sorte lascia sulla media un errore Monte Carlo di EUR {}."},
    {Phrase::parameters_only,
     "One replicate a draw: luck and what sources leave uncertain cannot be told apart in the error.",
     "Una replica per estrazione: nell'errore la sorte e l'incertezza delle fonti non si distinguono."},
    {Phrase::pairing,
     "Pairing divides the variance of the difference in net cost by {}.",
     "L'appaiamento divide per {} la varianza della differenza di costo netto."},
    {Phrase::pairing_weak,
     "Pairing does not help here: the variance ratio of the difference in net cost is {}.",
     "L'appaiamento qui non aiuta: il rapporto di varianza della differenza di costo netto è {}."},
    {Phrase::by_group, "By group", "Per gruppo"},
    {Phrase::by_payer, "By payer", "Per ente pagatore"},
    {Phrase::by_municipality, "By municipality of residence", "Per comune di residenza"},
    {Phrase::by_year, "By year and payer", "Per anno ed ente pagatore"},
    {Phrase::fewer_than_five, "fewer than 5", "meno di 5"},
    {Phrase::suppressed_note,
     "Cells about fewer than five people are not shown.",
     "Le celle relative a meno di cinque persone non sono mostrate."},
    {Phrase::residents, "residents", "residenti"},
    {Phrase::wait_months, "wait, months", "attesa, mesi"},
    {Phrase::cost, "net cost, EUR", "costo netto, EUR"},
    {Phrase::gainers, "gain", "guadagnano"},
    {Phrase::losers, "lose", "perdono"},
    {Phrase::groups_overlap,
     "Groups overlap and do not sum to all.",
     "I gruppi si sovrappongono e non sommano al totale."},
    {Phrase::undiscounted, "EUR, not discounted.", "EUR, non attualizzati."},
    {Phrase::change_from_base,
     "Differences from the base, ± half of the 95 % interval; ~ where they cannot be told apart from zero. Residents, gain and lose are levels.",
     "Differenze dalla base, ± metà dell'intervallo al 95 %; ~ dove non si distinguono da zero. Residenti, guadagnano e perdono sono livelli."},
}};
// clang-format on

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < phrase_count; ++i) {
        if (static_cast<std::size_t>(table[i].phrase) != i || table[i].english.empty() ||
            table[i].italian.empty()) {
            return false;
        }
    }
    return true;
}
static_assert(is_in_order(), "one row a phrase, in the order of the enum");

}  // namespace

std::string_view phrase(Phrase which, Language language) {
    const Row& row = table[static_cast<std::size_t>(which)];
    return in_language(language, row.english, row.italian);
}

}  // namespace cantiere
