#include "analysis/exploration/calibration_study.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "scenarios/did_you_mean.h"
#include "scenarios/toml_reader.h"

namespace cantiere::detail {
namespace {

std::optional<std::size_t> scenario_of(const Study& study, const std::string& id) {
    const std::string& wanted = id.empty() ? study.experiment.base : id;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].id == wanted) return i;
    }
    return std::nullopt;
}

std::vector<std::string> ids_of(const Study& study) {
    std::vector<std::string> ids;
    for (const Scenario& scenario : study.scenarios) {
        ids.push_back(scenario.id);
    }
    return ids;
}

/// Reads the study, its keys and its outputs, one after the other.
class StudyPart {
  public:
    StudyPart(const WrittenStudy& written, Problems& problems, Calibration& calibration)
        : written_(written), problems_(problems), calibration_(calibration) {}

    void read_study_file(const FileSource& files, const std::vector<WrittenOutput>& outputs) {
        ReadFiles kept;
        if (!read_source(written_.path,
                         "the study",
                         written_.study_place,
                         {files, kept, problems_})) {
            return;
        }
        StudyOptions options;
        options.files = files;
        options.overrides = written_.overrides;
        StudyReading whole = read_study(written_.path, options);
        add_problems(problems_, whole.problems);
        calibration_.study = std::move(whole.study);
        if (!calibration_.study || !scenarios_exist(*calibration_.study, outputs)) return;
        std::set<std::string> needed;
        for (const WrittenOutput& output : outputs) {
            const std::size_t scenario = *scenario_of(*calibration_.study, scenario_named(output));
            needed.insert(calibration_.study->scenarios[scenario].id);
        }
        options.overrides.only = {needed.begin(), needed.end()};
        calibration_.study = read_study(written_.path, options).study;
    }

    void read_parameters(const std::vector<WrittenParameter>& parameters) {
        const std::optional<Study>& study = calibration_.study;
        const auto scenario = study ? scenario_of(*study, written_.scenario) : std::nullopt;
        std::optional<std::vector<RangedParameter>> ranged;
        if (scenario) ranged = ranged_parameters(*study, *scenario);
        for (const WrittenParameter& written : parameters) {
            if (!written.name.empty()) read_parameter(written, ranged);
        }
    }

    void read_outputs(const std::vector<WrittenOutput>& outputs) {
        const std::optional<Study>& study = calibration_.study;
        for (const WrittenOutput& output : outputs) {
            StudyOutput read;
            read.name = output.name;
            if (study) read.scenario = scenario_of(*study, scenario_named(output)).value_or(0);
            const auto outcome = outcome_of(output.outcome, output.place);
            if (outcome) read.outcome = *outcome;
            if (!output.per.empty()) read.per = outcome_of(output.per, output.per_place);
            calibration_.outputs.push_back(read);
        }
    }

  private:
    const std::string& scenario_named(const WrittenOutput& output) const {
        return output.scenario.empty() ? written_.scenario : output.scenario;
    }

    bool scenarios_exist(const Study& study, const std::vector<WrittenOutput>& outputs) {
        bool all = exists(study, written_.scenario, written_.place);
        for (const WrittenOutput& output : outputs) {
            all = exists(study, output.scenario, output.scenario_place) && all;
        }
        return all;
    }

    bool exists(const Study& study, const std::string& id, const Place& place) {
        if (scenario_of(study, id)) {
            return true;
        }
        const std::vector<std::string> ids = ids_of(study);
        problems_.error("unknown-scenario",
                        place,
                        fmt::format("there is no scenario \"{}\"", id),
                        fmt::format("the scenarios of {} are {}", study.path, one_of(ids)),
                        did_you_mean(id, ids, "name one of them"));
        return false;
    }

    /// Lengths of axes; of a study that cannot be read as long as any, so that names are checked.
    OutcomeSizes sizes() const {
        constexpr std::size_t any = 1'000'000;
        return calibration_.study ? block_shape(*calibration_.study).sizes
                                  : OutcomeSizes{any, any, any};
    }

    std::optional<OutcomePlace> outcome_of(const std::string& text, const Place& place) {
        if (text.empty()) return std::nullopt;  // told as a missing name
        const OutcomeReading reading = read_outcome(text, sizes());
        if (!reading.outcome) {
            problems_.error("unknown-output",
                            place,
                            fmt::format("the output is \"{}\"", text),
                            reading.why,
                            reading.fix);
        }
        return reading.outcome;
    }

