#include "analysis/report/repeat_command.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/shell_word.h"
#include "scenarios/file_source.h"
#include "scenarios/overrides.h"
#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

using Entries = std::vector<TomlEntry>;

/// What an option of its own states; in the order in which a command line lays them down.
struct CountOption {
    std::string_view section, key;
};
constexpr CountOption count_options[] = {{"horizon", "months"},
                                         {"experiment", "draws"},
                                         {"experiment", "replicates"},
                                         {"experiment", "seed"}};

TomlTable table_of(const ProvenanceFile& file) {
    Problems problems;
    const auto read = std::make_shared<const SourceFile>(SourceFile{file.path, file.text});
    return parse_toml(read, problems).value_or(TomlTable{});
}

const TomlTable* table_within(const TomlTable& file, std::string_view name) {
    const TomlValue* const value = file.find(name);
    return value == nullptr ? nullptr : value->as<TomlTable>();
}

const TomlValue* value_within(const TomlTable& file, const CountOption& option) {
    const TomlTable* const section = table_within(file, option.section);
    return section == nullptr ? nullptr : section->find(option.key);
}

bool is_whole(const TomlValue& value) { return value.as<std::int64_t>() != nullptr; }

std::string set_option(std::string_view section, const TomlEntry& entry) {
    const std::string key = section == "set" ? entry.key : fmt::format("{}.{}", section, entry.key);
    return fmt::format(" --set {}", shell_word(fmt::format("{}={}", key, toml_text(entry.value))));
}

std::string count_option(const CountOption& option, const TomlValue& value) {
    return fmt::format(" --{} {}", option.key, toml_text(value));
}

/// Place among the options of counts; their number where an entry is none of them.
std::size_t place_of_option(std::string_view section, const TomlEntry& entry) {
    const auto* const found = std::ranges::find_if(count_options, [&](const CountOption& one) {
        return one.section == section && one.key == entry.key && is_whole(entry.value);
    });
    return static_cast<std::size_t>(found - std::begin(count_options));
}

/// Writes the changes of a command line again. Options of counts are laid down behind all of
/// `--set`, so what stands before one of those in the file was set.
class RepeatedLine {
  public:
    RepeatedLine(TomlTable study, const TomlTable& changes) : study_(std::move(study)) {
        for (const TomlEntry& section : changes.entries) {
            if (const auto* const table = section.value.as<TomlTable>()) {
                add_section(section.key, table->entries);
            }
        }
        for (const CountOption& option : count_options) add_stated(option, changes);
    }

    std::string text() const { return only_ + set_ + counts_; }

  private:
    void add_section(std::string_view section, Entries entries) {
        const auto only = std::ranges::find(entries, "only", &TomlEntry::key);
        if (section == "experiment" && only != entries.end()) {
            add_only(only->value);
            entries.erase(only);
        }
        const std::size_t last_set = end_of_set(section, entries);
        for (std::size_t i = 0; i < last_set; ++i) set_ += set_option(section, entries[i]);
        for (std::size_t i = last_set; i < entries.size(); ++i) {
            counts_ += count_option({section, entries[i].key}, entries[i].value);
        }
    }

    /// How many entries of a section were set: those behind them are of options, in their order.
    static std::size_t end_of_set(std::string_view section, const Entries& entries) {
        std::size_t end = entries.size();
        std::size_t next = std::size(count_options);
        while (end > 0 && place_of_option(section, entries[end - 1]) < next) {
            next = place_of_option(section, entries[--end]);
        }
        return end;
    }

    void add_only(const TomlValue& value) {
        std::string names;
        const auto* const list = value.as<TomlList>();
        for (const TomlValue& one : list == nullptr ? TomlList{} : *list) {
            const auto* const id = one.as<std::string>();
            if (id != nullptr) names += (names.empty() ? "" : ",") + *id;
        }
        only_ = fmt::format(" --only {}", shell_word(names));
    }

    /// Counts that the study states are told too: an option that says the same changes nothing.
    void add_stated(const CountOption& option, const TomlTable& changes) {
        const TomlValue* const stated = value_within(study_, option);
        const bool is_told = value_within(changes, option) != nullptr;
        if (stated != nullptr && is_whole(*stated) && !is_told) {
            counts_ += count_option(option, *stated);
        }
    }

    TomlTable study_;
    std::string only_, set_, counts_;
};

/// Whether a file is as the one that comes with the program; a study's packs lie beside its folder.
bool is_as_shipped(const ProvenanceFile& file) {
    constexpr std::string_view beside = "../";
    if (file.path == overrides_path) return true;
    const std::string path = file.path.starts_with(shipped_prefix) ? file.path
                             : file.path.starts_with(beside)
                                 ? std::string(shipped_prefix) + file.path.substr(beside.size())
                                 : fmt::format("{}studies/{}", shipped_prefix, file.path);
    return disk_files().read(path).text == file.text;
}

/// The id of a study that comes with the program, its packs unchanged since, else its file.
std::string study_word(const std::string& id, const std::vector<ProvenanceFile>& files) {
    const std::string& path = files.front().path;
    const std::string file = path.substr(path.rfind('/') + 1);
    if (file == id + ".toml" && std::ranges::all_of(files, is_as_shipped)) return id;
    return shell_word(path.starts_with('-') ? "./" + path : path);
}

}  // namespace

std::string repeat_command(const Results& results) {
    const ResultsHeader& header = results.header();
    const std::vector<ProvenanceFile>& files = header.provenance.files;
    if (files.empty()) return fmt::format("cantiere run {}", header.study);
    const auto changes = std::ranges::find(files, overrides_path, &ProvenanceFile::path);
    const RepeatedLine line(table_of(files.front()),
                            changes == files.end() ? TomlTable{} : table_of(*changes));
    const std::size_t people = results.microdata_draws();
    return fmt::format("cantiere run {}{}{} -o {}.h5",
                       study_word(header.study, files),
                       line.text(),
                       people == 0 ? "" : fmt::format(" --microdata {}", people),
                       header.study);
}

}  // namespace cantiere
