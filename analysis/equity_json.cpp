#include "analysis/comparison_json.h"
#include "analysis/equity_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json group_json(const GroupEquity& group) {
    return {{"name", name(group.group)},
            {"suppressed", group.suppressed},
            {"residents", as_json(group.residents)},
            {"access_ratio", as_json(group.access_ratio)},
            {"wait_median", as_json(group.wait_median)},
            {"wait_p90", as_json(group.wait_p90)},
            {"exclusion_rate", as_json(group.exclusion_rate)},
            {"false_priority", as_json(group.false_priority)},
            {"missed_priority", as_json(group.missed_priority)},
            {"gain", as_json(group.gain)},
            {"gainers", as_json(group.gainers)},
            {"losers", as_json(group.losers)}};
}

}  // namespace

Json equity_json(const ScenarioEquity& equity) {
    if (equity.empty()) return nullptr;
    Json json;
    Json groups = Json::array();
    for (const GroupEquity& group : equity.groups) groups.push_back(group_json(group));
    json["groups"] = groups;
    for (const EquityMeasure& measure : equity.measures) {
        json[std::string(measure.name)] = {{"base", as_json(measure.base)},
                                           {"level", as_json(measure.level)},
                                           {"difference", as_json(measure.difference)}};
    }
    Json equally = Json::array();
    for (const EquallyDistributed& one : equity.equally_distributed) {
        equally.push_back({{"aversion", one.aversion},
                           {"base", as_json(one.base)},
                           {"level", as_json(one.level)},
                           {"difference", as_json(one.difference)}});
    }
    json["equally_distributed"] = equally;
    json["switching_aversions"] = aversion_switches_json(equity.switches);
    const bool any = equity.worst_group != Group::count;
    json["worst_group"] = any ? Json(name(equity.worst_group)) : Json(nullptr);
    json["worst_group_told"] = any && equity.is_worst_told;
    json["concentration_index"] = as_json(equity.concentration_index);
    json["gain_concentration"] = as_json(equity.gain_concentration);
    json["inner_gap"] = as_json(equity.inner_gap);
    json["gainers"] = as_json(equity.gainers);
    json["losers"] = as_json(equity.losers);
    json["share_harmed"] = {{"at_least", as_json(equity.harmed_at_least)},
                            {"at_most", as_json(equity.harmed_at_most)}};
    Json records;
    for (const RecordedIndicator& one : equity.records) {
        records[std::string(one.name)] = {{"recorded", as_json(one.recorded)},
                                          {"true", as_json(one.real)}};
    }
    json["monitoring"] = records;
    return json;
}

}  // namespace cantiere
