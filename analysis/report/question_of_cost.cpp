#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/questions.h"

namespace cantiere {
namespace {

/// When the money is back, undiscounted, as far as the interval at the end tells.
std::string money_back_text(const Findings& f,
                            const ScenarioComparison& p,
                            const BudgetYears& budget) {
    if (budget.break_even_year <= 0) {
        return std::string(f.in("On average the public has not got its money back by the end",
                                "In media il settore pubblico non rientra entro la fine"));
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
    return f.say("On average the public has its money back from year {} on",
                 "In media il settore pubblico rientra dall'anno {}",
                 year);
}

}  // namespace

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
    if (f.header().draws < 2) return text + ".";
    return text + f.say("; by the end it has {}, nothing discounted.",
                        "; alla fine è rientrato {}, senza sconto.",
                        f.in_draws(p, "chance_even", finance->budget.chance_even.back()));
}

}  // namespace cantiere
