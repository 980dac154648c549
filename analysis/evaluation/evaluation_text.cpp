#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/evaluation/evaluation.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

/// Writes the parts of one evaluation for readers.
class EvaluationText {
  public:
    EvaluationText(const DecisionSamples& samples,
                   const EvaluationPlan& plan,
                   const EconomicEvaluation& evaluation,
                   Language language)
        : samples_(samples), plan_(plan), evaluation_(evaluation), language_(language) {}

    std::string strategies(const Layout& layout) const {
        TextTable table({word("strategy", "strategia"),
                         word("cost, EUR", "costo, EUR"),
                         word("effect", "effetto"),
                         word("more cost", "costo in più"),
                         word("more effect", "effetto in più"),
                         word("EUR a unit", "EUR per unità"),
                         word("status", "stato")});
        table.flush_left(6);
        for (const IncrementalRow& row : evaluation_.rows) {
            table.add({id(row.strategy),
                       digits(evaluation_.cost[row.strategy]),
                       digits(evaluation_.effect[row.strategy]),
                       digits(row.incremental_cost),
                       digits(row.incremental_effect),
                       digits(row.icer),
                       status(row.status)});
        }
        std::string text =
            layout.heading(fmt::format(
                fmt::runtime(word("Strategies, means over {}", "Strategie, medie di {}")),
                counted_draws(samples_.draws(), language_))) +
            "\n";
        text += table.text(layout);
        for (std::size_t i = 1; i < evaluation_.rows.size(); ++i) {
            text += step_sentence(i, layout);
        }
        return text;
    }

    std::string choice(const Layout& layout) const {
        std::vector<std::string> header{word("EUR a unit", "EUR per unità"),
                                        word("best", "migliore"),
                                        word("chance", "probabilità"),
                                        word("worth of certainty", "valore della certezza")};
        for (const Strategy& strategy : samples_.strategies) {
            header.push_back(
                fmt::format(fmt::runtime(word("loss of {}", "perdita di {}")), strategy.id));
        }
        TextTable table(header);
        table.flush_left(1);
        for (const DecisionAt& at : shown()) {
            std::vector<std::string> cells{digits(at.wtp),
                                           id(at.best),
                                           percent_text(at.share_best[at.best], language_),
                                           digits(at.evpi)};
            for (const double loss : at.expected_loss) cells.push_back(digits(loss));
            table.add(std::move(cells));
        }
        return layout.heading(word("What to choose, and what a wrong choice costs (EUR)",
                                   "Che cosa scegliere, e quanto costa sbagliare (EUR)")) +
               "\n" + table.text(layout) +
               paragraph(
                   word("loss: mean over draws of the best net benefit minus its own; the "
                        "least of them is what it "
                        "would be worth to know the parameters (EVPI).",
                        "perdita: media sulle estrazioni del beneficio netto migliore meno il "
                        "proprio; la minore è quanto "
                        "varrebbe conoscere i parametri (EVPI)."),
                   layout.width,
                   2);
    }

    std::string luck(const Layout& layout) const {
        const std::vector<double>& without = evaluation_.evpi_without_luck;
        if (without.empty()) return "";
        if (samples_.draws() == 1) {
            return paragraph(
                word("One draw of the parameters: no chance and no worth of certainty "
                     "can be told from it. Run the study with --draws 100 or more.",
                     "Una sola estrazione dei parametri: non se ne ricavano probabilità "
                     "né il valore della certezza. Simulare con --draws 100 o più."),
                layout.width,
                2);
        }
        const std::size_t place = plan_.stated_place();
        const bool is_worth_nothing = evaluation_.at[place].evpi == 0.0;
        const std::string form =
            is_worth_nothing
                ? word("At {} EUR a unit certainty is worth nothing: no draw has a better choice.",
                       "A {} EUR per unità la certezza non vale nulla: nessuna estrazione ha una "
                       "scelta migliore.")
            : std::isnan(without[place])
                ? word(
                      "At {} EUR a unit the worth of certainty is {}: too much, since draws of one "
                      "replicate count luck as well; two replicates or more tell them apart.",
                      "A {} EUR per unità il valore della certezza è {}: troppo, perché estrazioni "
                      "con una replica contano anche il caso; due o più lo separano.")
                : word(
                      "At {} EUR a unit the worth of certainty is {}, and {} of it with the luck "
                      "of few replicates taken out.",
                      "A {} EUR per unità il valore della certezza è {}, e {} senza il caso di "
                      "poche repliche.");
        return paragraph(fmt::format(fmt::runtime(form),
                                     digits(plan_.wtp[place]),
                                     digits(evaluation_.at[place].evpi),
                                     digits(without[place])),
                         layout.width,
                         2);
    }

