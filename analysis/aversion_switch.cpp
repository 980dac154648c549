#include "analysis/aversion_switch.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/equally_distributed.h"
#include "analysis/number_text.h"
#include "analysis/statistics.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

constexpr int steps_of_aversion = 200;

int sign_of_difference(double value, double nothing) {
    if (!(std::abs(value) > nothing)) return 0;
    return value > 0.0 ? 1 : -1;
}

/// The place between two aversions, of opposite signs, where the sign changes.
double bisected(const std::function<double(double)>& difference,
                double low,
                double high,
                int sign_at_low) {
    constexpr int halvings = 50;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (sign_of_difference(difference(middle), 0.0) == sign_at_low ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// Rounding of equivalents, as a part of them; a difference of less is none.
constexpr double rounding_of_equivalents = 1e-12;

double greatest_level(const RunLevels& of) {
    double greatest = 0.0;
    for (const std::vector<double>& levels : of.levels) {
        for (const double level : levels) greatest = std::max(greatest, std::abs(level));
    }
    return greatest;
}

/// Run by run; no value where one of the two has none.
std::vector<double> equivalent_differences(const RunLevels& one,
                                           const RunLevels& other,
                                           double aversion) {
    std::vector<double> apart;
    for (std::size_t run = 0; run < one.levels.size(); ++run) {
        apart.push_back(equally_distributed(one.levels[run], one.weights[run], aversion) -
                        equally_distributed(other.levels[run], other.weights[run], aversion));
    }
    return apart;
}

bool is_order_told(const RunLevels& one, const RunLevels& other, const std::vector<double>& at) {
    constexpr int steps = 40;
    std::vector<std::size_t> told(at.size() + 1, 0), looked_at(at.size() + 1, 0);
    for (int i = 0; i <= steps; ++i) {
        const double aversion = greatest_aversion * i / steps;
        const auto segment =
            static_cast<std::size_t>(std::ranges::lower_bound(at, aversion) - at.begin());
        const Sample apart{one.levels.size() / one.replicates,
                           one.replicates,
                           equivalent_differences(one, other, aversion)};
        ++looked_at[segment];
        if (is_apart_from_zero(stat_of(apart))) ++told[segment];
    }
    return at.empty() ? told == looked_at : std::ranges::count(told, 0u) == 0;
}

std::string list_of_aversions(const std::vector<double>& at, Language language) {
    std::string text;
    for (const double one : at) text += (text.empty() ? "" : "; ") + number_text(one, 2, language);
    return text;
}

}  // namespace

std::vector<double> switching_aversions(const std::function<double(double)>& difference,
                                        double nothing) {
    std::vector<double> found;
    double last = 0.0;  // the last aversion with a sign
    int sign = 0;
    for (int i = 0; i <= steps_of_aversion; ++i) {
        const double aversion = greatest_aversion * i / steps_of_aversion;
        const int here = sign_of_difference(difference(aversion), nothing);
        if (here == 0) continue;
        if (sign != 0 && here != sign) found.push_back(bisected(difference, last, aversion, sign));
        sign = here;
        last = aversion;
    }
    return found;
}

double mean_equivalent_difference(const RunLevels& one, const RunLevels& other, double aversion) {
    double sum = 0.0, runs = 0.0;
    for (const double apart : equivalent_differences(one, other, aversion)) {
        if (std::isnan(apart)) continue;
        sum += apart;
        runs += 1.0;
    }
    return sum / runs;
}

AversionSwitch aversion_switch(std::string_view scenario,
                               const RunLevels& one,
                               std::string_view against,
                               const RunLevels& other) {
    const auto difference = [&](double aversion) {
        return mean_equivalent_difference(one, other, aversion);
    };
    const double nothing = rounding_of_equivalents * greatest_level(one);
    AversionSwitch result{std::string(scenario), std::string(against), 0, {}, true};
    for (int i = 0; i <= steps_of_aversion && result.first == 0; ++i) {
        result.first =
            sign_of_difference(difference(greatest_aversion * i / steps_of_aversion), nothing);
    }
    result.at = switching_aversions(difference, nothing);
    result.is_told = result.first == 0 || is_order_told(one, other, result.at);
    return result;
}

std::string aversion_switch_text(const AversionSwitch& ranks, Language language) {
    const auto say = [language](std::string_view english, std::string_view italian) {
        return fmt::runtime(in_language(language, english, italian));
    };
    const std::string& first = ranks.first < 0 ? ranks.against : ranks.scenario;
    const std::string& second = ranks.first < 0 ? ranks.scenario : ranks.against;
    if (ranks.first == 0) {
        return fmt::format(say("{} and {} are worth the same at every aversion from 0 to 10.",
                               "{} e {} si equivalgono a ogni avversione da 0 a 10."),
                           ranks.scenario,
                           ranks.against);
    }
    if (!ranks.is_told) {
        return fmt::format(say("Which of {} and {} ranks above the other cannot be told by these "
                               "draws at every aversion from 0 to 10.",
                               "Quale tra {} e {} stia sopra non si può dire con queste estrazioni "
                               "a ogni avversione da 0 a 10."),
                           ranks.scenario,
                           ranks.against);
    }
    if (ranks.at.empty()) {
        return fmt::format(say("{} ranks above {} at every aversion from 0 to 10.",
                               "{} sta sopra {} a ogni avversione da 0 a 10."),
                           first,
                           second);
    }
    if (ranks.at.size() == 1) {
        return fmt::format(say("{} ranks above {} up to an aversion of {} (the switching "
                               "aversion), and below it beyond.",
                               "{} sta sopra {} fino a un'avversione di {} (avversione di "
                               "scambio), sotto oltre."),
                           first,
                           second,
                           number_text(ranks.at.front(), 2, language));
    }
    return fmt::format(say("{} ranks above {} at an aversion of 0; they change places at {}.",
                           "{} sta sopra {} a un'avversione di 0; si scambiano di posto a {}."),
                       first,
                       second,
                       list_of_aversions(ranks.at, language));
}

Json aversion_switches_json(const std::vector<AversionSwitch>& all) {
    Json list = Json::array();
    for (const AversionSwitch& one : all) {
        const std::string& first = one.first < 0 ? one.against : one.scenario;
        list.push_back({{"against", one.against},
                        {"first", one.first == 0 ? Json(nullptr) : Json(first)},
                        {"at", one.at},
                        {"told", one.is_told}});
    }
    return list;
}

}  // namespace cantiere