    /// Takes from the study what a calibration leaves unsaid of a parameter: its law, its value.
    static void complete(WrittenParameter& written, const ExploredParameter& own) {
        const bool as_stated = !written.family && !written.low && !written.high;
        written.family = as_stated ? own.stated.family : written.family;
        written.low = as_stated ? own.stated.low : written.low;
        written.high = as_stated ? own.stated.high : written.high;
        written.value = written.value ? *written.value : own.stated.value;
    }

    /// Without the ranges of a study a parameter is checked as far as it states its own.
    void read_parameter(WrittenParameter written,
                        const std::optional<std::vector<RangedParameter>>& ranged) {
        const ParameterSpec* spec = find_parameter(written.name);
        if (spec == nullptr || spec->type != ValueType::number) {
            refuse(written, spec);
            return;
        }
        if (!ranged && (!written.low || !written.high)) return;
        const std::vector<RangedParameter> none;
        const std::vector<RangedParameter>& all = ranged ? *ranged : none;
        const auto stated = std::ranges::find(all, written.name, &RangedParameter::name);
        if (stated != all.end()) complete(written, as_explored(*stated));
        if (auto made = make_parameter(written, {spec->low, spec->high}, problems_)) {
            calibration_.parameters.push_back(std::move(*made));
            calibration_.keys.push_back(spec);
        }
    }

    void refuse(const WrittenParameter& written, const ParameterSpec* spec) {
        std::vector<std::string> keys;
        for (const ParameterSpec& known : parameter_table()) {
            keys.push_back(known.key);
        }
        problems_.error(spec == nullptr ? "unknown-parameter" : "not-a-number",
                        written.place,
                        spec == nullptr ? fmt::format("there is no parameter \"{}\"", written.name)
                                        : fmt::format("{} is no real number", written.name),
                        spec == nullptr ? "parameters of a study are keys of its packs"
                                        : "emulators need values that vary smoothly",
                        did_you_mean(spec == nullptr ? written.name : "",
                                     keys,
                                     "cantiere params WORD finds the keys"));
    }

    const WrittenStudy& written_;
    Problems& problems_;
    Calibration& calibration_;
};

}  // namespace

void read_study_part(const WrittenStudy& written,
                     const std::vector<WrittenParameter>& parameters,
                     const std::vector<WrittenOutput>& outputs,
                     const FileSource& files,
                     Problems& problems,
                     Calibration& calibration) {
    StudyPart part(written, problems, calibration);
    if (!written.path.empty()) part.read_study_file(files, outputs);
    part.read_parameters(parameters);
    part.read_outputs(outputs);
}

std::optional<ExploredParameter> make_parameter(const WrittenParameter& written,
                                                ValidRange valid,
                                                Problems& problems) {
    if (!written.low || !written.high) {
        problems.error("missing-range",
                       written.place,
                       fmt::format("{} lacks low or high", written.name),
                       "its prior needs a range, and the study states none",
                       "add low = ... and high = ...");
        return std::nullopt;
    }
    const Family family = written.family.value_or(Family::uniform);
    const DistributionSpec spec{
        family,
        written.value ? *written.value : central_value(family, *written.low, *written.high),
        *written.low,
        *written.high};
    const bool outside = spec.low < valid.low || spec.high > valid.high;
    const std::string reason =
        outside ? fmt::format("the key takes values from {} to {}", valid.low, valid.high)
                : impossible(spec);
    if (!reason.empty()) {
        problems.error(outside ? "out-of-range" : "impossible-distribution",
                       written.place,
                       fmt::format("{} cannot be {} from {} to {} around {}",
                                   written.name,
                                   name(family),
                                   spec.low,
                                   spec.high,
                                   spec.value),
                       reason,
                       "mend low, high or value");
        return std::nullopt;
    }
    return explored_parameter(written.name, spec, valid);
}

}  // namespace cantiere::detail

namespace cantiere {

std::size_t Calibration::runs_of_a_row() const {
    return study ? study->scenarios.size() * study->experiment.replicates : command->replicates;
}

void add_problems(Problems& to, const Problems& from) {
    for (const Problem& problem : from.list()) {
        const auto add = problem.severity == Severity::error     ? &Problems::error
                         : problem.severity == Severity::warning ? &Problems::warning
                                                                 : &Problems::note;
        (to.*add)(problem.code, problem.place, problem.what, problem.why, problem.fix);
    }
}

}  // namespace cantiere
