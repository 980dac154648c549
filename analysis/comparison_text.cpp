#include "analysis/comparison_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/comparison_head.h"
#include "analysis/comparison_sections.h"
#include "analysis/equity_text.h"
#include "analysis/number_text.h"
#include "analysis/texts.h"
#include "analysis/weight_sets.h"

namespace cantiere {
namespace {

/// Names the differences that nothing tells apart from zero, and those that are exactly zero.
struct Verdicts {
    std::string not_apart;
    std::string identical;

    void note(const std::string& label, const Stat& stat, bool by_luck = false) {
        if (is_apart_from_zero(stat) || std::isnan(stat.low)) {
            return;
        }
        std::string& list = is_exactly_zero(stat) && !by_luck ? identical : not_apart;
        list += (list.empty() ? "" : "; ") + label;
    }
};

class Writer {
  public:
    Writer(const Comparison& comparison, Language language, const Layout& layout)
        : comparison_(comparison), language_(language), layout_(layout) {}

    std::string all() {
        text_ = comparison_head(comparison_, language_, layout_);
        const std::string note = perspective_note(comparison_, language_);
        if (!note.empty()) add_line(note);
        const bool alone = comparison_.scenarios.size() == 1;
        for (const ScenarioComparison& scenario : comparison_.scenarios) {
            if (!scenario.is_base || alone) {
                add_scenario(scenario);
            }
        }
        add_base_chances();
        if (!alone) {
            text_ += "\n" + overview_text({comparison_}, language_, layout_);
            text_ += reversals_text(comparison_, language_, layout_);
        }
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
        if (scenario.suppressed) {
            add_line(told(Phrase::few_residents_note), 2);
            return;
        }
        add_served(scenario);
        text_ += everybody_text(comparison_, scenario, language_, layout_) + "\n";
        if (!scenario.is_base) {
            text_ += unit_costs_text(scenario, language_, layout_) + "\n";
            const std::string money = against_twin_text(scenario, language_, layout_);
            text_ += money.empty() ? "" : money + "\n";
            text_ += equity_text(scenario.equity, language_, layout_) + "\n";
            const std::string weights =
                weight_sets_text(scenario, *comparison_.find(scenario.base), language_, layout_);
            text_ += weights.empty() ? "" : weights + "\n";
        }
        add_verdicts(scenario);
        add_chances(scenario);
        add_error(scenario);
    }

    /// A difference with its sign, after `~` where it may be zero.
    std::string marked(const Stat& difference) const {
        const bool plain = is_exactly_zero(difference) || std::isnan(difference.mean) ||
                           is_apart_from_zero(difference);
        return (plain ? "" : "~") + signed_mean_text(difference, language_);
    }

