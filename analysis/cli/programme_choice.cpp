#include "analysis/cli/programme_choice.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

std::size_t place_of_scenario(const Study& study, const std::string& id) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].id == id) {
            return i;
        }
        ids.push_back(study.scenarios[i].id);
    }
    throw UsageError(
        fmt::format("--scenario is \"{}\"", id),
        did_you_mean(id, ids, fmt::format("the scenarios of {} are {}", study.id, one_of(ids))));
}

/// Reads a study of one scenario and its base.
ProgrammeStudy read_cut(const std::string& path, const std::string& id, StudyOptions options) {
    options.overrides.only = {id};
    StudyReading reading = read_study(path, options);
    if (!reading.study) {
        throw InputError(std::move(reading.problems));
    }
    ProgrammeStudy programme{std::move(*reading.study), 0};
    programme.scenario = place_of_scenario(programme.study, id);
    return programme;
}

std::size_t usual_place(const Study& study) {
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].base != i && !study.scenarios[i].null_twin) {
            return i;
        }
    }
    return 0;
}

}  // namespace

ProgrammeStudy read_programme(const std::string& named,
                              const std::string& scenario,
                              const StudyOptions& options,
                              const Context& context) {
    const std::string path = study_path(named);
    const Study whole = study_or_throw(read_study(path, options), context);
    const std::size_t asked =
        scenario.empty() ? usual_place(whole) : place_of_scenario(whole, scenario);
    return read_cut(path, whole.scenarios[asked].id, options);
}

ProgrammeStudy read_again(const ProgrammeStudy& programme, const StudyOptions& options) {
    return read_cut(programme.study.path,
                    programme.study.scenarios[programme.scenario].id,
                    options);
}

std::vector<RangedParameter> chosen_parameters(const ProgrammeStudy& programme,
                                               const std::vector<std::string>& words,
                                               bool only_levers) {
    std::vector<RangedParameter> all = ranged_parameters(programme.study, programme.scenario);
    if (only_levers) {
        std::erase_if(all, [](const RangedParameter& one) { return !one.is_lever; });
    }
    std::vector<std::string> names;
    for (const RangedParameter& one : all) {
        names.push_back(one.name);
    }
    for (const std::string& word : words) {
        if (named_like(all, {word}).empty()) {
            throw UsageError(
                fmt::format("--parameters: no number with a range is called like \"{}\"", word),
                did_you_mean(word, names, "cantiere params WORD finds the keys"));
        }
    }
    if (all.empty()) {
        throw UsageError("no number of this scenario states a range",
                         only_levers ? "leave --levers out" : "state low and high in its packs");
    }
    return named_like(all, words);
}

}  // namespace cantiere
