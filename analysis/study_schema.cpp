#include "analysis/study_schema.h"

#include <initializer_list>
#include <string>
#include <utility>

#include "model/names.h"
#include "scenarios/distribution.h"
#include "scenarios/pack.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json text_schema(std::string_view description) {
    return {{"type", "string"}, {"description", description}};
}

Json reference(std::string_view definition) {
    return {{"$ref", "#/$defs/" + std::string(definition)}};
}

Json integer_schema(double low, double high, std::string_view description) {
    return {{"type", "integer"}, {"minimum", low}, {"maximum", high}, {"description", description}};
}

Json number_schema(double low, double high, std::string_view description) {
    return {{"type", "number"}, {"minimum", low}, {"maximum", high}, {"description", description}};
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json object_schema(Json properties, std::initializer_list<const char*> required) {
    Json needed = Json::array();
    for (const char* key : required) {
        needed.push_back(key);
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", needed},
            {"additionalProperties", false}};
}

template <NamedList E>
Json names_schema() {
    Json names = Json::array();
    for (const Label& label : labels(E{})) {
        names.push_back(label.name);
    }
    return {{"enum", names}};
}

Json plain_value_schema(const ParameterSpec& spec) {
    switch (spec.type) {
        case ValueType::flag:
            return {{"type", "boolean"}};
        case ValueType::payer:
            return names_schema<Payer>();
        case ValueType::placement_policy:
            return names_schema<PlacementPolicy>();
        case ValueType::integer:
            return {{"type", "integer"}, {"minimum", spec.low}, {"maximum", spec.high}};
        case ValueType::number:
            break;
    }
    return {{"type", "number"}, {"minimum", spec.low}, {"maximum", spec.high}};
}

Json parameter_schema(const ParameterSpec& spec) {
    const Json plain = plain_value_schema(spec);
    const Json sourced{{"$ref", "#/$defs/sourced"},
                       {"properties", {{"value", plain}, {"unit", {{"const", spec.unit}}}}}};
    return {{"description", spec.text_en},
            {"title", spec.text_it},
            {"default", spec.default_value},
            {"anyOf", {plain, sourced}}};
}

/// Puts a dotted key into nested tables: `internship.slots` under `internship`.
void put(Json& properties, const std::string& key, const Json& schema) {
    const std::size_t dot = key.find('.');
    if (dot == std::string::npos) {
        properties[key] = schema;
        return;
    }
    Json& table = properties[key.substr(0, dot)];
    if (table.is_null()) {
        table = object_schema(Json::object(), {});
    }
    put(table["properties"], key.substr(dot + 1), schema);
}

Json head_of(std::string_view kind) {
    return {{"schema", {{"const", 1}}},
            {"kind", {{"const", kind}}},
            {"id", text_schema("lower-case letters, digits and hyphens")},
            {"title", reference("title")},
            {"description", reference("title")},
            {"notes", reference("title")},
            {"extends", list_of(text_schema("a file of the same kind, merged left to right"))}};
}

Json municipality_schema() {
    return object_schema({{"istat", text_schema("ISTAT code")},
                          {"name", {{"type", "string"}}},
                          {"population", {{"type", "integer"}, {"minimum", 0}}},
                          {"latitude", number_schema(-90, 90, "degrees")},
                          {"longitude", number_schema(-180, 180, "degrees")},
                          {"residents", {{"type", "boolean"}}}},
                         {"istat"});
}

Json posterior_schema() {
    return object_schema({{"names", list_of(text_schema("a key that this file states"))},
                          {"samples", list_of(list_of({{"type", "number"}}))}},
                         {"names", "samples"});
}

Json pack_schema(PackKind kind) {
    Json properties = head_of(name(kind));
    properties["attribution"] = reference("title");
    properties["price_year"] = integer_schema(1900, 2100, "of amounts that state none");
    properties["posterior"] = posterior_schema();
    if (kind == PackKind::territory) {
        properties["municipality"] = list_of(municipality_schema());
        properties["commuting"] = {{"enum", {"by_travel_time", "none"}}};
        properties["travel_matrix"] = text_schema("CSV: from,to,minutes_car,minutes_transit");
    }
    for (const ParameterSpec& spec : parameter_table()) {
        const bool is_lever = kind == PackKind::policy && spec.lever;
        if (spec.home == kind || is_lever) {
            put(properties, spec.key, parameter_schema(spec));
        }
    }
    return object_schema(properties, {"schema", "kind"});
}

Json scenario_schema() {
    return object_schema({{"id", text_schema("null twins end in -null-twin")},
                          {"title", reference("title")},
                          {"description", reference("title")},
                          {"territory", {{"type", "string"}}},
                          {"law", {{"type", "string"}}},
                          {"behaviour", {{"type", "string"}}},
                          {"base", text_schema("id of the scenario to compare with")},
                          {"policies", list_of({{"type", "string"}})},
                          {"null_twin", {{"type", "boolean"}}},
                          {"set", {{"type", "object"}}}},
                         {"id"});
}

Json modules_schema() {
    Json modules = Json::object();
    for (const Label& label : labels(Module{})) {
        modules[std::string(label.name)] = {{"type", "boolean"}, {"description", label.text_en}};
    }
    return object_schema(modules, {});
}

Json schema_of_study() {
    Json properties = head_of("study");
    properties["territory"] = text_schema("path, relative to this file");
    properties["law"] = text_schema("path, relative to this file");
    properties["behaviour"] = text_schema("path, relative to this file");
    properties["horizon"] =
        object_schema({{"start", {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}}},
                       {"burn_in_months", integer_schema(0, 1200, "services as usual")},
                       {"months", integer_schema(1, 1200, "of the results")},
                       {"steps_per_month", {{"const", 1}}}},
                      {});
    properties["evaluation"] =
        object_schema({{"discount_rate_per_year", number_schema(0, 0.5, "1/year")},
                       {"discount", {{"const", "green-book"}}},
                       {"price_year", integer_schema(1900, 2100, "of all amounts")},
                       {"wtp_eur_per_autonomy_year", number_schema(0, 1e9, "EUR")},
                       {"reference_law", {{"type", "string"}}}},
                      {});
    properties["experiment"] = object_schema(
        {{"draws", integer_schema(1, 1e6, "of the parameters")},
         {"hypercube_draws", integer_schema(1, 1e6, "of one Latin hypercube; default: all draws")},
         {"replicates", integer_schema(1, 1e6, "of each draw")},
         {"seed", {{"type", "integer"}, {"minimum", 0}}},
         {"base", {{"type", "string"}}},
         {"only", list_of({{"type", "string"}})}},
        {});
    properties["modules"] = modules_schema();
    properties["set"] = {{"type", "object"}};
    properties["scenario"] = list_of(scenario_schema());
    return object_schema(properties, {"schema", "kind"});
}

