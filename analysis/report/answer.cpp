#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

/// Which way a difference goes, as far as it can be told.
enum class Direction : std::uint8_t { more, less, none, not_told };

Direction direction_of(const Stat& difference) {
    if (is_exactly_zero(difference)) return Direction::none;
    if (!is_apart_from_zero(difference)) return Direction::not_told;
    return difference.mean > 0.0 ? Direction::more : Direction::less;
}

Direction direction_of(const ScenarioComparison& scenario, std::string_view variable) {
    return direction_of(outcome_of(scenario, variable).difference);
}

/// The cost that counts, and to whom.
struct CountedCost {
    Stat difference;
    std::string size, signed_size, whom;
};

CountedCost counted_cost(const Findings& f, const ScenarioComparison& p) {
    const Perspective& perspective = f.comparison.perspective;
    if (const auto* const payer = std::get_if<Payer>(&perspective)) {
        return {Findings::cost_change(p, *payer),
                f.cost_size(p, *payer),
                f.cost(p, *payer),
                f.say("one payer ({})", "a un solo pagatore ({})", f.payer_name(*payer))};
    }
    const bool is_society = std::holds_alternative<Society>(perspective);
    const std::string_view cost = is_society ? "net_cost_societal" : "net_cost_public";
    return {outcome_of(p, cost).difference,
            f.size(p, cost),
            f.difference(p, cost),
            std::string(is_society ? f.in("society", "alla società")
                                   : f.in("public payers", "agli enti pubblici"))};
}

std::string cost_phrase(const Findings& f, const ScenarioComparison& p) {
    const CountedCost cost = counted_cost(f, p);
    switch (direction_of(cost.difference)) {
        case Direction::more:
            return f.say("costs {} EUR {} more over {} years",
                         "costa {} {} euro in più in {} anni",
                         cost.whom,
                         cost.size,
                         f.years());
        case Direction::less:
            return f.say("saves {} EUR {} over {} years",
                         "fa risparmiare {} {} euro in {} anni",
                         cost.whom,
                         cost.size,
                         f.years());
        case Direction::none:
            return f.say("costs {} nothing over {} years",
                         "non costa nulla {} in {} anni",
                         cost.whom,
                         f.years());
        default:
            return f.say(
                "costs {} neither more nor less that could be told over {} years (EUR {})",
                "non costa {} né più né meno, per quanto si distingue, in {} anni (euro {})",
                cost.whom,
                f.years(),
                cost.signed_size);
    }
}

std::string effect_phrase(const Findings& f, const ScenarioComparison& p) {
    const std::string size = f.size(p, "autonomy_years");
    switch (direction_of(p, "autonomy_years")) {
        case Direction::more:
            return f.say("adds {} autonomy-years", "dà {} anni di autonomia in più", size);
        case Direction::less:
            return f.say("takes away {} autonomy-years", "toglie {} anni di autonomia", size);
        case Direction::none:
            return std::string(f.in("changes no autonomy", "non cambia l'autonomia"));
        default:
            return f.say("changes autonomy by nothing that could be told ({} autonomy-years)",
                         "non cambia l'autonomia in misura che si distingua ({} anni di "
                         "autonomia)",
                         f.difference(p, "autonomy_years"));
    }
}

/// What the two come to.
std::string worth_phrase(const Findings& f, const ScenarioComparison& p) {
    const Direction cost = direction_of(counted_cost(f, p).difference);
    const Direction effect = direction_of(p, "autonomy_years");
    if (cost == Direction::more && effect == Direction::less) {
        return f.is_other_base()
                   ? f.say("{} costs less and does more",
                           "{} costa meno e dà di più",
                           f.base_words())
                   : std::string(f.in("services as usual cost less and do more",
                                      "i servizi di consueto costano meno e danno di più"));
    }
    if (cost == Direction::less && effect == Direction::more) {
        return std::string(f.in("it does more and costs less", "dà di più e costa meno"));
    }
    if (cost == Direction::none && effect == Direction::none) {
        return std::string(f.in("there is nothing to weigh", "non c'è nulla da pesare"));
    }
    if (std::isnan(p.probability_worth_it)) {
        return std::string(f.in("one draw does not tell how sure that is",
                                "una sola estrazione non dice quanto sia sicuro"));
    }
    if (cost == Direction::less && effect == Direction::less) {
        return f.say("what is saved is more than EUR {} for each autonomy-year lost {}",
                     "si risparmiano più di {} euro per ogni anno di autonomia perso {}",
                     f.wtp(),
                     f.in_draws(p, "probability_worth_it", p.probability_worth_it));
    }
    return f.say("at EUR {} an autonomy-year it is worth its cost {}",
                 "a {} euro per anno di autonomia vale il suo costo {}",
                 f.wtp(),
                 f.in_draws(p, "probability_worth_it", p.probability_worth_it));
}

}  // namespace

std::string answer_sentence(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr) {
        return f.say("{}: services as usual, with nothing to compare them with",
                     "{}: i servizi di consueto, senza nulla con cui confrontarli",
                     f.title());
    }
    return f.say("{} {} and {}: {}.",
                 "{} {} e {}: {}.",
                 f.title_of(*p),
                 cost_phrase(f, *p),
                 effect_phrase(f, *p),
                 worth_phrase(f, *p));
}

}  // namespace cantiere
