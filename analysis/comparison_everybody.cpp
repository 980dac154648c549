#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

bool is_public(Payer payer) { return payer <= Payer::european_union; }

/// Names a payer; of employers, whose costs alone would read as a loss, what they pay for.
std::string payer_text(Payer payer, Language language) {
    std::string name(in_language(language, text_en(payer), text_it(payer)));
    if (payer != Payer::employer) return name;
    return name + std::string(in_language(language,
                                          " (wages, contributions, hosting)",
                                          " (salari, contributi, tirocini ospitati)"));
}

/// Writes a difference with its sign, after `~` where it may be zero.
std::string marked(const Stat& difference, Language language) {
    const bool plain = is_exactly_zero(difference) || std::isnan(difference.mean) ||
                       is_apart_from_zero(difference);
    return fmt::format("{}{}", plain ? "" : "~", signed_mean_text(difference, language));
}

/// Fills the table of the population, with the base beside the scenario.
class Everybody {
  public:
    Everybody(const ScenarioComparison& scenario, const ScenarioComparison& base, Language language)
        : scenario_(scenario), base_(base), language_(language), table_(header()) {}

    std::string text(const Layout& layout) {
        add_payers();
        for (const ShownOutcome& shown : shown_outcomes()) {
            if (!shown.variable.starts_with("net_cost")) {
                add(told(shown.label), shown.variable);
            }
        }
        return table_.text(layout);
    }

  private:
    std::string told(Phrase which) const { return std::string(phrase(which, language_)); }

    std::vector<std::string> header() const {
        std::vector<std::string> titles{told(Phrase::everybody_heading), scenario_.base};
        if (!scenario_.is_base) {
            titles.push_back(scenario_.id);
            titles.push_back(told(Phrase::difference));
        }
        titles.push_back(told(Phrase::interval));
        return titles;
    }

    /// Rows that add up to the net public cost, and with the others to the cost to society.
    void add_payers() {
        table_.add({told(Phrase::public_payers)});
        add_payers_that_are(true);
        add(told(Phrase::net_cost_public), "net_cost_public");
        table_.add({told(Phrase::other_payers)});
        add_payers_that_are(false);
        add(told(Phrase::work_done), scenario_.work_done, base_.work_done);
        add(told(Phrase::net_cost_societal), "net_cost_societal");
    }

    void add_payers_that_are(bool among_public) {
        for (std::size_t place = 0; place < scenario_.cost_by_payer.size(); ++place) {
            const auto payer = static_cast<Payer>(place);
            const OutcomeComparison& cost = scenario_.cost_by_payer[place];
            const bool silent = is_exactly_zero(cost.level) && is_exactly_zero(cost.difference);
            if (silent || is_public(payer) != among_public) continue;
            add(say(Phrase::net_cost_payer, language_, payer_text(payer, language_)),
                cost,
                base_.cost_by_payer[place]);
        }
    }

    void add(const std::string& label, std::string_view variable) {
        add(label, outcome_of(scenario_, variable), outcome_of(base_, variable));
    }

    void add(const std::string& label, const OutcomeComparison& of, const OutcomeComparison& base) {
        if (scenario_.is_base) {
            table_.add({label, mean_text(of.level, language_), interval_text(of.level, language_)});
            return;
        }
        const auto [without, with] = levels_text(base.level, of.level, of.difference, language_);
        table_.add({label,
                    without,
                    with,
                    marked(of.difference, language_),
                    interval_text(of.difference, language_)});
    }

    const ScenarioComparison& scenario_;
    const ScenarioComparison& base_;
    Language language_;
    TextTable table_;
};

Phrase unit_of(const std::string& outcome) {
    if (outcome == "starts") return Phrase::per_start;
    return outcome == "stable_exits" ? Phrase::per_stable_exit : Phrase::per_autonomy_year;
}

