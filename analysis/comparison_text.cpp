#include "analysis/comparison_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "analysis/comparison_head.h"
#include "analysis/number_text.h"
#include "analysis/texts.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

struct ShownOutcome {
    std::string_view variable;
    Phrase label;
};

// Payers stand below the net public cost, see add_everybody.
constexpr std::array<ShownOutcome, 15> shown_outcomes{{
    {"net_cost_public", Phrase::net_cost_public},
    {"net_cost_societal", Phrase::net_cost_societal},
    {"programme_cost", Phrase::programme_cost},
    {"assistance_cost", Phrase::assistance_cost},
    {"autonomy_years", Phrase::autonomy_years},
    {"self_sufficient_years", Phrase::self_sufficient_years},
    {"exits", Phrase::exits},
    {"stable_exits", Phrase::stable_exits},
    {"relapses", Phrase::relapses},
    {"administrative_exits", Phrase::administrative_exits},
    {"starts", Phrase::starts},
    {"hires", Phrase::hires},
    {"wait_to_start_median", Phrase::wait_to_start},
    {"displaced_job_months", Phrase::displaced_job_months},
    {"net_benefit", Phrase::net_benefit},
}};

class Writer {
  public:
    Writer(const Comparison& comparison, Language language, const Layout& layout)
        : comparison_(comparison), language_(language), layout_(layout) {}

    std::string all() {
        text_ = comparison_head(comparison_, language_, layout_);
        const bool alone = comparison_.scenarios.size() == 1;
        for (const ScenarioComparison& scenario : comparison_.scenarios) {
            if (!scenario.is_base || alone) {
                add_scenario(scenario);
            }
        }
        add_base_chances();
        return std::move(text_);
    }

  private:
    template <class... Values>
    std::string told(Phrase which, const Values&... values) const {
        return say(which, language_, values...);
    }

    void add_line(const std::string& line, std::size_t indent = 0) {
        text_ += paragraph(line, layout_.width, indent);
    }

    void add_scenario(const ScenarioComparison& scenario) {
        text_ += "\n" +
                 layout_.style.bold(told(Phrase::scenario_heading, scenario.id, scenario.base)) +
                 "\n";
        const std::string title(in_language(language_, scenario.title_en, scenario.title_it));
        if (!title.empty()) {
            add_line(scenario.is_null_twin
                         ? fmt::format("{}: {}", title, told(Phrase::null_twin_note))
                         : title,
                     2);
        }
        if (scenario.is_base) {
            add_line(told(Phrase::base_only, scenario.id), 2);
        }
        text_ += null_twin_spending(comparison_, scenario, language_, layout_);
        if (scenario.failed_runs > 0) {
            add_line(told(Phrase::failed_runs,
                          scenario.failed_runs,
                          comparison_.header.draws * comparison_.header.replicates),
                     2);
        }
        add_served(scenario);
        add_everybody(scenario);
        add_verdicts(scenario);
        add_chances(scenario);
        add_error(scenario);
    }

    void add_effect(TextTable& table, const std::string& label, const Stat& stat, bool share) {
        const auto percent = [&](double value) { return percent_text(value, language_); };
        if (!share) {
            table.add({label, signed_mean_text(stat, language_), interval_text(stat, language_)});
            return;
        }
        const std::string interval = std::isnan(stat.low)
                                         ? "-"
                                         : fmt::format("{} {} {}",
                                                       percent(stat.low),
                                                       language_ == Language::italian ? "a" : "to",
                                                       percent(stat.high));
        table.add({label, percent(stat.mean), interval});
    }

    void add_served(const ScenarioComparison& scenario) {
        TextTable table(
            {told(Phrase::served_heading), told(Phrase::value), told(Phrase::interval)});
        const OutcomeComparison& served = outcome(scenario, "served");
        table.add({told(Phrase::people_served),
                   mean_text(served.level, language_),
                   interval_text(served.level, language_)});
        if (!scenario.is_base) {
            table.add({told(Phrase::more_served),
                       signed_mean_text(served.difference, language_),
                       interval_text(served.difference, language_)});
            const std::array<std::pair<Phrase, const EffectPerPerson*>, 2> effects{
                {{Phrase::of_autonomy_years, &scenario.autonomy_years},
                 {Phrase::of_hires, &scenario.hires}}};
            for (const auto& [what, effect] : effects) {
                const std::string name = told(what);
                add_effect(table, told(Phrase::gross_effect, name), effect->gross, false);
                add_effect(table, told(Phrase::net_effect, name), effect->net, false);
            }
            for (const auto& [what, effect] : effects) {
                add_effect(table, told(Phrase::deadweight, told(what)), effect->deadweight, true);
            }
        }
        text_ += table.text(layout_);
        text_ += "\n";
        if (!scenario.is_base && scenario.gross_base != scenario.base) {
            add_line(told(Phrase::gross_base_note, scenario.gross_base), 2);
        }
    }

    const OutcomeComparison& outcome(const ScenarioComparison& scenario,
                                     std::string_view variable) const {
        const OutcomeComparison* found = scenario.find(variable);
        expects(found != nullptr, "an outcome of every comparison");
        return *found;
    }

