#include "analysis/report/packs_within.h"

#include <memory>
#include <set>

#include <fmt/format.h>

#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

/// Parses a text that the program wrote or has read before; empty where it is not TOML.
TomlTable parsed(const std::string& path, const std::string& text) {
    Problems problems;
    const auto file = std::make_shared<const SourceFile>(SourceFile{path, text});
    return parse_toml(file, problems).value_or(TomlTable{});
}

std::optional<double> number_of(const TomlTable& table, std::string_view key) {
    const TomlValue* const value = table.find(key);
    if (value == nullptr) return std::nullopt;
    if (const auto* const whole = value->as<std::int64_t>()) return static_cast<double>(*whole);
    const auto* const number = value->as<double>();
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::string text_of(const TomlTable& table, std::string_view key) {
    const TomlValue* const value = table.find(key);
    const auto* const text = value == nullptr ? nullptr : value->as<std::string>();
    return text == nullptr ? "" : *text;
}

std::vector<std::string> sources_of(const TomlTable& table) {
    const TomlValue* const value = table.find("source");
    if (value == nullptr) return {};
    if (const auto* const one = value->as<std::string>()) return {*one};
    std::vector<std::string> all;
    const auto* const list = value->as<TomlList>();
    for (const TomlValue& item : list == nullptr ? TomlList{} : *list) {
        if (const auto* const key = item.as<std::string>()) all.push_back(*key);
    }
    return all;
}

std::optional<StatedInput> input_of(const std::string& key, const TomlTable& table) {
    const std::optional<double> value = number_of(table, "value");
    const std::optional<Quality> quality = parse_quality(text_of(table, "quality"));
    if (!value || !quality) return std::nullopt;
    return StatedInput{key,
                       *value,
                       number_of(table, "low"),
                       number_of(table, "high"),
                       text_of(table, "unit"),
                       sources_of(table),
                       *quality};
}

/// Walks a resolved study.
class InputReader {
  public:
    void read(const TomlTable& table) {
        for (const TomlEntry& entry : table.entries) read(entry.key, entry.value);
    }

    std::vector<StatedInput> inputs;

  private:
    void read(const std::string& key, const TomlValue& value) {
        if (const auto* const list = value.as<TomlList>()) {
            for (const TomlValue& one : *list) read(key, one);
        }
        const auto* const table = value.as<TomlTable>();
        if (table == nullptr) return;
        const std::optional<StatedInput> input = input_of(key, *table);
        if (!input) return read(*table);
        if (seen_.insert(fmt::format("{} = {}", key, toml_text(value))).second) {
            inputs.push_back(*input);
        }
    }

    std::set<std::string> seen_;
};

/// Adds the municipalities that a pack lists with both coordinates.
void add_places(const TomlTable& pack, std::map<std::string, Coordinates>& places) {
    const TomlValue* const value = pack.find("municipality");
    const auto* const list = value == nullptr ? nullptr : value->as<TomlList>();
    if (list == nullptr) return;
    for (const TomlValue& one : *list) {
        const auto* const entry = one.as<TomlTable>();
        if (entry == nullptr) continue;
        const auto longitude = number_of(*entry, "longitude");
        const auto latitude = number_of(*entry, "latitude");
        if (longitude && latitude) places[text_of(*entry, "name")] = {*longitude, *latitude};
    }
}

}  // namespace

std::vector<StatedInput> stated_inputs(const std::string& resolved_study) {
    InputReader reader;
    reader.read(parsed("resolved.toml", resolved_study));
    return std::move(reader.inputs);
}

std::map<std::string, Coordinates> coordinates_of(const Provenance& provenance) {
    std::map<std::string, Coordinates> places;
    for (const ProvenanceFile& file : provenance.files) {
        if (file.path.ends_with(".toml")) add_places(parsed(file.path, file.text), places);
    }
    return places;
}

}  // namespace cantiere
