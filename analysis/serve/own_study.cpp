#include "analysis/serve/own_study.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/did_you_mean.h"
#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

/// The table of a scenario with all that the study's files say of it.
TomlTable scenario_table(const std::string& path, const std::string& id) {
    const FileSource files = disk_files();
    ReadFiles read;
    Problems problems;
    const std::optional<TomlTable> study =
        read_toml(path, "the study", std::nullopt, {files, read, problems});
    if (!study) throw InputError(std::move(problems));
    const TomlValue* const value = study->find("scenario");
    const TomlList* const list = value == nullptr ? nullptr : value->as<TomlList>();
    std::vector<std::string> known;
    for (const TomlValue& one : list == nullptr ? TomlList{} : *list) {
        if (entry_id(one) == id && one.as<TomlTable>() != nullptr) return *one.as<TomlTable>();
        known.push_back(entry_id(one));
    }
    throw ApiError(400,
                   "unknown-name",
                   fmt::format("the study has no scenario \"{}\"", id),
                   fmt::format("it has {}", one_of(known)),
                   did_you_mean(id, known, "name one of these"));
}

/// A path as the new file, which lies in the folder, names it.
std::string path_within(const TomlValue& value, const std::string& named, const StudyShelf& shelf) {
    const std::string stated_in = value.place.file ? value.place.file->path : "";
    std::string path = path_from(stated_in, named);
    if (path.starts_with(shipped_prefix) || path.starts_with('/')) return path;
    return std::filesystem::path(path).lexically_relative(shelf.folder().path()).generic_string();
}

/// A value of the scenario's table, its paths seen from the new file.
std::string value_within(const TomlEntry& entry, const StudyShelf& shelf) {
    const bool is_path = entry.key == "territory" || entry.key == "law" ||
                         entry.key == "behaviour" || entry.key == "policies";
    if (!is_path) return toml_text(entry.value);
    if (const auto* const text = entry.value.as<std::string>()) {
        return toml_quoted(path_within(entry.value, *text, shelf));
    }
    std::vector<std::string> paths;
    for (const TomlValue& one :
         entry.value.as<TomlList>() ? *entry.value.as<TomlList>() : TomlList{}) {
        if (const auto* const text = one.as<std::string>()) {
            paths.push_back(toml_quoted(path_within(one, *text, shelf)));
        }
    }
    return fmt::format("[{}]", fmt::join(paths, ", "));
}

/// Collects what a `set` sets, tables of tables by their dotted keys.
void collect(const TomlTable& table,
             const std::string& prefix,
             std::map<std::string, std::string>& set) {
    for (const TomlEntry& entry : table.entries) {
        const auto* const inner = entry.value.as<TomlTable>();
        if (inner != nullptr && inner->find("value") == nullptr) {
            collect(*inner, prefix + entry.key + ".", set);
        } else {
            set[prefix + entry.key] = toml_text(entry.value);
        }
    }
}

std::string set_value_text(const std::string& key, const ApiJson& value) {
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number_integer()) return value.dump();
    if (value.is_number()) return toml_number(value.get<double>());
    if (value.is_string()) return toml_quoted(value.get<std::string>());
    throw ApiError(400,
                   "wrong-type",
                   fmt::format("set: {} is neither a number nor true, false or a name", key),
                   "a lever has one value",
                   "write one value");
}

std::string scenario_text(const OwnScenario& own, const TomlTable& from, const StudyShelf& shelf) {
    std::string text = fmt::format("\n[[scenario]]\nid = {}\ntitle = {{ it = {}, en = {} }}\n",
                                   toml_quoted(own.id),
                                   toml_quoted(own.title),
                                   toml_quoted(own.title));
    std::map<std::string, std::string> set;
    for (const TomlEntry& entry : from.entries) {
        if (entry.key == "set") {
            if (const auto* const table = entry.value.as<TomlTable>()) collect(*table, "", set);
        } else if (entry.key != "id" && entry.key != "title" && entry.key != "description") {
            text += fmt::format("{} = {}\n", toml_key(entry.key), value_within(entry, shelf));
        }
    }
    for (const auto& [key, value] : own.set) set[key] = set_value_text(key, value);
    if (!set.empty()) text += "[scenario.set]\n";
    for (const auto& [key, value] : set) text += fmt::format("{} = {}\n", toml_quoted(key), value);
    return text;
}

std::string number_line(const char* key, const std::optional<std::int64_t>& value) {
    return value ? fmt::format("{} = {}\n", key, *value) : "";
}

std::string experiment_text(const OwnStudy& own) {
    std::vector<std::string> only;
    for (const std::string& id : own.others) only.push_back(toml_quoted(id));
    only.push_back(toml_quoted(own.scenario.id));
    std::string text = number_line("months", own.months);
    if (!text.empty()) text = "\n[horizon]\n" + text;
    return text + "\n[experiment]\n" + number_line("draws", own.draws) +
           number_line("replicates", own.replicates) +
           fmt::format("only = [{}]  # their bases run too\n", fmt::join(only, ", "));
}

/// The key that a line of the file sets; empty where it sets none.
std::string key_of_line(const SourceFile& file, int line) {
    std::istringstream lines(file.text);
    std::string text;
    for (int i = 0; i < line; ++i) std::getline(lines, text);
    const std::size_t end = text.find("\" = ");
    return text.starts_with('"') && end != std::string::npos ? text.substr(1, end - 1) : "";
}

}  // namespace

std::string own_study_text(const OwnStudy& own, const StudyShelf& shelf) {
    const std::string reference = shelf.reference(own.study);
    const bool is_shipped = reference.starts_with(shipped_prefix);
    const std::string path = is_shipped ? reference : shelf.folder().place(reference).string();
    const TomlTable from = scenario_table(path, own.scenario.from);
    return fmt::format(
               "# A scenario of one's own, made with cantiere serve from {} of {}.\n"
               "schema = 1\nkind = \"study\"\nid = {}\ntitle = {{ it = {}, en = {} }}\nextends = "
               "[{}]\n",
               own.scenario.from,
               own.study,
               toml_quoted(own.name),
               toml_quoted(own.scenario.title),
               toml_quoted(own.scenario.title),
               toml_quoted(reference)) +
           experiment_text(own) + scenario_text(own.scenario, from, shelf);
}

FileSource with_text(FileSource files, const std::string& path, std::string text) {
    const std::string normal = path_from("", path);
    auto read = [read_other = std::move(files.read), normal, text = std::move(text)](
                    const std::string& asked) {
        return asked == normal ? FileText{FileState::read, text} : read_other(asked);
    };
    return {std::move(read), std::move(files.list)};
}

ApiJson own_problems_json(const Problems& problems, const std::string& path, Language language) {
    const std::string normal = path_from("", path);
    ApiJson list = problems_json(problems, language);
    for (std::size_t i = 0; i < problems.list().size(); ++i) {
        const Place& place = problems.list()[i].place;
        if (!place.file || place.file->path != normal) continue;
        const std::string key = key_of_line(*place.file, place.line);
        list[i]["key"] = key.empty() ? ApiJson(nullptr) : ApiJson(key);
        for (const char* const part : {"file", "line", "column"}) list[i][part] = nullptr;
    }
    return list;
}

}  // namespace cantiere
