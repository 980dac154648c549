#include <algorithm>
#include <array>

#include "analysis/comparison_json.h"
#include "analysis/exploration/discovery_text.h"
#include "analysis/transfer/preconditions_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

/// In the order of PreconditionVerdict.
constexpr std::array<std::string_view, 4> precondition_verdicts{"all",
                                                                "none",
                                                                "no_limit",
                                                                "limits"};

const PlaceNumber& kept_number(const PreconditionAnswer& answer, std::size_t column) {
    return answer.numbers[answer.found.screen.kept[column].column];
}

Json screen_json(const PreconditionAnswer& answer) {
    const Screen& screen = answer.found.screen;
    Json kept = Json::array();
    for (const ScreenedNumber& number : screen.kept) {
        const PlaceNumber& varied = answer.numbers[number.column];
        kept.push_back({{"name", varied.spec->key},
                        {"distance", number.distance},
                        {"median_where_it_holds", number.median_pays},
                        {"median_where_not", number.median_pays_not},
                        {"low", varied.low},
                        {"high", varied.high}});
    }
    return {{"looked_at", screen.looked_at},
            {"dummy_distance", screen.dummy_distance},
            {"kept", kept}};
}

Json conditions_json(const PreconditionAnswer& answer) {
    Json conditions = Json::array();
    if (answer.found.pays.boxes.empty()) return conditions;
    for (const BoxLimit& limit : answer.found.pays.boxes.front().limits) {
        const ParameterSpec& spec = *kept_number(answer, limit.column).spec;
        conditions.push_back({{"name", spec.key},
                              {"unit", spec.unit},
                              {"low", json_number(limit.low.value_or(no_value))},
                              {"high", json_number(limit.high.value_or(no_value))},
                              {"quasi_p", limit.quasi_p},
                              {"reproduced", limit.reproduced}});
    }
    return conditions;
}

/// Null where nothing was found to ask about.
Json left_out_json(const Discovery& found, const LeftOut& told) {
    if (found.boxes.empty()) return nullptr;
    return {{"inside", told.inside}, {"confirmed", told.confirmed}, {"chance", told.chance}};
}

Json known_place_json(const PreconditionAnswer& answer, std::size_t place) {
    Json values = Json::object();
    Json meets;  // null without preconditions
    if (!answer.found.pays.boxes.empty()) {
        const DiscoveredBox& box = answer.found.pays.boxes.front();
        const auto checks = checks_of(box, answer.found.screen, answer.numbers, place);
        for (std::size_t i = 0; i < checks.size(); ++i) {
            values[kept_number(answer, box.limits[i].column).spec->key] = {
                {"value", checks[i].value},
                {"met", checks[i].is_met}};
        }
        meets = std::ranges::all_of(checks, &PlaceCheck::is_met);
    }
    return {{"territory", answer.places[place].territory},
            {"law", answer.places[place].law},
            {"meets", meets},
            {"values", values}};
}

}  // namespace

Json preconditions_json(const PreconditionAnswer& answer, Language language) {
    const Scenario& scenario = answer.home.scenarios[answer.scenario];
    const Preconditions& found = answer.found;
    Json places = Json::array();
    for (std::size_t place = 0; place < answer.places.size(); ++place) {
        places.push_back(known_place_json(answer, place));
    }
    return {{"study", answer.home.id},
            {"scenario", scenario.id},
            {"base", answer.home.scenarios[scenario.base].id},
            {"wtp", answer.wtp},
            {"where", found.pays.where},
            {"points", found.pays.cases},
            {"holds_in", found.pays.of_interest},
            {"verdict", precondition_verdicts[static_cast<std::size_t>(found.verdict())]},
            {"runs", answer.runs},
            {"screen", screen_json(answer)},
            {"conditions", conditions_json(answer)},
            {"left_out", left_out_json(found.pays, found.left_out)},
            {"left_out_not", left_out_json(found.pays_not, found.left_out_not)},
            {"places", places},
            {"where_it_holds", discovery_json(found.pays, language)},
            {"where_not", discovery_json(found.pays_not, language)},
            {"sentences", precondition_sentences(answer, language)}};
}

}  // namespace cantiere
