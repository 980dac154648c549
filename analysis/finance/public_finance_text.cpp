#include "analysis/finance/public_finance_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"
#include "model/names.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct LineText {
    std::string_view name, english, italian;
};

constexpr std::array<LineText, 6> line_texts{{
    {"taxpayers",
     "taxpayers: taxes gained, benefits and other services saved",
     "contribuenti: imposte in più, sussidi e altri servizi in meno"},
    {"residents",
     "residents, the displaced included: income after tax",
     "residenti, spiazzati compresi: reddito dopo le imposte"},
    {"employers",
     "employers: work done less its cost",
     "datori di lavoro: lavoro svolto meno il costo"},
    {"third_sector", "third sector", "terzo settore"},
    {"programme",
     "less what the programme's services cost",
     "meno il costo dei servizi del programma"},
    {"total", "= benefits less costs", "= benefici meno costi"},
}};

std::string_view name(ValueKind kind) {
    switch (kind) {
        case ValueKind::ratio:
            return "ratio";
        case ValueKind::infinite:
            return "infinite";
        case ValueKind::harm:
            return "harm";
        default:
            return "undefined";
    }
}

Json value_json(const PublicValue& value) {
    return {{"kind", name(value.kind)}, {"value", json_number(value.ratio)}};
}

Json stats_json(const std::vector<Stat>& stats) {
    Json list = Json::array();
    for (const Stat& stat : stats) list.push_back(as_json(stat));
    return list;
}

/// Writes the public finance of one scenario in one language.
class FinanceWriter {
  public:
    FinanceWriter(const PublicFinance& finance,
                  std::size_t draws,
                  Language language,
                  const Layout& layout)
        : finance_(finance), draws_(draws), language_(language), layout_(layout) {}

    std::string all() const {
        return layout_.heading(fmt::format(fmt::runtime(say("{} minus {}", "{} meno {}")),
                                           finance_.scenario,
                                           finance_.base)) +
               "\n" + benefits() + marginal() + "\n" + budget() + even() + "\n" + per_start();
    }

  private:
    std::string say(std::string_view english, std::string_view italian) const {
        return std::string(in_language(language_, english, italian));
    }

    std::string line(const std::string& text) const { return paragraph(text, layout_.width, 2); }

    std::string benefits() const {
        TextTable table({say("Who gains, EUR, discounted", "Chi guadagna, EUR, scontati"),
                         say("more than under the base", "in più della base")});
        for (const BenefitLine& one : finance_.lines) {
            const auto* const text = std::ranges::find(line_texts, one.name, &LineText::name);
            table.add({say(text->english, text->italian), difference_text(one.value, language_)});
        }
        const std::string weighted = line(income_weighted_text(finance_.weighted, language_));
        if (draws_ < 2) return table.text(layout_) + weighted;
        return table.text(layout_) +
               line(fmt::format(fmt::runtime(say("Benefits exceed costs in {}.",
                                                 "I benefici superano i costi in {}.")),
                                share_of_draws_text(finance_.chance_total, draws_, language_))) +
               weighted;
    }

    std::string worth(const PublicValue& value) const {
        switch (value.kind) {
            case ValueKind::ratio:
                return number_text(value.ratio, 2, language_);
            case ValueKind::infinite:
                return say("infinite (it pays for itself)", "infinito (si ripaga)");
            case ValueKind::harm:
                return say("none (the public saves, residents lose)",
                           "nessuno (il pubblico risparmia, i residenti perdono)");
            default:
                return "-";
        }
    }

    /// A value that turns on the sign of a cost which may be zero.
    std::string hedge() const {
        const MarginalValue& of = finance_.marginal;
        const bool is_told = is_apart_from_zero(of.net_cost) || is_exactly_zero(of.net_cost);
        if (is_told || of.value.kind == ValueKind::undefined) return "";
        return say(", though its net cost cannot be told from zero",
                   ", ma il suo costo netto non si distingue da zero");
    }

    std::string marginal() const {
        const MarginalValue& of = finance_.marginal;
        std::string text = fmt::format(
            fmt::runtime(say("Marginal value of public funds (income that residents gain "
                             "for a euro of net public cost): {}",
                             "Valore marginale dei fondi pubblici (reddito che i "
                             "residenti guadagnano per un euro di costo pubblico netto): "
                             "{}")),
            worth(of.value) + hedge());
        if (draws_ > 1) {
            text += fmt::format(fmt::runtime(say("; in 95 % of the draws from {} to {}",
                                                 "; nel 95 % delle estrazioni "
                                                 "da {} a {}")),
                                worth(of.low),
                                worth(of.high));
        }
        text += fmt::format(fmt::runtime(say("; with services counted at their cost: {}.",
                                             "; contando i servizi al loro costo: {}.")),
                            worth(of.at_cost));
        return line(text);
    }

