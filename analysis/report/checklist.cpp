#include <array>

#include "analysis/number_text.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

/// An item of CHEERS 2022 (Husereau et al., BMJ 376:e067975) and where the report answers it. `{0}`
/// to `{5}`: study, law, discount rate, price year, draws, replicates.
struct ChecklistItem {
    std::string_view item_en, item_it, answer_en, answer_it;
};

// A table, an item a line.
// clang-format off
constexpr std::array<ChecklistItem, 28> items{{
    {"1 Title", "1 Titolo", "title of the report: an economic evaluation of named options", "titolo del rapporto: valutazione economica di opzioni nominate"},
    {"2 Abstract", "2 Sintesi", "the answer and the two-page summary", "la risposta e la sintesi di due pagine"},
    {"3 Background and objectives", "3 Contesto e obiettivi", "territory and need; study {0}", "territorio e bisogno; studio {0}"},
    {"4 Health economic analysis plan", "4 Piano di analisi", "the study file, whole in the results file, fixed before the run", "il file dello studio, per intero nel file dei risultati, fissato prima della simulazione"},
    {"5 Study population", "5 Popolazione", "residents at risk or in care, synthetic, from the territory's figures", "residenti a rischio o in carico, sintetici, dai numeri del territorio"},
    {"6 Setting and location", "6 Luogo", "territory and need; law: {1}", "territorio e bisogno; legge: {1}"},
    {"7 Comparators", "7 Alternative confrontate", "options and what each changes; services as usual are the base", "opzioni e che cosa cambia ognuna; la base sono i servizi di consueto"},
    {"8 Perspective", "8 Prospettiva", "public payers; society beside it in the table of payers", "enti pubblici; accanto la società, nella tavola dei pagatori"},
    {"9 Time horizon", "9 Orizzonte", "methods: months after the burn-in", "metodi: mesi dopo il rodaggio"},
    {"10 Discount rate", "10 Tasso di sconto", "{2} a year, costs and effects alike", "{2} annuo, costi ed effetti allo stesso modo"},
    {"11 Selection of outcomes", "11 Scelta degli esiti", "autonomy-years; exits, starts and self-sufficient years beside them", "anni di autonomia; accanto uscite, avvii e anni di autosufficienza"},
    {"12 Measurement of outcomes", "12 Misura degli esiti", "the index of eight domains, model/README.md", "l'indice di otto ambiti, model/README.md"},
    {"13 Valuation of outcomes", "13 Valore degli esiti", "a stated willingness to pay, and a range of it", "una disponibilità a pagare dichiarata, e un intervallo"},
    {"14 Measurement and valuation of resources", "14 Misura e valore delle risorse", "ledger by payer and category; marginal cost, average beside it", "conti per pagatore e categoria; costo marginale, accanto il medio"},
    {"15 Currency, price date, conversion", "15 Valuta e anno dei prezzi", "euros of {3}; each amount converted once by the price index", "euro del {3}; ogni importo convertito una volta con l'indice dei prezzi"},
    {"16 Rationale and description of model", "16 Descrizione del modello", "methods; ODD protocol in model/odd", "metodi; protocollo ODD in model/odd"},
    {"17 Analytics and assumptions", "17 Analisi e ipotesi", "methods, limits, inputs", "metodi, limiti, dati"},
    {"18 Characterizing heterogeneity", "18 Eterogeneità", "fairness: group by group", "equità: gruppo per gruppo"},
    {"19 Characterizing distributional effects", "19 Effetti distributivi", "fairness: winners, losers, aversion to inequality", "equità: chi guadagna, chi perde, avversione alla disuguaglianza"},
    {"20 Characterizing uncertainty", "20 Incertezza", "draws of the parameters: {4}; replicates of luck in each: {5}", "estrazioni dei parametri: {4}; repliche della sorte in ognuna: {5}"},
    {"21 Engagement with those affected", "21 Coinvolgimento degli interessati", "not reported: no people took part in this study", "non riportato: nessuno è stato coinvolto in questo studio"},
    {"22 Study parameters", "22 Parametri", "inputs: value, range, quality and source of each", "dati: valore, intervallo, qualità e fonte di ognuno"},
    {"23 Summary of main results", "23 Risultati principali", "summary, costs, value", "sintesi, costi, valore"},
    {"24 Effect of uncertainty", "24 Effetto dell'incertezza", "value: expected loss and chances; uncertainty", "valore: perdita attesa e probabilità; incertezza"},
    {"25 Effect of engagement", "25 Effetto del coinvolgimento", "none: see 21", "nessuno: vedi 21"},
    {"26 Findings, limitations, generalizability", "26 Limiti e trasferibilità", "limits; `cantiere transfer` for other places", "limiti; `cantiere transfer` per altri luoghi"},
    {"27 Source of funding", "27 Finanziamento", "to be stated by those who use the report", "da dichiarare da chi usa il rapporto"},
    {"28 Conflicts of interest", "28 Conflitti di interesse", "to be stated by those who use the report", "da dichiarare da chi usa il rapporto"},
}};
// clang-format on

}  // namespace

std::vector<ReportBlock> checklist_blocks(const Findings& f) {
    const ScenarioComparison* const base = f.comparison.find(f.comparison.base);
    const std::string rate =
        number_text(100.0 * f.header().discount_rate_per_year, 1, f.language) + " %";
    ReportTable table;
    table.caption = "CHEERS 2022";
    table.header = {std::string(f.in("Item", "Voce")), std::string(f.in("Where", "Dove"))};
    table.words = {1};
    for (const ChecklistItem& item : items) {
        table.rows.push_back({std::string(f.in(item.item_en, item.item_it)),
                              f.say(item.answer_en,
                                    item.answer_it,
                                    f.header().study,
                                    f.in(base->law_en, base->law_it),
                                    rate,
                                    f.header().price_year,
                                    f.header().draws,
                                    f.header().replicates)});
    }
    return {std::move(table)};
}

}  // namespace cantiere
