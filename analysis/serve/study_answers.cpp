#include "analysis/serve/study_answers.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "analysis/parameter_words.h"
#include "analysis/serve/body.h"
#include "analysis/serve/own_study.h"
#include "analysis/shipped_packs.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

std::size_t scenario_asked(const Study& study, const std::string& id) {
    if (id.empty()) {
        const auto first = std::ranges::find_if(study.scenarios, [](const Scenario& one) {
            return !one.policies.empty();
        });
        return first == study.scenarios.end()
                   ? 0
                   : static_cast<std::size_t>(first - study.scenarios.begin());
    }
    std::vector<std::string> known;
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (study.scenarios[i].id == id) return i;
        known.push_back(study.scenarios[i].id);
    }
    throw ApiError(404,
                   "unknown-name",
                   fmt::format("scenario: the study has no \"{}\"", id),
                   fmt::format("it has {}", one_of(known)),
                   did_you_mean(id, known, "name one of these"));
}

ApiJson scenario_json(const Study& study, const Scenario& scenario, Language language) {
    ApiJson set = ApiJson::object();
    for (const StatedValue& one : scenario.set) {
        set[one.spec->key] = lever_value(*one.spec, one.number.value());
    }
    ApiJson policies = ApiJson::array();
    for (const auto& policy : scenario.policies) policies.push_back(policy->id);
    return {{"id", scenario.id},
            {"title", in_language(language, scenario.title.en, scenario.title.it)},
            {"base", study.scenarios[scenario.base].id},
            {"null_twin", scenario.null_twin},
            {"policies", policies},
            {"set", set}};
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return text;
}

ApiJson stated_list(const ParameterSpec& spec, const std::vector<Pack>& packs) {
    ApiJson list = ApiJson::array();
    for (const Pack& pack : packs) {
        const StatedValue* const stated = find_value(pack, spec.key);
        if (stated == nullptr) continue;
        const SourcedNumber& number = stated->number;
        list.push_back(
            {{"pack", pack.id},
             {"value", lever_value(spec, number.value())},
             {"low", number.low ? ApiJson(*number.low) : ApiJson(nullptr)},
             {"high", number.high ? ApiJson(*number.high) : ApiJson(nullptr)},
             {"quality",
              number.quality == Quality::none ? ApiJson(nullptr) : ApiJson(name(number.quality))},
             {"source", number.sources}});
    }
    return list;
}

ApiJson parameter_line(const ParameterSpec& spec,
                       const std::vector<Pack>& packs,
                       Language language) {
    const bool is_size = spec.type == ValueType::number || spec.type == ValueType::integer;
    return {{"key", spec.key},
            {"home", home_word(spec.home, language)},
            {"text", in_language(language, spec.text_en, spec.text_it)},
            {"unit", unit_word(spec.unit, language)},
            {"low", is_size ? ApiJson(spec.low) : ApiJson(nullptr)},
            {"high", is_size ? ApiJson(spec.high) : ApiJson(nullptr)},
            {"default", lever_value(spec, spec.default_value)},
            {"stated", stated_list(spec, packs)}};
}

}  // namespace

const SourceTexts& ShippedEvidence::sources() {
    if (sources_.empty()) sources_ = shipped_source_texts();
    return sources_;
}

const std::vector<Pack>& ShippedEvidence::packs() {
    if (packs_.empty()) packs_ = shipped_packs(Evaluation{}.price_year);
    return packs_;
}

ApiJson study_answer(const StudyShelf& shelf, ShippedEvidence& evidence, const Query& query) {
    const std::string id = query.required("id");
    const Study study = StudyShelf::read(shelf.path(id), at_values());
    const Language language = query.language();
    const std::size_t asked = scenario_asked(study, query.text("scenario"));
    ApiJson scenarios = ApiJson::array();
    for (const Scenario& one : study.scenarios) {
        scenarios.push_back(scenario_json(study, one, language));
    }
    return {{"id", id},
            {"title", in_language(language, study.title.en, study.title.it)},
            {"scenario", study.scenarios[asked].id},
            {"scenarios", scenarios},
            {"levers", levers_json(study, asked, evidence.sources(), language)}};
}

ApiJson parameters_answer(ShippedEvidence& evidence, const Query& query) {
    const std::string word = in_lower_case(query.text("word"));
    ApiJson list = ApiJson::array();
    for (const ParameterSpec& spec : parameter_table()) {
        const std::string all = spec.key + "\n" + spec.text_en + "\n" + spec.text_it;
        if (in_lower_case(all).find(word) == std::string::npos) continue;
        list.push_back(parameter_line(spec, evidence.packs(), query.language()));
    }
    return list;
}

ApiJson check_answer(const StudyShelf& shelf, const std::string& body, Language language) {
    const Body asked(body, {"study", "scenario", "set"});
    const std::string from = asked.text("scenario");
    constexpr std::string_view twin_ending = "-null-twin";
    OwnStudy own;
    own.name = "own-scenario";
    own.study = asked.text("study");
    own.scenario = {"own-scenario", "own scenario", from, asked.values("set")};
    if (from.ends_with(twin_ending)) own.scenario.id += twin_ending;
    const std::string path = shelf.folder().place("own-scenario.toml").string();
    StudyOptions options = at_values();
    options.files = with_text(options.files, path, own_study_text(own, shelf));
    const Problems problems = read_study(path, options).problems;
    return {{"ok", !problems.has_errors()},
            {"problems", own_problems_json(problems, path, language)}};
}

}  // namespace cantiere
