#include <algorithm>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/questions.h"

namespace cantiere {
namespace {

/// Where no year has cost more so far than the base: nothing is to come back.
std::string no_money_in_text(const Findings& f, const BudgetYears& budget) {
    const auto is_above = [](const Stat& so_far) { return so_far.mean > 0.0; };
    if (std::ranges::any_of(budget.cumulative, is_above)) return "";
    const bool is_nothing = std::ranges::all_of(budget.cumulative, is_exactly_zero);
    return std::string(is_nothing ? f.in("No public money goes in", "Non entra denaro pubblico")
                                  : f.in("It costs the public less from the first year on",
                                         "Costa meno al settore pubblico fin dal primo anno"));
}

}  // namespace

std::string money_back_text(const Findings& f,
                            const ScenarioComparison& p,
                            const BudgetYears& budget) {
    if (const std::string nothing = no_money_in_text(f, budget); !nothing.empty()) return nothing;
    const std::string_view on_average =
        f.header().draws < 2
            ? f.in("In the one draw that was run", "Nella sola estrazione simulata")
            : f.in("On average", "In media");
    if (budget.break_even_year <= 0) {
        return f.say("{} the public does not get its money back within the study",
                     "{} il settore pubblico non rientra entro lo studio",
                     on_average);
    }
    const std::string year = fact(f.of(p, "break_even_year"),
                                  budget.break_even_year,
                                  fmt::format("{}", budget.break_even_year));
    if (budget.cumulative.back().high > 0.0) {
        return f.say(
            "Whether the public gets its money back cannot be told: on average from year {} on",
            "Non si può dire se il settore pubblico rientri: in media dall'anno {}",
            year);
    }
    return f.say("{} the public has its money back from year {} on",
                 "{} il settore pubblico rientra dall'anno {}",
                 on_average,
                 year);
}

std::string cost_answer(const Findings& f, const ScenarioComparison& p) {
    const Stat& municipal = Findings::cost_change(p, Payer::municipality);
    std::string text = !is_apart_from_zero(municipal)
                           ? f.say("The municipalities, nothing that could be told ({} EUR).",
                                   "Ai comuni nulla che si distingua ({} euro).",
                                   f.cost(p, Payer::municipality))
                       : municipal.mean > 0.0 ? f.say("The municipalities pay {} EUR.",
                                                      "I comuni pagano {} euro.",
                                                      f.cost_size(p, Payer::municipality))
                                              : f.say("The municipalities save {} EUR.",
                                                      "I comuni risparmiano {} euro.",
                                                      f.cost_size(p, Payer::municipality));
    text += f.say(
        " All public payers together: {} EUR, of which services, coordination and "
        "reliefs {}; taxes gained and other spending saved make the difference.",
        " Tutti gli enti pubblici insieme: {} euro, di cui servizi, coordinamento e "
        "sgravi {}; la differenza sono imposte in più e altre spese in meno.",
        f.difference(p, "net_cost_public"),
        f.difference(p, "programme_cost"));
    const PublicFinance* const finance = f.finance_of(p.id);
    if (finance == nullptr || finance->budget.chance_even.empty()) return text;
    text += " " + money_back_text(f, p, finance->budget);
    const bool has_money_in = no_money_in_text(f, finance->budget).empty();
    if (f.header().draws < 2 || !has_money_in) return text + ".";
    return text + f.say("; by the end it has {}, nothing discounted.",
                        "; alla fine è rientrato {}, senza sconto.",
                        f.in_draws(p, "chance_even", finance->budget.chance_even.back()));
}

}  // namespace cantiere
