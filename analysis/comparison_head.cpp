#include "analysis/comparison_head.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/input_quality.h"
#include "analysis/number_text.h"
#include "analysis/texts.h"
#include "model/core/contracts.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

std::string perspective_text(const Perspective& perspective, Language language) {
    if (const Payer* payer = std::get_if<Payer>(&perspective)) {
        return say(Phrase::perspective_payer,
                   language,
                   in_language(language, text_en(*payer), text_it(*payer)));
    }
    return say(std::holds_alternative<Society>(perspective) ? Phrase::perspective_societal
                                                            : Phrase::perspective_public,
               language);
}

/// Names the law of every scenario, those of one law together.
std::string laws(const Comparison& comparison, Language language) {
    std::vector<std::pair<std::string, std::string>> by_law;
    for (const ScenarioComparison& scenario : comparison.scenarios) {
        const std::string law(in_language(language, scenario.law_en, scenario.law_it));
        const auto found = std::find_if(by_law.begin(), by_law.end(), [&](const auto& one) {
            return one.first == law;
        });
        if (found == by_law.end()) {
            by_law.emplace_back(law, scenario.id);
        } else {
            found->second += ", " + scenario.id;
        }
    }
    std::string text;
    if (by_law.size() == 1) {
        by_law.front().second = phrase(Phrase::all_scenarios, language);
    }
    for (const auto& [law, scenarios] : by_law) {
        text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", law, scenarios);
    }
    return text;
}

std::string last_month(const ResultsHeader& header) {
    const int last = header.start.month - 1 + static_cast<int>(header.months) - 1;
    return text(CalendarMonth{header.start.year + last / 12, last % 12 + 1});
}

}  // namespace

std::string discount_text(const ResultsHeader& header, Language language) {
    if (!header.discount_schedule.empty()) {
        return header.discount_schedule;
    }
    const double percent = 100.0 * header.discount_rate_per_year;
    const bool is_whole = std::abs(percent - std::round(percent)) < 1e-9;
    return number_text(percent, is_whole ? 0 : 2, language) + " %";
}

std::string cut_off_text(const ResultsHeader& header, Language language, const Layout& layout) {
    const std::optional<Study> study = read_study(header.provenance).study;
    if (!study) return "";
    std::string names;
    for (std::size_t index = 0; index < study->scenarios.size(); ++index) {
        const Scenario& scenario = study->scenarios[index];
        if (scenario.null_twin || !is_cut_off(*study, index)) continue;
        names += (names.empty() ? "" : ", ") + scenario.id;
    }
    return names.empty() ? "" : paragraph(say(Phrase::cut_off_note, language, names), layout.width);
}

std::string comparison_head(const Comparison& comparison, Language language, const Layout& layout) {
    const ResultsHeader& header = comparison.header;
    const auto add = [&](const std::string& line) { return paragraph(line, layout.width); };
    std::string result =
        layout.style.bold(add(say(Phrase::study_line,
                                  language,
                                  in_language(language, header.title_en, header.title_it),
                                  header.study,
                                  counted_text(header.scenarios.size(),
                                               in_language(language, "scenario", "scenario"),
                                               in_language(language, "scenarios", "scenari")),
                                  counted_draws(header.draws, language),
                                  counted_text(header.replicates,
                                               in_language(language, "replicate", "replica"),
                                               in_language(language, "replicates", "repliche")),
                                  text(header.start),
                                  last_month(header))));
    result += add(say(Phrase::method_line,
                      language,
                      discount_text(header, language),
                      header.price_year,
                      perspective_text(comparison.perspective, language),
                      number_text(comparison.wtp, 0, language)));
    result += add(say(Phrase::law_line, language, laws(comparison, language)));
    const InputQuality inputs = input_quality(header.provenance.resolved_study);
    if (inputs.all() > 0) {
        result += add(say(Phrase::inputs_line,
                          language,
                          inputs.all(),
                          inputs.found,
                          inputs.recalled,
                          inputs.assumed,
                          inputs.assumed_without_source,
                          header.parameters.size()));
    }
    if (header.effects == Effects::gross) {
        result += add(say(Phrase::gross_label, language));
    }
    if (header.effects == Effects::gross_open_market) {
        result += add(say(Phrase::gross_open_market_label, language));
    }
    result += cut_off_text(header, language, layout);
    if (header.draws * header.replicates == 1) {
        result += add(say(Phrase::no_error, language));
    } else if (header.draws == 1) {
        result += add(say(Phrase::one_draw, language));
    }
    return result;
}

namespace {

/// What a null twin was given and where it went: three digits of the plan, and the parts add up.
std::string outlay_text(const ScenarioComparison& twin, Language language) {
    const double planned = twin.planned_outlay.mean;
    const double unit = planned > 0.0 ? std::pow(10.0, std::floor(std::log10(planned)) - 2.0) : 1.0;
    const auto rounded = [&](double eur) { return std::round(eur / unit) * unit; };
    const double whole = rounded(planned);
    const double returned = rounded(twin.unspent_outlay.mean);
    const auto told = [&](double eur) { return number_text(eur, 0, language); };
    return say(Phrase::null_twin_given,
               language,
               told(whole),
               told(whole - returned),
               told(returned));
}

}  // namespace

std::string null_twin_spending(const Comparison& comparison,
                               const ScenarioComparison& twin,
                               Language language,
                               const Layout& layout) {
    constexpr std::string_view ending = "-null-twin";
    if (!twin.is_null_twin || !twin.id.ends_with(ending)) {
        return "";
    }
    const auto* programme = comparison.find(twin.id.substr(0, twin.id.size() - ending.size()));
    if (programme == nullptr || programme->base != twin.base) {
        return "";
    }
    const auto spent = [&](const ScenarioComparison& scenario) {
        const OutcomeComparison* cost = scenario.find("programme_cost");
        expects(cost != nullptr, "an outcome of every comparison");
        return difference_text(cost->difference, language);
    };
    const auto given =
        std::isnan(twin.planned_outlay.mean) ? std::string() : outlay_text(twin, language) + " ";
    return paragraph(
        given +
            say(Phrase::null_twin_spends, language, spent(twin), programme->id, spent(*programme)),
        layout.width,
        2);
}

}  // namespace cantiere
