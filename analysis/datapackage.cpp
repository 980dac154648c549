#include <nlohmann/json.hpp>

#include "analysis/comparison_json.h"
#include "analysis/export_tables.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

bool is_whole_number(Axis axis) {
    return axis == Axis::draw || axis == Axis::replicate || axis == Axis::month ||
           axis == Axis::horizon;
}

Json axis_field(Axis axis) {
    const bool is_year = axis == Axis::year;
    return {{"name", name(axis)},
            {"type",
             is_year                 ? "year"
             : is_whole_number(axis) ? "integer"
                                     : "string"}};
}

Json variable_field(Variable variable, const ResultsHeader& header) {
    const VariableShape& row = shape_of(variable);
    Json field{{"name", row.name},
               {"type", "number"},
               {"unit", row.unit},
               {"title", row.long_name_en},
               {"title_it", row.long_name_it}};
    if (is_money(variable)) {
        field["price_year"] = header.price_year;
    }
    if (row.discounting == Discounting::to_start) {
        field["discount_rate"] = header.discount_rate_per_year;
    }
    return field;
}

Json resource(const ExportTable& table, const ResultsHeader& header) {
    Json fields = Json::array();
    Json key = Json::array();
    for (const Axis axis : table.axes) {
        fields.push_back(axis_field(axis));
        key.push_back(name(axis));
    }
    for (const Variable variable : table.variables) {
        fields.push_back(variable_field(variable, header));
    }
    if (table.may_be_suppressed()) {
        fields.push_back({{"name", "suppressed"},
                          {"type", "string"},
                          {"title", "Variables left empty: about fewer than five people"}});
    }
    const std::string file = table.file_name();
    return {{"name", file.substr(0, file.size() - 4)},
            {"path", file},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"schema", {{"fields", fields}, {"primaryKey", key}, {"missingValues", {""}}}}};
}

}  // namespace

std::string datapackage_text(const Results& results, const std::vector<ExportTable>& tables) {
    const ResultsHeader& header = results.header();
    Json resources = Json::array();
    for (const ExportTable& table : tables) {
        resources.push_back(resource(table, header));
    }
    const Json package{{"profile", "tabular-data-package"},
                       {"name", "cantiere-" + header.study},
                       {"title", header.title_en},
                       {"title_it", header.title_it},
                       {"version", header.provenance.version},
                       {"inputs_sha256", results.inputs_sha256()},
                       {"start", text(header.start)},
                       {"resources", resources}};
    return dumped(package) + "\n";
}

}  // namespace cantiere