/// The long form of a number; each key narrows its value and unit.
Json sourced_schema() {
    return object_schema({{"value", true},
                          {"unit", {{"type", "string"}}},
                          {"dist", reference("distribution")},
                          {"low", {{"type", "number"}}},
                          {"high", {{"type", "number"}}},
                          {"price_year", {{"type", "integer"}}},
                          {"payer", reference("payer")},
                          {"source", reference("source")},
                          {"quality", {{"enum", {"found", "recalled", "assumed"}}}}},
                         {"value"});
}

Json definitions() {
    return {
        {"payer", names_schema<Payer>()},
        {"placement_policy", names_schema<PlacementPolicy>()},
        {"sourced", sourced_schema()},

        {"title",
         {{"anyOf",
           {{{"type", "string"}},
            object_schema({{"en", {{"type", "string"}}}, {"it", {{"type", "string"}}}}, {})}}}},
        {"source", {{"anyOf", {{{"type", "string"}}, list_of({{"type", "string"}})}}}},
        {"distribution",
         {{"enum",
           {"fixed", "uniform", "triangular", "pert", "normal", "lognormal", "gamma", "beta"}}}},
        {"study", schema_of_study()},
        {"territory", pack_schema(PackKind::territory)},
        {"law", pack_schema(PackKind::law)},
        {"behaviour", pack_schema(PackKind::behaviour)},
        {"policy", pack_schema(PackKind::policy)}};
}

}  // namespace

Json study_schema() {
    Json kinds = Json::array();
    for (const char* kind : {"study", "territory", "law", "behaviour", "policy"}) {
        kinds.push_back(reference(kind));
    }
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "Studies and packs of cantiere"},
            {"oneOf", kinds},
            {"$defs", definitions()}};
}

}  // namespace cantiere