    std::string parameters(const Layout& layout) const {
        if (plan_.evppi.empty()) return "";
        const std::size_t place = plan_.stated_place();
        std::vector<std::size_t> order;
        for (std::size_t g = 0; g < plan_.evppi.size(); ++g) order.push_back(g);
        std::ranges::stable_sort(order, std::greater{}, [&](std::size_t g) {
            return evaluation_.evppi[g].value[place];
        });
        TextTable table({word("parameter", "parametro"),
                         "EVPPI, EUR",
                         word("error", "errore"),
                         word("noise floor", "soglia del rumore"),
                         ""});
        table.flush_left(4);
        for (const std::size_t g : order) {
            const InformationValue& of = evaluation_.evppi[g];
            table.add({plan_.evppi[g].name,
                       digits(of.value[place]),
                       digits(of.se[place]),
                       digits(of.noise_floor[place]),
                       remark(plan_.evppi[g].name)});
        }
        return layout.heading(
                   fmt::format(fmt::runtime(word("What it would be worth to know, at {} EUR a unit",
                                                 "Quanto varrebbe sapere, a {} EUR per unità")),
                               digits(plan_.wtp[place]))) +
               "\n" + table.text(layout) +
               paragraph(
                   fmt::format(fmt::runtime(word(
                                   "worth of knowing each alone (EVPPI). The floor is what 19 in "
                                   "20 idle numbers stay below: of {} such numbers {} would pass "
                                   "it by chance. Luck: an F-test of each, adjusted for how many "
                                   "were tried, finds no influence.",
                                   "valore di conoscere ciascuno da solo (EVPPI). La soglia è "
                                   "quella sotto cui stanno 19 su 20 numeri ininfluenti: di {} "
                                   "così {} la supererebbero per caso. Caso: un test F di "
                                   "ciascuno, corretto per quanti se ne provano, non trova "
                                   "influenza.")),
                               order.size(),
                               std::lround(static_cast<double>(order.size()) / 20.0)),
                   layout.width,
                   2);
    }

    std::string studies(const Layout& layout) const {
        if (plan_.evsi.empty()) return "";
        const std::size_t place = plan_.stated_place();
        TextTable table({word("study of", "studio di"),
                         word("observations", "osservazioni"),
                         "EVSI, EUR",
                         word("net of its cost", "netto del costo")});
        for (std::size_t s = 0; s < plan_.evsi.size(); ++s) {
            table.add({plan_.evsi[s].name,
                       plan_.evsi[s].observations,
                       digits(evaluation_.evsi[s][place]),
                       evaluation_.enbs.empty() ? "-" : digits(evaluation_.enbs[s][place])});
        }
        return layout.heading(
                   fmt::format(fmt::runtime(word("What a study would be worth, at {} EUR a unit",
                                                 "Quanto varrebbe uno studio, a {} EUR per unità")),
                               digits(plan_.wtp[place]))) +
               "\n" + table.text(layout);
    }

    std::string robust(const Layout& layout) const {
        if (!evaluation_.robustness) return "";
        return layout.heading(fmt::format(
                   fmt::runtime(word("What a choice can cost, at {} EUR a unit",
                                     "Quanto può costare una scelta, a {} EUR per unità")),
                   digits(plan_.stated_wtp))) +
               "\n" + robustness_text(samples_, *evaluation_.robustness, language_, layout);
    }

    std::string next(const Layout& layout) const {
        if (!evaluation_.next) return "";
        return layout.heading(word("What to measure next", "Che cosa misurare adesso")) + "\n" +
               paragraph(measure_next_text(*evaluation_.next, language_), layout.width, 2);
    }

  private:
    std::string word(std::string_view english, std::string_view italian) const {
        return std::string(in_language(language_, english, italian));
    }

    const std::string& id(std::size_t strategy) const { return samples_.strategies[strategy].id; }

    /// What keeps an input from being named as worth measuring.
    std::string remark(const std::string& input) const {
        const InputWorth& worth =
            *std::ranges::find(evaluation_.next->inputs, input, &InputWorth::name);
        if (worth.told_apart()) return "";
        return worth.above_floor()
                   ? word("may be luck", "può essere un caso")
                   : word("not to be told apart from zero", "non distinguibile da zero");
    }

    /// Four significant digits: samples may be in any unit, and more would not be known.
    std::string digits(double value) const { return four_digits_text(value, language_); }

    std::string status(Dominance dominance) const {
        switch (dominance) {
            case Dominance::none:
                return word("ND on the frontier", "ND sulla frontiera");
            case Dominance::extended:
                return word("ED dominated by a mix of others", "ED dominata da una combinazione");
            case Dominance::strong:
                break;
        }
        return word("D dominated", "D dominata");
    }

    std::string step_sentence(std::size_t i, const Layout& layout) const {
        const IncrementalRow& row = evaluation_.rows[i];
        if (row.status != Dominance::none || std::isnan(row.icer)) return "";
        return paragraph(
            fmt::format(fmt::runtime(
                            word("Each further unit of effect costs {} EUR with {} instead of {}.",
                                 "Ogni unità di effetto in più costa {} EUR con {} invece di {}.")),
                        digits(row.icer),
                        id(row.strategy),
                        id(evaluation_.rows[i - 1].strategy)),
            layout.width,
            2);
    }

    /// A dozen rows at most: even steps, and wherever the best strategy changes.
    std::vector<DecisionAt> shown() const {
        constexpr std::size_t most = 8;
        const std::vector<DecisionAt>& all = evaluation_.at;
        const std::size_t step = (all.size() + most - 1) / most;
        std::vector<DecisionAt> rows;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const bool changes = k > 0 && all[k].best != all[k - 1].best;
            if (k % step == 0 || changes || k + 1 == all.size()) rows.push_back(all[k]);
        }
        return rows;
    }

    const DecisionSamples& samples_;
    const EvaluationPlan& plan_;
    const EconomicEvaluation& evaluation_;
    Language language_;
};

}  // namespace

std::string evaluation_text(const DecisionSamples& samples,
                            const EvaluationPlan& plan,
                            const EconomicEvaluation& evaluation,
                            Language language,
                            const Layout& layout) {
    const EvaluationText text(samples, plan, evaluation, language);
    std::string all;
    for (const std::string& part : {text.strategies(layout),
                                    text.choice(layout) + text.luck(layout),
                                    text.parameters(layout),
                                    text.studies(layout),
                                    text.robust(layout),
                                    text.next(layout)}) {
        if (part.empty()) continue;
        all += (all.empty() ? "" : "\n") + part;
    }
    return all;
}

}  // namespace cantiere