    void add_row(TextTable& table,
                 const std::string& label,
                 const ScenarioComparison& scenario,
                 std::string_view variable) const {
        const OutcomeComparison& of = outcome(scenario, variable);
        const OutcomeComparison& base = outcome(*comparison_.find(scenario.base), variable);
        std::vector<std::string> row{label, mean_text(base.level, language_)};
        if (!scenario.is_base) {
            row.push_back(mean_text(of.level, language_));
            row.push_back(signed_mean_text(of.difference, language_));
        }
        row.push_back(interval_text(scenario.is_base ? of.level : of.difference, language_));
        table.add(std::move(row));
    }

    void add_everybody(const ScenarioComparison& scenario) {
        std::vector<std::string> header{told(Phrase::everybody_heading), scenario.base};
        if (!scenario.is_base) {
            header.push_back(scenario.id);
            header.push_back(told(Phrase::difference));
        }
        header.push_back(told(Phrase::interval));
        TextTable table(std::move(header));
        for (const ShownOutcome& shown : shown_outcomes) {
            add_row(table, told(shown.label), scenario, shown.variable);
            if (shown.variable == "net_cost_public") {
                add_payers(table, scenario);
            }
        }
        text_ += table.text(layout_) + "\n";
    }

    void add_payers(TextTable& table, const ScenarioComparison& scenario) const {
        for (std::size_t place = 0; place < scenario.cost_by_payer.size(); ++place) {
            const OutcomeComparison& cost = scenario.cost_by_payer[place];
            if (is_exactly_zero(cost.level) && is_exactly_zero(cost.difference)) {
                continue;
            }
            const auto payer = static_cast<Payer>(place);
            add_row(table,
                    told(Phrase::net_cost_payer,
                         in_language(language_, text_en(payer), text_it(payer))),
                    scenario,
                    "cost." + cost.variable);
        }
    }

    /// Says in words which differences cannot be told apart from zero, and which are exactly zero.
    void add_verdicts(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        std::map<bool, std::string> lists;  // by: exactly zero
        const auto note = [&](const std::string& label, const Stat& stat, bool by_luck = false) {
            if (is_apart_from_zero(stat) || std::isnan(stat.low)) {
                return;
            }
            std::string& list = lists[is_exactly_zero(stat) && !by_luck];
            list += (list.empty() ? "" : "; ") + label;
        };
        const std::string years = told(Phrase::of_autonomy_years);
        const std::string jobs = told(Phrase::of_hires);
        note(told(Phrase::gross_effect, years), scenario.autonomy_years.gross);
        note(told(Phrase::net_effect, years), scenario.autonomy_years.net);
        note(told(Phrase::gross_effect, jobs), scenario.hires.gross);
        note(told(Phrase::net_effect, jobs), scenario.hires.net);
        for (const ShownOutcome& shown : shown_outcomes) {
            const std::string label = told(shown.label);
            const OutcomeComparison& of = outcome(scenario, shown.variable);
            const bool differs_by_luck = of.variance.luck_sd > 0.0;  // and is zero in every draw
            note(label.substr(0, label.find(',')), of.difference, differs_by_luck);
        }
        if (lists.contains(false)) {
            add_line(told(Phrase::nothing_apart, lists[false]), 2);
        }
        if (lists.contains(true)) {
            add_line(told(Phrase::identical, lists[true]), 2);
        }
        if (std::isnan(outcome(scenario, "net_cost_public").difference.low)) {
            add_line(told(Phrase::cannot_tell), 2);
        }
    }

    void add_chances(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        add_line(told(Phrase::chances,
                      percent_text(scenario.probability_pays, language_),
                      number_text(comparison_.wtp, 0, language_),
                      percent_text(scenario.probability_worth_it, language_),
                      percent_text(scenario.probability_best, language_)),
                 2);
    }

    void add_error(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        const OutcomeComparison& cost = outcome(scenario, "net_cost_public");
        const auto euros = [&](double value) {
            Stat two_digits;
            two_digits.mean = value;
            return mean_text(two_digits, language_);
        };
        const VarianceSplit& split = cost.variance;
        if (!std::isnan(split.parameter_sd)) {
            add_line(told(Phrase::luck_and_parameters,
                          euros(split.parameter_sd),
                          euros(split.luck_sd),
                          euros(split.luck_se)),
                     2);
        } else if (!std::isnan(split.luck_sd)) {
            add_line(told(Phrase::luck_only, euros(split.luck_sd), euros(split.luck_se)), 2);
        } else if (comparison_.header.draws > 1) {
            add_line(told(Phrase::parameters_only), 2);
        }
        if (!std::isnan(cost.variance_ratio)) {
            add_line(told(cost.variance_ratio > 1.0 ? Phrase::pairing : Phrase::pairing_weak,
                          euros(cost.variance_ratio)),
                     2);
        }
    }

    void add_base_chances() {
        for (const ScenarioComparison& scenario : comparison_.scenarios) {
            if (scenario.is_base && comparison_.scenarios.size() > 1) {
                text_ += "\n";
                add_line(fmt::format("{}. {}",
                                     scenario.id,
                                     told(Phrase::chance_of_base,
                                          percent_text(scenario.probability_best, language_))));
            }
        }
    }

    const Comparison& comparison_;
    Language language_;
    const Layout& layout_;
    std::string text_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, Language language, const Layout& layout) {
    return Writer(comparison, language, layout).all();
}

}  // namespace cantiere
