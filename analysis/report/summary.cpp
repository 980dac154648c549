#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/questions.h"
#include "analysis/report/sections.h"
#include "model/names.h"

namespace cantiere {
namespace {

bool is_public_payer(Payer payer) { return payer <= Payer::european_union; }

/// Says in a word what a difference of cost does to who bears it.
std::string bearing(const Findings& f, const Stat& difference, bool is_public) {
    if (is_exactly_zero(difference)) return std::string(f.in("nothing", "nulla"));
    if (!is_apart_from_zero(difference)) {
        return std::string(f.in("cannot be told", "non si distingue"));
    }
    if (difference.mean > 0.0) return std::string(f.in("pays", "paga"));
    return std::string(is_public ? f.in("saves", "risparmia") : f.in("gains", "guadagna"));
}

/// Says in words what a balance comes to, below zero or above it.
std::string balance(const Findings& f,
                    const Stat& difference,
                    std::string_view below,
                    std::string_view above) {
    if (is_exactly_zero(difference)) return std::string(f.in("nothing", "nulla"));
    if (!is_apart_from_zero(difference)) {
        return std::string(f.in("cannot be told", "non si distingue"));
    }
    return std::string(difference.mean < 0.0 ? below : above);
}

/// Who pays and who gains: the payers, the public sum, benefits less costs.
ReportTable payers_table(const Findings& f, const ScenarioComparison& p) {
    ReportTable table;
    table.caption = f.say("Who pays and who gains, EUR discounted over {} years",
                          "Chi paga e chi guadagna, euro scontati in {} anni",
                          f.years());
    table.header = {std::string(f.in("Whose account", "Di chi")),
                    f.say("more than with {}", "più che con {}", f.base_words()),
                    std::string(f.in("so it", "cioè"))};
    table.words = {2};
    const auto add = [&](std::string who, std::string number, std::string what) {
        table.rows.push_back({std::move(who), std::move(number), std::move(what)});
    };
    const auto add_payers = [&](bool among_public) {
        for (const Payer payer : members<Payer>()) {
            const Stat& difference = Findings::cost_change(p, payer);
            if (is_public_payer(payer) != among_public || is_exactly_zero(difference)) continue;
            add(f.payer_name(payer), f.cost(p, payer), bearing(f, difference, among_public));
        }
    };
    add_payers(true);
    table.sums.push_back(table.rows.size());
    add(std::string(f.in("= public payers", "= settore pubblico")),
        f.difference(p, "net_cost_public"),
        bearing(f, outcome_of(p, "net_cost_public").difference, true));
    add_payers(false);
    add(std::string(f.in("value of the work done", "valore del lavoro svolto")),
        difference_fact(f.of(p, "work_done:difference"), p.work_done.difference, f.language),
        balance(f,
                p.work_done.difference,
                f.in("below zero: a gain", "sotto zero: un guadagno"),
                f.in("above zero: a loss", "sopra zero: una perdita")));
    table.sums.push_back(table.rows.size());
    add(std::string(f.in("= net cost to society", "= costo netto per la società")),
        f.difference(p, "net_cost_societal"),
        balance(
            f,
            outcome_of(p, "net_cost_societal").difference,
            f.in("below zero: benefits exceed costs", "sotto zero: i benefici superano i costi"),
            f.in("above zero: costs exceed benefits", "sopra zero: i costi superano i benefici")));
    return table;
}

std::string chance_of_benefits(const Findings& f, const ScenarioComparison& p) {
    const PublicFinance* const finance = f.finance_of(p.id);
    if (finance == nullptr || std::isnan(finance->chance_total)) return "";
    const std::string draws = f.in_draws(p, "chance_benefits", finance->chance_total);
    const Stat& autonomy = outcome_of(p, "autonomy_years").difference;
    if (is_exactly_zero(autonomy) && is_exactly_zero(outcome_of(p, "net_cost_public").difference)) {
        return std::string(f.in("It changes nothing.", "Non cambia nulla."));
    }
    if (is_apart_from_zero(autonomy) && autonomy.mean < 0.0) {
        return f.say(
            "All accounts together end below zero {}; the autonomy lost is in none of "
            "them.",
            "Tutti i conti insieme finiscono sotto zero {}; l'autonomia persa non è in "
            "nessuno.",
            draws);
    }
    return f.say("Benefits exceed costs, everybody's counted, {}.",
                 "I benefici superano i costi, contando tutti, {}.",
                 draws);
}

}  // namespace

std::vector<ReportBlock> summary_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    std::vector<ReportBlock> blocks;
    if (p == nullptr) return blocks;
    blocks.emplace_back(payers_table(f, *p));
    const std::string chance = chance_of_benefits(f, *p);
    if (!chance.empty()) blocks.emplace_back(Paragraph{chance});
    blocks.emplace_back(Remark{std::string(
        f.in("± half of the 95 % interval of the mean; ~: cannot be told apart from zero. + pays, "
             "- saves or receives; the State includes taxes and contributions. Net effects: what "
             "others lose is taken off.",
             "± metà dell'intervallo al 95 % della media; ~: non si distingue da zero. + paga, - "
             "risparmia o riceve; lo Stato comprende imposte e contributi. Effetti netti: quel che "
             "altri perdono è tolto."))});
    const auto ask = [&](std::string_view english, std::string_view italian, std::string answer) {
        blocks.emplace_back(SubHeading{std::string(f.in(english, italian))});
        blocks.emplace_back(Paragraph{std::move(answer)});
    };
    ask("What does it cost me?", "Quanto mi costa?", cost_answer(f, *p));
    ask("Whom does it help?", "Chi ne ha un vantaggio?", help_answer(f, *p));
    ask("Is it the money or the coordination?",
        "È il denaro o il coordinamento?",
        coordination_answer(f, *p));
    ask("Who loses?", "Chi perde?", losers_answer(f, *p));
    ask("What if it were smaller?", "E se fosse più piccolo?", smaller_answer(f, *p));
    return blocks;
}

}  // namespace cantiere