    void add_effect(TextTable& table, const std::string& label, const Stat& stat, bool share) {
        const auto percent = [&](double value) { return percent_text(value, language_); };
        if (!share) {
            table.add({label, marked(stat), interval_text(stat, language_)});
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

    /// Gross and net effects and deadweight of a programme.
    void add_effects(TextTable& table, const ScenarioComparison& scenario) {
        table.add({told(Phrase::more_served),
                   marked(outcome_of(scenario, "served").difference),
                   interval_text(outcome_of(scenario, "served").difference, language_)});
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

    void add_served(const ScenarioComparison& scenario) {
        TextTable table(
            {told(Phrase::served_heading), told(Phrase::value), told(Phrase::interval)});
        const OutcomeComparison& served = outcome_of(scenario, "served");
        if (!scenario.is_base && scenario.gross_base != scenario.base) {
            add_line(told(Phrase::gross_base_note, scenario.gross_base, scenario.base), 2);
        }
        table.add({told(Phrase::people_served),
                   mean_text(served.level, language_),
                   interval_text(served.level, language_)});
        if (!scenario.is_base) {
            add_effects(table, scenario);
        }
        text_ += table.text(layout_);
        const double more_share = served.difference.mean / served.level.mean;
        constexpr double few = 0.10;
        if (!scenario.is_base && more_share < few) {
            const Phrase said = !is_apart_from_zero(served.difference) ? Phrase::same_served
                                : more_share < 0.0                     ? Phrase::fewer_served
                                                                       : Phrase::few_more_served;
            add_line(told(said, percent_text(std::abs(more_share), language_)), 2);
        }
        text_ += "\n";
    }

    Verdicts verdicts_on(const ScenarioComparison& scenario) const {
        Verdicts verdicts;
        const std::string years = told(Phrase::of_autonomy_years);
        const std::string jobs = told(Phrase::of_hires);
        verdicts.note(told(Phrase::people_served), outcome_of(scenario, "served").difference);
        verdicts.note(told(Phrase::gross_effect, years), scenario.autonomy_years.gross);
        verdicts.note(told(Phrase::net_effect, years), scenario.autonomy_years.net);
        verdicts.note(told(Phrase::gross_effect, jobs), scenario.hires.gross);
        verdicts.note(told(Phrase::net_effect, jobs), scenario.hires.net);
        for (const ShownOutcome& shown : shown_outcomes()) {
            const OutcomeComparison& of = outcome_of(scenario, shown.variable);
            const bool differs_by_luck = of.variance.luck_sd > 0.0;  // and is zero in every draw
            verdicts.note(bare_label(told(shown.label)), of.difference, differs_by_luck);
        }
        for (std::size_t place = 0; place < scenario.cost_by_payer.size(); ++place) {
            const OutcomeComparison& cost = scenario.cost_by_payer[place];
            if (is_exactly_zero(cost.level) && is_exactly_zero(cost.difference)) continue;
            const auto payer = static_cast<Payer>(place);
            verdicts.note(std::string(in_language(language_, text_en(payer), text_it(payer))),
                          cost.difference,
                          cost.variance.luck_sd > 0.0);
        }
        return verdicts;
    }

    /// Says in words which differences cannot be told apart from zero, and which are exactly zero.
    void add_verdicts(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        const Verdicts verdicts = verdicts_on(scenario);
        if (!verdicts.not_apart.empty()) {
            add_line(told(Phrase::nothing_apart, verdicts.not_apart), 2);
        }
        if (!verdicts.identical.empty()) {
            add_line(told(Phrase::identical, verdicts.identical), 2);
        }
        if (std::isnan(outcome_of(scenario, "net_cost_public").difference.low)) {
            add_line(told(Phrase::cannot_tell), 2);
        }
    }

    /// Of the draws in which no run failed.
    std::string draws_text(const ScenarioComparison& scenario, double share) const {
        constexpr std::size_t many = 20;
        const std::size_t draws = comparison_.header.draws;
        return share_of_draws_text(share,
                                   scenario.failed_runs > 0 ? std::max(draws, many) : draws,
                                   language_);
    }

    void add_chances(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        add_line(told(Phrase::chances,
                      draws_text(scenario, scenario.probability_pays),
                      number_text(comparison_.wtp, 0, language_),
                      draws_text(scenario, scenario.probability_worth_it),
                      draws_text(scenario, scenario.probability_best)),
                 2);
    }

    void add_error(const ScenarioComparison& scenario) {
        if (scenario.is_base) {
            return;
        }
        const OutcomeComparison& cost = outcome_of(scenario, "net_cost_public");
        const auto euros = [&](double value) {
            Stat two_digits;
            two_digits.mean = value;
            return mean_text(two_digits, language_);
        };
        const VarianceSplit& split = cost.variance;
        if (split.parameter_sd == 0.0) {
            add_line(told(Phrase::luck_explains_all, euros(split.luck_sd), euros(split.luck_se)),
                     2);
        } else if (!std::isnan(split.parameter_sd)) {
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
                add_line(fmt::format(
                    "{}: {}",
                    scenario.id,
                    told(Phrase::chance_of_base, draws_text(scenario, scenario.probability_best))));
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