    std::string budget() const {
        const BudgetYears& of = finance_.budget;
        std::vector<std::string> header{
            say("Budget, EUR more spent each year", "Bilancio, EUR spesi in più ogni anno")};
        for (std::size_t year = 1; year <= of.public_cost.size(); ++year) {
            header.push_back(fmt::format("{} {}", say("year", "anno"), year));
        }
        TextTable table(header);
        const auto add = [&](std::string name, const std::vector<Stat>& years) {
            std::vector<std::string> cells{std::move(name)};
            for (const Stat& one : years) cells.push_back(difference_text(one, language_));
            table.add(std::move(cells));
        };
        for (const Payer payer : members<Payer>()) {
            const auto& years = of.by_payer[static_cast<std::size_t>(payer)];
            if (std::ranges::all_of(years, is_exactly_zero)) continue;
            add(std::string(in_language(language_, text_en(payer), text_it(payer))), years);
        }
        add(say("= public payers", "= enti pubblici"), of.public_cost);
        add(say("public payers so far", "enti pubblici, cumulato"), of.cumulative);
        return table.text(layout_) +
               line(say("Above zero: more spent than under the base, undiscounted; in the table of "
                        "who gains, a loss is below zero.",
                        "Sopra zero: più spesa che nella base, non attualizzata; nella tabella di "
                        "chi guadagna una perdita è sotto zero."));
    }

    std::string even() const {
        const BudgetYears& of = finance_.budget;
        std::string text =
            of.break_even_year > 0
                ? fmt::format(
                      fmt::runtime(say("The mean cost to public payers so far is zero or less "
                                       "from year {} on",
                                       "Il costo medio cumulato per gli enti pubblici è nullo "
                                       "o negativo dall'anno {}")),
                      of.break_even_year)
                : say("Public payers have not got their money back by the end of the study",
                      "Alla fine dello studio gli enti pubblici non hanno riavuto la spesa");
        if (draws_ > 1) {
            text += fmt::format(fmt::runtime(say("; by its end they have in {}",
                                                 "; alla fine l'hanno riavuta in {}")),
                                share_of_draws_text(of.chance_even.back(), draws_, language_));
        }
        return line(text + ".");
    }

    std::string per_start() const {
        TextTable table(
            {say("Value of a start to public budgets", "Valore di un avvio per i bilanci pubblici"),
             say("starts more", "avvii in più"),
             say("saved for each, EUR", "risparmio per ciascuno, EUR")});
        for (const ValuePerStart& one : finance_.per_start) {
            const auto group = parse<Group>(one.group);
            const std::string label =
                group ? std::string(in_language(language_, text_en(*group), text_it(*group)))
                      : say("everybody", "tutti");
            table.add({label,
                       one.suppressed ? "-" : difference_text(one.more_starts, language_),
                       std::isnan(one.saved.mean) ? "-" : difference_text(one.saved, language_)});
        }
        return table.text(layout_) +
               line(say(
                   "± half of the 95 % interval; ~: not to be told apart from zero. Below zero a "
                   "start costs more than it saves by the end of the study. -: fewer than "
                   "five starts, or starts that may not differ. Groups overlap.",
                   "± metà dell'intervallo al 95 %; ~: non distinguibile da zero. Sotto zero "
                   "un avvio costa più di quanto risparmi entro la fine dello studio. "
                   "-: meno di cinque avvii, o avvii che forse non differiscono. I gruppi si "
                   "sovrappongono."));
    }

    const PublicFinance& finance_;
    std::size_t draws_;
    Language language_;
    const Layout& layout_;
};

}  // namespace

std::string public_finance_text(const std::vector<PublicFinance>& all,
                                std::size_t draws,
                                Language language,
                                const Layout& layout) {
    std::string text;
    for (const PublicFinance& one : all) {
        text += (text.empty() ? "" : "\n") + FinanceWriter(one, draws, language, layout).all();
    }
    return text;
}

Json public_finance_json(const std::vector<PublicFinance>& all) {
    Json list = Json::array();
    for (const PublicFinance& one : all) {
        Json benefits;
        for (const BenefitLine& line : one.lines) benefits[line.name] = as_json(line.value);
        Json payers;
        for (const Payer payer : members<Payer>()) {
            payers[std::string(name(payer))] =
                stats_json(one.budget.by_payer[static_cast<std::size_t>(payer)]);
        }
        Json per_start = Json::array();
        for (const ValuePerStart& value : one.per_start) {
            per_start.push_back({{"group", value.group.empty() ? Json(nullptr) : Json(value.group)},
                                 {"more_starts", as_json(value.more_starts)},
                                 {"saved", as_json(value.saved)}});
        }
        const int even = one.budget.break_even_year;
        list.push_back({{"scenario", one.scenario},
                        {"base", one.base},
                        {"benefits", benefits},
                        {"chance_benefits_exceed_costs", json_number(one.chance_total)},
                        {"income_weighted", income_weighted_json(one.weighted)},
                        {"mvpf",
                         {{"gain", as_json(one.marginal.gain)},
                          {"net_cost", as_json(one.marginal.net_cost)},
                          {"value", value_json(one.marginal.value)},
                          {"low", value_json(one.marginal.low)},
                          {"high", value_json(one.marginal.high)},
                          {"at_cost", value_json(one.marginal.at_cost)}}},
                        {"budget",
                         {{"payers", payers},
                          {"public", stats_json(one.budget.public_cost)},
                          {"cumulative", stats_json(one.budget.cumulative)},
                          {"chance_even", one.budget.chance_even},
                          {"break_even_year", even > 0 ? Json(even) : Json(nullptr)}}},
                        {"per_start", per_start}});
    }
    return list;
}

}  // namespace cantiere
