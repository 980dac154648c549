#include <algorithm>
#include <array>

#include "analysis/number_text.h"
#include "analysis/report/companions.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> place_part_names{"population",
                                                           "network_capacity",
                                                           "labour_housing",
                                                           "law"};

std::string part_name(const Findings& f, std::string_view part) {
    if (part == "population") return std::string(f.in("who lives there", "chi ci vive"));
    if (part == "network_capacity") {
        return std::string(f.in("services and network", "servizi e rete"));
    }
    if (part == "law") return std::string(f.in("law", "legge"));
    return std::string(f.in("labour and housing", "lavoro e casa"));
}

std::string verdict_word(const Findings& f, const std::string& verdict) {
    if (verdict == "pays") return std::string(f.in("pays", "conviene"));
    if (verdict == "does_not_pay") return std::string(f.in("does not pay", "non conviene"));
    return std::string(f.in("cannot be told", "non si distingue"));
}

/// The title of a programme from the results of its study, or its id.
std::string programme_name(const std::vector<const Findings*>& studies, const Json& programme) {
    for (const Findings* const study : studies) {
        if (study->header().study != programme["study"].get<std::string>()) continue;
        return study->name_of(programme["scenario"].get<std::string>());
    }
    return programme["scenario"].get<std::string>();
}

/// The name of a place: that of the territory pack's file.
std::string place_name(const Json& place) {
    std::string name = place["territory"].get<std::string>();
    if (!name.empty()) name[0] = static_cast<char>(std::toupper(name[0]));
    return name;
}

std::string cell_text(const Findings& f,
                      const Json& programme,
                      const Json& place,
                      const Json& cell) {
    const Stat effect = stat_of_json(cell["outputs"]["net_benefit"]["effect"]);
    return fmt::format("{}, {}",
                       difference_fact(fmt::format("transfer/{}@{}:net_benefit",
                                                   programme["scenario"].get<std::string>(),
                                                   place["territory"].get<std::string>()),
                                       effect,
                                       f.language),
                       verdict_word(f, cell["verdict"].get<std::string>()));
}

ReportTable matrix_table(const std::vector<const Findings*>& studies, const Json& matrix) {
    const Findings& f = *studies.front();
    ReportTable table;
    table.caption = std::string(f.in("Net benefit of each programme in each place, EUR",
                                     "Beneficio netto di ogni programma in ogni luogo, euro"));
    table.header = {std::string(f.in("Programme", "Programma"))};
    for (const Json& place : matrix["places"]) table.header.push_back(place_name(place));
    for (const Json& programme : matrix["programmes"]) {
        std::vector<std::string> row{programme_name(studies, programme)};
        for (std::size_t i = 0; i < programme["cells"].size(); ++i) {
            row.push_back(cell_text(f, programme, matrix["places"][i], programme["cells"][i]));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureJson cell_json(const Json& cell) {
    const Json& benefit = cell["outputs"]["net_benefit"];
    FigureJson json{{"verdict", cell["verdict"]},
                    {"effect", estimate_json(stat_of_json(benefit["effect"]))}};
    if (benefit.contains("parts") && benefit["parts"].is_object()) {
        json["parts"] = FigureJson::array();
        for (const std::string_view part : place_part_names) {
            json["parts"].push_back(
                number_or_null(stat_of_json(benefit["parts"][std::string(part)]).mean));
        }
    }
    if (cell["overlap"].contains("outside")) json["outside"] = cell["overlap"]["outside"];
    return json;
}

FigureJson matrix_figure(const std::vector<const Findings*>& studies, const Json& matrix) {
    const Findings& f = *studies.front();
    FigureJson data = figure_data(
        f,
        "transfer",
        std::string(f.in("Where each programme pays, and what of a place makes the difference",
                         "Dove conviene ogni programma, e che cosa del luogo fa la differenza")));
    data["source"] = "cantiere transfer --matrix";
    data["unit"] = "EUR";
    data["outcome"] = f.in("net benefit", "beneficio netto");
    data["places"] = FigureJson::array();
    for (const Json& place : matrix["places"]) {
        data["places"].push_back({{"id", place["territory"]}, {"name", place_name(place)}});
    }
    data["parts"] = FigureJson::array();
    for (const std::string_view part : place_part_names) {
        data["parts"].push_back({{"id", part}, {"name", part_name(f, part)}});
    }
    data["programmes"] = FigureJson::array();
    for (const Json& programme : matrix["programmes"]) {
        FigureJson cells = FigureJson::array();
        for (const Json& cell : programme["cells"]) cells.push_back(cell_json(cell));
        data["programmes"].push_back({{"id", programme["scenario"]},
                                      {"name", programme_name(studies, programme)},
                                      {"home", programme["home"]},
                                      {"cells", cells}});
    }
    return data;
}

}  // namespace

std::vector<ReportBlock> transfer_blocks(const std::vector<const Findings*>& studies,
                                         const Companions& companions) {
    const Findings& f = *studies.front();
    if (companions.transfer.is_null()) {
        return {Paragraph{std::string(
            f.in("Not in this report: `cantiere transfer --matrix pistoia,bari -o "
                 "transfer.json` beside the results puts every programme in every place here.",
                 "Non in questo rapporto: `cantiere transfer --matrix pistoia,bari --lang it "
                 "-o transfer.json` accanto ai risultati mette qui ogni programma in ogni "
                 "luogo."))}};
    }
    return {figure_of(f,
                      "transfer",
                      matrix_figure(studies, companions.transfer),
                      matrix_table(studies, companions.transfer))};
}

}  // namespace cantiere
