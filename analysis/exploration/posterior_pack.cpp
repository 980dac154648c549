#include "analysis/exploration/posterior_pack.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/exploration/calibration_text.h"
#include "scenarios/rounding.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

constexpr std::size_t posterior_rows = 1000;

/// The packs that a scenario uses, those that stand over others first.
std::vector<std::shared_ptr<const Pack>> packs_in_use(const Scenario& scenario) {
    std::vector<std::shared_ptr<const Pack>> packs(scenario.policies.rbegin(),
                                                   scenario.policies.rend());
    packs.insert(packs.end(), {scenario.territory, scenario.law, scenario.behaviour});
    return packs;
}

/// The pack whose value of a key counts in a scenario; where none states it, the one it is at home
/// in, which a policy's own keys lack.
std::shared_ptr<const Pack> pack_of(const Scenario& scenario, const ParameterSpec& spec) {
    const std::vector<std::shared_ptr<const Pack>> packs = packs_in_use(scenario);
    for (const auto& pack : packs) {
        if (find_value(*pack, spec.key) != nullptr) return pack;
    }
    const auto home = std::ranges::find_if(packs, [&spec](const auto& pack) {
        return pack->kind == spec.home && pack->kind != PackKind::policy;
    });
    return home == packs.end() ? nullptr : *home;
}

bool is_set(const Study& study, const ParameterSpec& spec) {
    return std::ranges::find(study.set, &spec, &StatedValue::spec) != study.set.end();
}

/// Mean, spread and samples of one key as the pack states them.
class CalibratedNumber {
  public:
    CalibratedNumber(const Match& match, const ExploredParameter& parameter, std::size_t j) {
        const Stat posterior = posterior_of(match, j);
        spec_ = {parameter.stated.family, posterior.mean, posterior.p2_5, posterior.p97_5};
        const bool bounded = spec_.family == Family::uniform ||
                             spec_.family == Family::triangular || spec_.family == Family::pert;
        if (bounded) spec_.family = Family::normal;
        if (impossible(spec_).empty()) return;
        const auto of_column = [j](const auto& a, const auto& b) { return a[j] < b[j]; };
        const auto [least, most] = std::ranges::minmax_element(match.samples, of_column);
        spec_ = {Family::uniform, posterior.mean, (*least)[j], (*most)[j]};
        if (!impossible(spec_).empty()) spec_.family = Family::fixed;
    }

    /// The distribution that a tool varying one key alone takes; draws take the samples.
    const DistributionSpec& spec() const { return spec_; }

  private:
    DistributionSpec spec_;
};

std::string number_line(const Calibration& calibration,
                        const Match& match,
                        const Pack& extended,
                        std::size_t j) {
    const ParameterSpec& spec = *calibration.keys[j];
    const DistributionSpec stated = CalibratedNumber(match, calibration.parameters[j], j).spec();
    const auto digits = [](double value) { return toml_number(rounded_to_12_digits(value)); };
    // A dotted key, not a quoted one: it is laid over the tables of the pack extended.
    std::string line = fmt::format("{} = {{ value = {}, unit = {}, dist = \"{}\"",
                                   spec.key,
                                   digits(stated.value),
                                   toml_quoted(spec.unit),
                                   name(stated.family));
    line += fmt::format(", low = {}, high = {}", digits(stated.low), digits(stated.high));
    if (spec.amount) {
        line += fmt::format(", price_year = {}", calibration.study->evaluation.price_year);
    }
    const StatedValue* own = find_value(extended, spec.key);
    if (own != nullptr && own->number.payer) {
        line += fmt::format(", payer = \"{}\"", name(*own->number.payer));
    }
    return line + ", quality = \"assumed\" }\n";
}

