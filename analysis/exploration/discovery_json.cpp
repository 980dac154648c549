#include "analysis/exploration/discovery_text.h"
#include "analysis/exploration/discovery_words.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json limit_json(const ColumnLimit& limit, const Factor& factor) {
    Json json = Json::object();
    if (!factor.categories.empty()) json["values"] = category_names(limit, factor);
    if (limit.low) json["low"] = *limit.low;
    if (limit.high) json["high"] = *limit.high;
    return json;
}

Json quality_json(const BoxQuality& quality) {
    return {{"coverage", quality.coverage}, {"density", quality.density}, {"mass", quality.mass}};
}

Json box_json(const DiscoveredBox& box, const Discovery& discovery, Language language) {
    Json limits = Json::object();
    for (const BoxLimit& limit : box.limits) {
        const Factor& factor = discovery.factors[limit.column];
        Json& one = limits[factor.name] = limit_json(limit, factor);
        one["quasi_p"] = limit.quasi_p;
        one["reproduced"] = limit.reproduced;
    }
    Json trajectory = Json::array();
    for (const BoxQuality& step : box.trajectory) {
        trajectory.push_back(quality_json(step));
        trajectory.back()["restricted"] = step.restricted;
    }
    Json json{{"limits", limits}};
    json.update(quality_json(box.quality));
    json["sentence"] = sentence_of(plain_limits(box), box.quality, discovery, language);
    json["trajectory"] = trajectory;
    return json;
}

Json tree_json(const Discovery& discovery, Language language) {
    Json leaves = Json::array();
    for (const TreeLeaf& leaf : discovery.tree.leaves) {
        Json limits = Json::object();
        for (const ColumnLimit& limit : leaf.limits) {
            const Factor& factor = discovery.factors[limit.column];
            limits[factor.name] = limit_json(limit, factor);
        }
        leaves.push_back({{"limits", limits}});
        leaves.back().update(quality_json(leaf.quality));
        leaves.back()["sentence"] = sentence_of(leaf.limits, leaf.quality, discovery, language);
    }
    return {{"of_leaves", discovery.tree.all_leaves},
            {"leaves", leaves},
            {"inputs", factor_names(discovery.tree.columns, discovery)},
            {"same_inputs", columns_of_boxes(discovery) == discovery.tree.columns},
            {"sentence", agreement_text(discovery, language)}};
}

}  // namespace

nlohmann::ordered_json discovery_json(const Discovery& discovery, Language language) {
    Json boxes = Json::array();
    for (const DiscoveredBox& box : discovery.boxes) {
        boxes.push_back(box_json(box, discovery, language));
    }
    return {{"cases", discovery.cases},
            {"of_interest", discovery.of_interest},
            {"boxes", boxes},
            {"tree", tree_json(discovery, language)}};
}

}  // namespace cantiere