/// Says why an additional unit has no cost.
Phrase why_undefined(const Stat& below) {
    if (std::isnan(below.low)) return Phrase::no_ratio;
    return below.high < 0.0 ? Phrase::not_defined_fewer : Phrase::not_defined;
}

}  // namespace

const std::vector<ShownOutcome>& shown_outcomes() {
    static const std::vector<ShownOutcome> shown{
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
        {"starts", Phrase::starts_of},
        {"hires", Phrase::hires},
        {"wait_to_start_median", Phrase::wait_to_start},
        {"displaced_job_months", Phrase::displaced_job_months},
        {"net_benefit", Phrase::net_benefit},
    };
    return shown;
}

const OutcomeComparison& outcome_of(const ScenarioComparison& scenario, std::string_view variable) {
    const OutcomeComparison* found = scenario.find(variable);
    expects(found != nullptr, "an outcome of every comparison");
    return *found;
}

std::string bare_label(std::string label) {
    constexpr std::string_view unit = ", EUR";
    if (label.ends_with(unit)) label.resize(label.size() - unit.size());
    label.erase(0, label.find_first_not_of("= "));
    return label;
}

std::string saves_text(const CostPerUnit& unit, Language language) {
    return fmt::format("{}{}",
                       is_apart_from_zero(unit.ratio) ? "" : "~",
                       phrase(Phrase::saves, language));
}

std::string everybody_text(const Comparison& comparison,
                           const ScenarioComparison& scenario,
                           Language language,
                           const Layout& layout) {
    return Everybody(scenario, *comparison.find(scenario.base), language).text(layout) +
           paragraph(fmt::format("{} {}",
                                 phrase(Phrase::payers_legend, language),
                                 in_language(language,
                                             "What employers get for their costs is the value of "
                                             "work done, a line below them.",
                                             "Ciò che le imprese ricevono per i loro costi è il "
                                             "valore del lavoro svolto, nella riga sotto.")),
                     layout.width,
                     2);
}

std::string unit_costs_text(const ScenarioComparison& scenario,
                            Language language,
                            const Layout& layout) {
    TextTable table({std::string(phrase(Phrase::unit_costs_heading, language)),
                     std::string(phrase(Phrase::value, language)),
                     std::string(phrase(Phrase::interval, language))});
    for (const CostPerUnit& one : scenario.costs_per_unit) {
        const Stat& below = outcome_of(scenario, one.outcome).difference;
        const bool defined = !std::isnan(one.ratio.mean) && below.mean > 0.0;
        const std::string label = say(
            one.cost == "net_cost_public" ? Phrase::unit_cost_public : Phrase::unit_cost_programme,
            language,
            phrase(unit_of(one.outcome), language));
        if (one.saves) {
            table.add({label, saves_text(one, language), "-"});
        } else if (defined) {
            table.add({label, marked(one.ratio, language), interval_text(one.ratio, language)});
        } else {
            table.add({label, "-", std::string(phrase(why_undefined(below), language))});
        }
    }
    return table.text(layout);
}

std::string against_twin_text(const ScenarioComparison& programme,
                              Language language,
                              const Layout& layout) {
    if (programme.twin.empty()) return "";
    TextTable table({std::string(phrase(Phrase::against_twin_of, language)),
                     std::string(phrase(Phrase::difference, language)),
                     std::string(phrase(Phrase::interval, language))});
    for (const OutcomeComparison& outcome : programme.against_twin) {
        const auto shown =
            std::find_if(shown_outcomes().begin(),
                         shown_outcomes().end(),
                         [&](const ShownOutcome& one) { return one.variable == outcome.variable; });
        std::string label(phrase(shown->label, language));
        label.erase(0, label.find_first_not_of("= "));
        table.add({label,
                   marked(outcome.difference, language),
                   interval_text(outcome.difference, language)});
    }
    return paragraph(phrase(Phrase::against_twin, language), layout.width, 2) + table.text(layout);
}

}  // namespace cantiere