std::string samples_text(const Calibration& calibration, const Match& match) {
    std::string names;
    for (const ParameterSpec* spec : calibration.keys) {
        names += (names.empty() ? "" : ", ") + toml_quoted(spec->key);
    }
    const std::uint64_t seed =
        calibration.samples_posterior ? calibration.abc.seed : calibration.settings.seed;
    std::string text = fmt::format(
        "\n# Draws take one row each, so that the keys keep their "
        "correlation.\n[posterior]\nnames = [{}]\nsamples = [\n",
        names);
    for (const std::vector<double>& row : equally_weighted(match, posterior_rows, seed)) {
        std::vector<std::string> cells;
        for (const double value : row) cells.push_back(toml_number(rounded_to_12_digits(value)));
        text += fmt::format("  [{}],\n", fmt::join(cells, ", "));
    }
    return text + "]\n";
}

/// Targets with their sources, for the notes.
std::string targets_of(const Calibration& calibration) {
    std::string text;
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        text += (text.empty() ? "" : "; ") + calibration.targets[t].name;
        if (!calibration.sources[t].empty()) text += fmt::format(" ({})", calibration.sources[t]);
    }
    return text;
}

using Packs = std::map<std::string, std::shared_ptr<const Pack>>;  // by path

/// The packs of the study's scenarios that state a key.
Packs packs_stating(const Study& study, const ParameterSpec& spec) {
    Packs packs;
    for (const Scenario& scenario : study.scenarios) {
        const auto pack = pack_of(scenario, spec);
        if (pack) packs[pack->path] = pack;
    }
    return packs;
}

}  // namespace

PosteriorHome posterior_home(const Calibration& calibration) {
    if (!calibration.study) {
        return {nullptr, "a command is calibrated, no study", "calibrate a study, or leave it out"};
    }
    Packs homes;
    for (const ParameterSpec* spec : calibration.keys) {
        if (is_set(*calibration.study, *spec)) {
            return {nullptr,
                    fmt::format("the study sets {}, over every pack", spec->key),
                    "take it out of set"};
        }
        const Packs stating = packs_stating(*calibration.study, *spec);
        homes.insert(stating.begin(), stating.end());
        if (stating.empty()) {
            return {nullptr,
                    fmt::format("no pack of the study states {}", spec->key),
                    "state it in a pack"};
        }
    }
    if (homes.size() == 1) return {homes.begin()->second, "", ""};
    std::set<std::string> ids;
    for (const auto& [path, pack] : homes) ids.insert(pack->id);
    return {nullptr,
            fmt::format("the calibrated keys are in several packs: {}", fmt::join(ids, ", ")),
            "calibrate the keys of one pack at a time"};
}

Rows equally_weighted(const Match& match, std::size_t rows, std::uint64_t seed) {
    Rows result;
    const double start = keyed_uniform(seed, "posterior", 0);
    double reached = 0.0;  // weight of the samples before and with `sample`
    std::size_t sample = 0;
    for (std::size_t i = 0; i < rows && !match.samples.empty(); ++i) {
        const double place = (static_cast<double>(i) + start) / static_cast<double>(rows);
        while (sample + 1 < match.samples.size() && reached + match.weights[sample] <= place) {
            reached += match.weights[sample++];
        }
        result.push_back(match.samples[sample]);
    }
    return result;
}

std::string posterior_pack_text(const Calibration& calibration,
                                const Match& match,
                                const Pack& extended,
                                const std::string& extends) {
    const std::string targets = targets_of(calibration);
    std::string text = fmt::format("schema = 1\nkind = \"{}\"\nid = {}\nextends = [{}]\n",
                                   name(extended.kind),
                                   toml_quoted(calibration.id + "-posterior"),
                                   toml_quoted(extends));
    text += fmt::format("title = {{ it = {}, en = {} }}\n",
                        toml_quoted(extended.title.it + ", calibrato"),
                        toml_quoted(extended.title.en + ", calibrated"));
    text += fmt::format("notes = {{ it = {}, en = {} }}\n\n",
                        toml_quoted(fmt::format("Calibrazione {}: {}", calibration.id, targets)),
                        toml_quoted(fmt::format("Calibration {}: {}", calibration.id, targets)));
    for (std::size_t j = 0; j < calibration.keys.size(); ++j) {
        text += number_line(calibration, match, extended, j);
    }
    return text + samples_text(calibration, match);
}

}  // namespace cantiere
