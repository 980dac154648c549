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

std::string cost_phrase(const Findings& f, const ScenarioComparison& p) {
    const std::string size = f.size(p, "net_cost_public");
    switch (direction_of(p, "net_cost_public")) {
        case Direction::more:
            return f.say("costs public payers EUR {} more over {} years",
                         "costa agli enti pubblici {} euro in più in {} anni",
                         size,
                         f.years());
        case Direction::less:
            return f.say("saves public payers EUR {} over {} years",
                         "fa risparmiare agli enti pubblici {} euro in {} anni",
                         size,
                         f.years());
        case Direction::none:
            return f.say("costs public payers nothing over {} years",
                         "non costa nulla agli enti pubblici in {} anni",
                         f.years());
        default:
            return f.say(
                "costs public payers neither more nor less that could be told over {} "
                "years (EUR {})",
                "non costa agli enti pubblici né più né meno, per quanto si distingue, in "
                "{} anni (euro {})",
                f.years(),
                f.difference(p, "net_cost_public"));
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

/// Whose costs count, where it is not those of the public payers.
std::string whose_cost(const Findings& f) {
    const Perspective& perspective = f.comparison.perspective;
    if (const auto* const payer = std::get_if<Payer>(&perspective)) {
        return f.say(" to one payer ({})", " per un solo pagatore ({})", f.payer_name(*payer));
    }
    return std::string(std::holds_alternative<Society>(perspective)
                           ? f.in(" to society", " per la società")
                           : f.in("", ""));
}

/// What the two come to.
std::string worth_phrase(const Findings& f, const ScenarioComparison& p) {
    const Direction cost = direction_of(p, "net_cost_public");
    const Direction effect = direction_of(p, "autonomy_years");
    if (cost == Direction::more && effect == Direction::less) {
        return std::string(f.in("services as usual cost less and do more",
                                "i servizi di consueto costano meno e danno di più"));
    }
    if (cost == Direction::less && effect == Direction::more) {
        return std::string(f.in("it does more and costs less", "dà di più e costa meno"));
    }
    if (std::isnan(p.probability_worth_it)) {
        return std::string(f.in("one draw does not tell how sure that is",
                                "una sola estrazione non dice quanto sia sicuro"));
    }
    return f.say("at EUR {} an autonomy-year it is worth its cost{} {}",
                 "a {} euro per anno di autonomia vale il suo costo{} {}",
                 f.wtp(),
                 whose_cost(f),
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
