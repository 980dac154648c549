#include <fmt/format.h>

#include "analysis/input_quality.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/repeat_command.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

std::string count_fact(const Findings& f, std::string_view what, std::size_t count) {
    const auto value = static_cast<double>(count);
    return fact(fmt::format("{}:{}", f.header().study, what),
                value,
                number_text(value, 0, f.language));
}

std::string quality_sentence(const Findings& f) {
    const InputQuality quality = input_quality(f.header().provenance.resolved_study);
    return f.say(
        "Of {} inputs {} were found in a source, {} are recalled, {} are assumed, {} of "
        "them without a source; {} vary from draw to draw.",
        "Di {} dati {} sono trovati in una fonte, {} ricordati, {} supposti, {} dei quali "
        "senza fonte; {} variano da estrazione a estrazione.",
        count_fact(f, "inputs", quality.all()),
        count_fact(f, "inputs.found", quality.found),
        count_fact(f, "inputs.recalled", quality.recalled),
        count_fact(f, "inputs.assumed", quality.assumed),
        count_fact(f, "inputs.assumed_without_source", quality.assumed_without_source),
        count_fact(f, "inputs.varying", f.header().parameters.size()));
}

/// The law of the whole run: a stated counterfactual.
std::string law_sentence(const Findings& f) {
    const ScenarioComparison* const base = f.comparison.find(f.comparison.base);
    return f.say("One law holds from the burn-in to the end: {}. It is a stated counterfactual.",
                 "Una sola legge vale dal rodaggio alla fine: {}. È un controfattuale dichiarato.",
                 f.in(base->law_en, base->law_it));
}

std::string effects_sentence(const Findings& f) {
    switch (f.header().effects) {
        case Effects::gross:
            return std::string(f.in("Displacement is switched off: all effects are GROSS.",
                                    "Lo spiazzamento è spento: tutti gli effetti sono LORDI."));
        case Effects::gross_open_market:
            return std::string(
                f.in("Employers are switched off: effects on open-market hires are "
                     "GROSS.",
                     "I datori di lavoro sono spenti: gli effetti sulle assunzioni "
                     "nel mercato aperto sono LORDI."));
        default:
            return std::string(
                f.in("Effects are net: what ordinary applicants lose is taken off, "
                     "but for benefits they might draw.",
                     "Gli effetti sono netti: quel che perdono i candidati comuni è "
                     "tolto, salvo i sussidi che potrebbero chiedere."));
    }
}

}  // namespace

std::vector<ReportBlock> limit_blocks(const Findings& f) {
    return {BulletList{
        {std::string(f.in("It compares programmes; it forecasts nobody's future, and no person is "
                          "in it: residents are synthetic.",
                          "Confronta programmi; non prevede il futuro di nessuno, e nessuna "
                          "persona vera vi compare: i residenti sono sintetici.")),
         quality_sentence(f),
         law_sentence(f),
         effects_sentence(f),
         std::string(f.in("The weights of the autonomy index are a choice; "
                          "`cantiere compare` tells whether others would rank the options "
                          "otherwise.",
                          "I pesi dell'indice di autonomia sono una scelta; `cantiere compare` "
                          "dice se altri pesi cambierebbero l'ordine delle opzioni.")),
         std::string(f.in("Patterns of the world that the model misses are listed by "
                          "`cantiere validate`.",
                          "Gli andamenti reali che il modello non riproduce li elenca "
                          "`cantiere validate`."))}}};
}

std::vector<ReportBlock> method_blocks(const Findings& f) {
    const ResultsHeader& h = f.header();
    return {
        Paragraph{f.say(
            "An agent-based model in monthly steps: residents at risk or in care with eight "
            "domains "
            "of autonomy, the services and institutions around them, employers, law. Every run is "
            "a "
            "pure function of its inputs and its seed. {} scenarios, {} draws of the parameters, "
            "{} "
            "replicates of luck in each, from {} over {} months after a burn-in with services as "
            "usual. Costs and autonomy-years are discounted to the start at {} % a year; euros of "
            "{}.",
            "Un modello ad agenti a passi mensili: residenti a rischio o in carico con otto ambiti "
            "di autonomia, i servizi e le istituzioni intorno a loro, i datori di lavoro, la "
            "legge. "
            "Ogni simulazione è funzione pura dei suoi dati e del suo seme. {} scenari, {} "
            "estrazioni dei parametri, {} repliche della sorte in ognuna, dal {} per {} mesi dopo "
            "un "
            "rodaggio con i servizi di consueto. Costi e anni di autonomia sono scontati "
            "all'inizio "
            "al {} % annuo; euro del {}.",
            count_fact(f, "scenarios", h.scenarios.size()),
            count_fact(f, "draws", h.draws),
            count_fact(f, "replicates", h.replicates),
            text(h.start),
            count_fact(f, "months", h.months),
            fact(h.study + ":discount_rate_percent",
                 100.0 * h.discount_rate_per_year,
                 number_text(100.0 * h.discount_rate_per_year, 1, f.language)),
            h.price_year)},
        Paragraph{std::string(
            f.in("Differences are scenario minus base, run by run. A draw's mean is over its "
                 "replicates; the standard error is that of the draws' means, the interval "
                 "Student's t at 95 %. Chances are shares of draws. The model is described by the "
                 "ODD protocol in model/README.md and model/odd, the analysis in "
                 "analysis/README.md.",
                 "Le differenze sono scenario meno base, simulazione per simulazione. La media di "
                 "un'estrazione è sulle sue repliche; l'errore standard è quello delle medie delle "
                 "estrazioni, l'intervallo la t di Student al 95 %. Le probabilità sono quote di "
                 "estrazioni. Il modello è descritto col protocollo ODD in model/README.md e "
                 "model/odd, l'analisi in analysis/README.md."))}};
}

std::vector<ReportBlock> reproduce_blocks(const Findings& f) {
    const Provenance& by = f.header().provenance;
    std::vector<ReportBlock> blocks;
    blocks.emplace_back(Listing{
        fmt::format("{}\ncantiere verify {}.h5", repeat_command(f.results), f.header().study)});
    blocks.emplace_back(Paragraph{f.say(
        "Version {}, commit {}; inputs {}. The results file holds every input with its text, and "
        "what was changed on the command line: `cantiere verify` runs it again and compares bit "
        "by bit.",
        "Versione {}, commit {}; dati {}. Il file dei risultati contiene ogni dato col suo "
        "testo, e ciò che la riga di comando ha cambiato: `cantiere verify` lo rifà e confronta "
        "bit per bit.",
        by.version,
        by.git_commit.substr(0, 12),
        f.results.inputs_sha256().substr(0, 16))});
    return blocks;
}

}  // namespace cantiere
