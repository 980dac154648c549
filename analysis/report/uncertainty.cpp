#include "analysis/report/uncertainty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

struct Shown {
    std::string_view variable, english, italian;
};

constexpr std::array<Shown, 4> spread_outcomes{
    {{"net_cost_public", "net public cost, EUR", "costo pubblico netto, euro"},
     {"autonomy_years", "autonomy-years", "anni di autonomia"},
     {"stable_exits", "stable exits", "uscite stabili"},
     {"net_benefit", "net benefit, EUR", "beneficio netto, euro"}}};

std::string plain(const Findings& f, const std::string& of, double value) {
    Stat stat;
    stat.mean = value;
    return std::isnan(value) ? "-" : fact(of, value, mean_text(stat, f.language));
}

/// Both ends of a spread as facts of their own, two digits each.
std::string spread_of(const Findings& f, const std::string& of, const Stat& difference) {
    if (std::isnan(difference.p2_5)) return "-";
    return f.say("{} to {}",
                 "da {} a {}",
                 plain(f, of + "p2_5", difference.p2_5),
                 plain(f, of + "p97_5", difference.p97_5));
}

/// What spreads each difference: luck of one run, and what is not known of the parameters.
ReportTable spread_table(const Findings& f, const ScenarioComparison& p) {
    ReportTable table;
    table.caption = std::string(f.in("What spreads the differences (standard deviations)",
                                     "Che cosa disperde le differenze (scarti quadratici medi)"));
    table.header = {std::string(f.in("Difference in", "Differenza in")),
                    std::string(f.in("mean", "media")),
                    std::string(f.in("95 % of the draws", "95 % delle estrazioni")),
                    std::string(f.in("luck, run by run", "sorte, da simulazione a simulazione")),
                    std::string(f.in("parameters, draw by draw",
                                     "parametri, da estrazione a "
                                     "estrazione"))};
    for (const Shown& one : spread_outcomes) {
        const OutcomeComparison& outcome = outcome_of(p, one.variable);
        const auto of = [&](std::string_view what) {
            return f.of(p, fmt::format("{}:{}", one.variable, what));
        };
        table.rows.push_back({std::string(f.in(one.english, one.italian)),
                              f.difference(p, one.variable),
                              spread_of(f, of(""), outcome.difference),
                              plain(f, of("luck_sd"), outcome.variance.luck_sd),
                              plain(f, of("parameter_sd"), outcome.variance.parameter_sd)});
    }
    return table;
}

/// What pairing gains; with one replicate a draw, luck and parameters are paired in one.
std::string pairing_sentence(const Findings& f, const ScenarioComparison& p) {
    if (std::isnan(outcome_of(p, "net_cost_public").variance_ratio)) return "";
    const std::string ratio = plain(f,
                                    f.of(p, "net_cost_public:variance_ratio"),
                                    outcome_of(p, "net_cost_public").variance_ratio);
    if (f.header().replicates > 1) {
        return f.say(
            "Pairing, the same people and the same luck with and without the programme, divides "
            "the variance of the difference in net public cost by {}.",
            "L'appaiamento, le stesse persone e la stessa sorte con e senza il programma, divide "
            "la varianza della differenza di costo pubblico netto per {}.",
            ratio);
    }
    return f.say(
        "Pairing, the same people, the same luck and the same parameters with and without the "
        "programme, divides the variance of the difference in net public cost by {}. Each draw was "
        "run once, so that what is luck and what is parameters in the spread is not told.",
        "L'appaiamento, le stesse persone, la stessa sorte e gli stessi parametri con e senza il "
        "programma, divide la varianza della differenza di costo pubblico netto per {}. Ogni "
        "estrazione è stata simulata una volta: quanto della dispersione sia sorte e quanto "
        "parametri non è detto.",
        ratio);
}

}  // namespace

std::vector<ReportBlock> uncertainty_blocks(const Findings& f, const Companions& companions) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr) return {};
    std::vector<ReportBlock> blocks{spread_table(f, *p)};
    blocks.emplace_back(Paragraph{
        std::string(f.in("Intervals are of the mean: more draws narrow them, while single draws "
                         "stay as wide apart as the table says. ",
                         "Gli intervalli sono della media: più estrazioni li stringono, mentre le "
                         "singole estrazioni restano distanti quanto dice la tavola. ")) +
        pairing_sentence(f, *p)});
    blocks.emplace_back(Remark{std::string(f.in(
        "Numbers that a policy states, its levers, are choices and do not vary. What structure "
        "the model has is not in the intervals either.",
        "I numeri che una politica fissa, le sue leve, sono scelte e non variano. Nemmeno la "
        "struttura del modello sta negli intervalli."))});
    for (std::vector<ReportBlock> part :
         {influence_blocks(f), sensitivity_blocks(f, companions), measure_blocks(f)}) {
        std::ranges::move(part, std::back_inserter(blocks));
    }
    return blocks;
}

}  // namespace cantiere
