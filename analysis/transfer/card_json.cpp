#include "analysis/comparison_json.h"
#include "analysis/transfer/card.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json net_benefit_along(const std::vector<CurvePoint>& curve) {
    Json points = Json::array();
    for (const CurvePoint& point : curve) {
        points.push_back({{"at", point.at}, {"net_benefit", as_json(point.effects.front())}});
    }
    return points;
}

Json card_place_json(const Card& card, std::size_t place) {
    const ExportCell& cell = card.matrix.programmes.front().cells[place];
    const Curves& curves = card.curves[place];
    const auto largest = largest_part(cell.outcomes.front());
    Json json{{"territory", card.matrix.places[place].territory},
              {"law", card.matrix.places[place].law}};
    json.update(cell_json(card.matrix, cell));
    json["largest_part"] = largest ? Json(name(*largest)) : Json(nullptr);
    json["fidelity_needed"] = json_number(fidelity_needed(curves.fidelity).value_or(no_value));
    json["scales_up_to"] = json_number(scales_up_to(curves.scale).value_or(no_value));
    json["fidelity"] = net_benefit_along(curves.fidelity);
    json["scale"] = net_benefit_along(curves.scale);
    return json;
}

}  // namespace

Json card_json(const Card& card, Language language) {
    const ExportProgramme& programme = card.matrix.programmes.front();
    const Study& study = card.preconditions.home;
    const Scenario& scenario = study.scenarios[card.preconditions.scenario];
    Json places = Json::array();
    for (std::size_t place = 0; place < card.matrix.places.size(); ++place) {
        places.push_back(card_place_json(card, place));
    }
    return {{"study", programme.study},
            {"scenario", programme.scenario},
            {"base", study.scenarios[scenario.base].id},
            {"title", in_language(language, programme.title.en, programme.title.it)},
            {"draft", is_draft(card.matrix)},
            {"draws", card.matrix.draws},
            {"wtp", programme.wtp},
            {"price_year", study.evaluation.price_year},
            {"places", places},
            {"sentences", copy_sentences(card.matrix, language)},
            {"preconditions", preconditions_json(card.preconditions, language)},
            {"procedure", procedure_json(card.procedure, language)},
            {"runs", card.matrix.runs},
            {"failed", card.matrix.failed.size()}};
}

}  // namespace cantiere
