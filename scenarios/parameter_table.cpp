#include "scenarios/parameter_table.h"

#include <algorithm>

#include "scenarios/parameter_rows.h"

namespace cantiere {
namespace detail {
namespace {

ParameterSpec row(std::string key,
                  PackKind home,
                  ValueType type,
                  std::string unit,
                  Text text,
                  Field field) {
    ParameterSpec spec;
    spec.key = std::move(key);
    spec.home = home;
    spec.type = type;
    spec.amount = unit.starts_with("EUR");
    spec.unit = std::move(unit);
    spec.lever = home == PackKind::policy;
    spec.text_en = std::move(text.en);
    spec.text_it = std::move(text.it);
    spec.field = field;
    return spec;
}

double value_in_code(const ParameterSpec& spec) {
    Parameters parameters;
    return spec.field(parameters, spec.index);
}

std::vector<ParameterSpec> build_table() {
    std::vector<ParameterSpec> table;
    add_territory_rows(table);
    add_price_rows(table);
    add_law_rows(table);
    add_people_rows(table);
    add_work_rows(table);
    add_care_rows(table);
    add_policy_rows(table);
    add_instrument_rows(table);
    std::sort(table.begin(), table.end(), [](const ParameterSpec& a, const ParameterSpec& b) {
        return a.key < b.key;
    });
    return table;
}

}  // namespace

ParameterSpec& Rows::number(std::string_view name,
                            std::string unit,
                            double low,
                            double high,
                            Text text,
                            Field field) {
    ParameterSpec spec = row(prefix_ + std::string(name),
                             home_,
                             ValueType::number,
                             std::move(unit),
                             std::move(text),
                             field);
    spec.low = low;
    spec.high = high;
    spec.default_value = value_in_code(spec);
    spec.acts = acts_;
    table_.push_back(std::move(spec));
    return table_.back();
}

ParameterSpec& Rows::whole(std::string_view name,
                           std::string unit,
                           double low,
                           double high,
                           Text text,
                           Field field) {
    ParameterSpec& spec = number(name, std::move(unit), low, high, std::move(text), field);
    spec.type = ValueType::integer;
    return spec;
}

ParameterSpec& Rows::share(std::string_view name, Text text, Field field) {
    return number(name, "share", 0.0, 1.0, std::move(text), field);
}

ParameterSpec& Rows::hazard(std::string_view name, Text text, Field field) {
    return number(name, "1/month", 0.0, 5.0, std::move(text), field);
}

ParameterSpec& Rows::flag(std::string_view name, Text text, Field field) {
    ParameterSpec& spec = number(name, "1", 0.0, 1.0, std::move(text), field);
    spec.type = ValueType::flag;
    return spec;
}

ParameterSpec& Rows::payer(std::string_view name, Text text, Field field) {
    const auto last = static_cast<double>(count_of<Payer> - 1);
    ParameterSpec& spec = number(name, "1", 0.0, last, std::move(text), field);
    spec.type = ValueType::payer;
    return spec;
}

void Rows::list(std::string_view name,
                const ParameterSpec& like,
                const std::vector<std::pair<std::string, Text>>& members,
                const std::vector<double>& default_values) {
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& [member, text] = members[i];
        ParameterSpec spec = like;
        spec.key = prefix_ + std::string(name) + "." + member;
        spec.text_en = like.text_en + ": " + text.en;
        spec.text_it = like.text_it + ": " + text.it;
        spec.index = static_cast<int>(i);
        spec.acts = acts_;
        spec.default_value = default_values.empty()       ? value_in_code(spec)
                             : default_values.size() == 1 ? default_values.front()
                                                          : default_values.at(i);
        table_.push_back(std::move(spec));
    }
}

ParameterSpec like(PackKind home,
                   ValueType type,
                   std::string unit,
                   double low,
                   double high,
                   Text text,
                   Field field) {
    ParameterSpec spec = row({}, home, type, std::move(unit), std::move(text), field);
    spec.low = low;
    spec.high = high;
    return spec;
}

}  // namespace detail

const std::vector<ParameterSpec>& parameter_table() {
    static const std::vector<ParameterSpec> table = detail::build_table();
    return table;
}

const ParameterSpec* find_parameter(std::string_view key) {
    const auto& table = parameter_table();
    const auto place = std::lower_bound(
        table.begin(),
        table.end(),
        key,
        [](const ParameterSpec& spec, std::string_view wanted) { return spec.key < wanted; });
    return place != table.end() && place->key == key ? &*place : nullptr;
}

}  // namespace cantiere
