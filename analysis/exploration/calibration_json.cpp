#include <cmath>

#include "analysis/comparison_json.h"
#include "analysis/exploration/calibration_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json row_json(const Calibration& calibration, const JudgedRow& row) {
    Json values = Json::object();
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        values[calibration.parameters[j].name] = row.values[j];
    }
    Json outputs = Json::object();
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        outputs[calibration.targets[t].name] = {{"mean", row.outputs[t].mean},
                                                {"se", std::sqrt(row.outputs[t].variance)},
                                                {"implausibility", row.implausibility[t]}};
    }
    return {{"values", values}, {"outputs", outputs}};
}

/// Ends by parameter, of a wave or a generation.
template <class Step>
Json ranges_json(const Calibration& calibration, const Step& step) {
    Json ranges = Json::object();
    for (std::size_t j = 0; j < step.low.size(); ++j) {
        ranges[calibration.parameters[j].name] = {{"low", step.low[j]}, {"high", step.high[j]}};
    }
    return ranges;
}

Json generation_json(const Calibration& calibration, const Generation& generation) {
    return {{"rows", generation.rows},
            {"kept", generation.kept},
            {"acceptance", generation.acceptance()},
            {"tolerance", json_number(generation.tolerance)},
            {"effective_sample_size", generation.effective_sample_size},
            {"ranges", ranges_json(calibration, generation)}};
}

Json wave_json(const Calibration& calibration, const Wave& wave) {
    Json targets = Json::object();
    for (std::size_t t = 0; t < wave.targets.size(); ++t) {
        const WaveTarget& target = wave.targets[t];
        targets[calibration.targets[t].name] = {
            {"emulator_sd", json_number(target.emulator_sd)},
            {"noise_sd", target.noise_sd},
            {"cross_validation_rmse", target.validation.rmse},
            {"within_3_sd", target.validation.within_3_sd},
            {"least_implausibility", target.least_implausibility}};
    }
    return {{"rows", wave.rows},
            {"rows_fitted", wave.fitted},
            {"non_implausible_share", wave.share},
            {"ranges", ranges_json(calibration, wave)},
            {"targets", targets}};
}

Json targets_json(const Calibration& calibration, const Match& match) {
    Json list = Json::array();
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        const MatchTarget& target = calibration.targets[t];
        const Stat fitted = match.fitted.empty() ? Stat{} : match.fitted[t];
        const bool met = final_row(match).implausibility[t] <= met_within;
        list.push_back(
            {{"name", target.name},
             {"value", target.value},
             {"standard_error", target.standard_error},
             {"discrepancy", target.discrepancy},
             {"source",
              calibration.sources[t].empty() ? Json(nullptr) : Json(calibration.sources[t])},
             {"stated", match.stated.outputs[t].mean},
             {"simulated", final_row(match).outputs[t].mean},
             {"emulated", json_number(fitted.mean)},
             {"low", json_number(fitted.p2_5)},
             {"high", json_number(fitted.p97_5)},
             {"verdict", met ? "met" : "missed"}});
    }
    return list;
}

Json parameters_json(const Calibration& calibration, const Match& match) {
    Json list = Json::array();
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        const ExploredParameter& parameter = calibration.parameters[j];
        const Stat posterior = posterior_of(match, j);
        list.push_back({{"name", parameter.name},
                        {"dist", name(parameter.stated.family)},
                        {"value", parameter.stated.value},
                        {"low", parameter.stated.low},
                        {"high", parameter.stated.high},
                        {"posterior_mean", json_number(posterior.mean)},
                        {"p2_5", json_number(posterior.p2_5)},
                        {"p97_5", json_number(posterior.p97_5)}});
    }
    return list;
}

std::string_view name(MatchEnd end) {
    switch (end) {
        case MatchEnd::precise:
            return "precise";
        case MatchEnd::empty:
            return "empty";
        case MatchEnd::generations_done:
            return "generations";
        case MatchEnd::rarely_accepted:
            return "acceptance";
        case MatchEnd::rows_done:
            return "rows";
        default:
            return "waves";
    }
}

std::string method_of(const Calibration& calibration) {
    if (!calibration.samples_posterior) return "history_matching";
    return calibration.matches_history ? "both" : "abc_smc";
}

}  // namespace

Json calibration_json(const Calibration& calibration, const Match& match) {
    Json waves = Json::array();
    for (const Wave& wave : match.waves) {
        waves.push_back(wave_json(calibration, wave));
    }
    for (const Generation& generation : match.generations) {
        waves.push_back(generation_json(calibration, generation));
    }
    Json json{{"id", calibration.id},
              {"method", method_of(calibration)},
              {"waves", waves},
              {"end", name(match.end)},
              {"posterior",
               {{"names", names_of(calibration.parameters)},
                {"samples", match.samples},
                {"weights", match.weights}}},
              {"effective_sample_size", match.effective_sample_size},
              {"acceptance", match.acceptance},
              {"runs", match.rows * calibration.runs_of_a_row()},
              {"targets", targets_json(calibration, match)},
              {"parameters", parameters_json(calibration, match)},
              {"stated", row_json(calibration, match.stated)},
              {"best", row_json(calibration, match.best)}};
    json["proposed"] = match.proposed ? row_json(calibration, *match.proposed) : Json(nullptr);
    return json;
}

}  // namespace cantiere
