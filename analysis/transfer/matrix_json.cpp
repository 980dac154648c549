#include <array>

#include "analysis/comparison_json.h"
#include "analysis/transfer/matrix.h"

namespace cantiere {
namespace {

/// In the order of CopyVerdict.
constexpr std::array<std::string_view, 3> verdict_names{"pays", "unclear", "does_not_pay"};

}  // namespace

std::string_view name(CopyVerdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

nlohmann::ordered_json cell_json(const ExportMatrix& matrix, const ExportCell& cell) {
    nlohmann::ordered_json outputs = nlohmann::ordered_json::object();
    for (std::size_t o = 0; o < matrix.outcomes.size(); ++o) {
        const TransferredOutcome& outcome = cell.outcomes[o];
        nlohmann::ordered_json parts = nlohmann::ordered_json::object();
        for (std::size_t part = 0; part < part_count; ++part) {
            parts[std::string(name(static_cast<PlacePart>(part)))] = as_json(outcome.by_part[part]);
        }
        outputs[matrix.outcomes[o]] = {{"effect", as_json(outcome.there)},
                                       {"change", as_json(outcome.change)},
                                       {"parts", parts}};
    }
    return {{"verdict", name(verdict_of(cell))},
            {"outputs", outputs},
            {"overlap", {{"compared", cell.compared}, {"outside", cell.extrapolated}}}};
}

nlohmann::ordered_json matrix_json(const ExportMatrix& matrix, Language language) {
    nlohmann::ordered_json places = nlohmann::ordered_json::array();
    for (const ExportPlace& place : matrix.places) {
        places.push_back({{"territory", place.territory}, {"law", place.law}});
    }
    nlohmann::ordered_json programmes = nlohmann::ordered_json::array();
    for (const ExportProgramme& programme : matrix.programmes) {
        nlohmann::ordered_json cells = nlohmann::ordered_json::array();
        for (const ExportCell& cell : programme.cells) cells.push_back(cell_json(matrix, cell));
        programmes.push_back({{"study", programme.study},
                              {"scenario", programme.scenario},
                              {"home", programme.home},
                              {"wtp", programme.wtp},
                              {"cells", cells}});
    }
    return {{"places", places},
            {"programmes", programmes},
            {"sentences", copy_sentences(matrix, language)},
            {"runs", matrix.runs},
            {"failed", matrix.failed.size()}};
}

}  // namespace cantiere
