#include "analysis/serve/choice.h"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

const ScenarioEntry& entry_named(const ResultsHeader& header,
                                 std::string_view what,
                                 const std::string& id) {
    const auto found = std::ranges::find(header.scenarios, id, &ScenarioEntry::id);
    if (found != header.scenarios.end()) return *found;
    std::vector<std::string> known;
    for (const ScenarioEntry& one : header.scenarios) known.push_back(one.id);
    throw ApiError(400,
                   "unknown-name",
                   fmt::format("{}: these results have no scenario \"{}\"", what, id),
                   fmt::format("they have {}", one_of(known)),
                   did_you_mean(id, known, "name one of these"));
}

Perspective perspective_asked(const std::string& text) {
    if (text.empty()) return PublicPayers{};
    if (const auto found = find_perspective(text)) return *found;
    throw ApiError(400,
                   "unknown-name",
                   fmt::format("perspective: \"{}\" is none", text),
                   fmt::format("it is one of {}", one_of(perspective_names())),
                   did_you_mean(text, perspective_names(), "name one of these"));
}

/// Takes the scenarios asked for, each once; the first of them that is not the base and no null
/// twin is the programme, and its base is that of all where none is asked for.
void take_scenarios(const ResultsHeader& header,
                    const std::string& base,
                    const std::vector<std::string>& asked,
                    ComparedChoice& choice) {
    for (const std::string& id : asked) {
        const ScenarioEntry& entry = entry_named(header, "scenarios", id);
        if (choice.base.empty()) choice.base = base.empty() ? entry.base : base;
        if (choice.keeps(entry.id)) continue;
        choice.scenarios.push_back(entry.id);
        if (choice.programme.empty() && !entry.null_twin) choice.programme = entry.id;
    }
}

}  // namespace

std::vector<std::string> choice_names() {
    return {"result", "base", "scenarios", "wtp", "perspective"};
}

FindingsChoice ComparedChoice::about_one() const { return {options, {}, programme}; }

FindingsChoice ComparedChoice::about_all() const { return {options, scenarios, programme}; }

bool ComparedChoice::keeps(std::string_view id) const {
    return id == base || std::ranges::find(scenarios, id) != scenarios.end();
}

ComparedChoice choice_of(const ResultsHeader& header, const Query& query) {
    ComparedChoice choice;
    choice.options.wtp = query.amount("wtp");
    choice.options.perspective = perspective_asked(query.text("perspective"));
    const std::string base = query.text("base");
    if (!base.empty()) choice.options.base = entry_named(header, "base", base).id;
    take_scenarios(header, base, query.names("scenarios"), choice);
    if (!choice.scenarios.empty()) {
        choice.options.base = choice.base;
        if (choice.programme.empty()) choice.programme = choice.scenarios.front();
    } else if (base.empty()) {
        choice.base = header.scenarios.front().base;
    } else {
        choice.base = base;
    }
    if (choice.scenarios.size() > most_scenarios_compared) {
        throw ApiError(400,
                       "too-many",
                       fmt::format("{} scenarios are asked for", choice.scenarios.size()),
                       fmt::format("at most {} are compared at once", most_scenarios_compared),
                       "choose fewer of them");
    }
    return choice;
}

}  // namespace cantiere
