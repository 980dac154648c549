#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/pack.h"

namespace cantiere {
namespace {

bool belongs(const ParameterSpec& spec, PackKind kind) {
    switch (kind) {
        case PackKind::policy:
            return spec.lever;
        case PackKind::territory:
            return spec.home == PackKind::territory || spec.home == PackKind::behaviour;
        case PackKind::law:
        case PackKind::behaviour:
            return spec.home == kind;
    }
    return false;
}

bool is_prefix_of_keys(const std::string& prefix) {
    const std::string start = prefix + ".";
    const std::vector<ParameterSpec>& table = parameter_table();
    const auto first = std::lower_bound(
        table.begin(),
        table.end(),
        start,
        [](const ParameterSpec& spec, const std::string& key) { return spec.key < key; });
    return first != table.end() && first->key.starts_with(start);
}

std::vector<std::string> keys_for(std::optional<PackKind> kind) {
    std::vector<std::string> keys;
    for (const ParameterSpec& spec : parameter_table()) {
        if (!kind || belongs(spec, *kind)) {
            keys.push_back(spec.key);
        }
    }
    return keys;
}

std::vector<std::string> tables_for(std::optional<PackKind> kind) {
    std::vector<std::string> tables;
    for (const std::string& key : keys_for(kind)) {
        const std::string table = key.substr(0, key.find('.'));
        if (tables.empty() || tables.back() != table) {
            tables.push_back(table);
        }
    }
    return tables;
}

/// Walks through the tables of a pack and collects the values of keys.
class Walker {
  public:
    Walker(const std::string& pack, std::optional<PackKind> allowed, const NumberContext& context)
        : pack_(pack), allowed_(allowed), context_(context) {}

    void walk(const TomlTable& table, const std::string& prefix) {
        for (const TomlEntry& entry : table.entries) {
            const std::string key = prefix.empty() ? entry.key : prefix + "." + entry.key;
            if (const ParameterSpec* spec = find_parameter(key)) {
                take(*spec, entry);
            } else if (entry.value.as<TomlTable>() != nullptr && is_prefix_of_keys(key)) {
                walk(*entry.value.as<TomlTable>(), key);
            } else {
                report_unknown(key, entry, prefix.empty());
            }
        }
    }

    std::vector<StatedValue> found() {
        const auto by_key = [](const StatedValue& a, const StatedValue& b) {
            return a.spec->key < b.spec->key;
        };
        std::stable_sort(found_.begin(), found_.end(), by_key);
        for (std::size_t i = 1; i < found_.size(); ++i) {
            if (found_[i].spec == found_[i - 1].spec) {
                context_.problems.error(
                    "duplicate-key",
                    found_[i].number.place,
                    fmt::format("{} is stated twice", found_[i].spec->key),
                    fmt::format("the other is at {}", text(found_[i - 1].number.place)),
                    "remove one of them");
            }
        }
        return std::move(found_);
    }

  private:
    void take(const ParameterSpec& spec, const TomlEntry& entry) {
        if (allowed_ && !belongs(spec, *allowed_)) {
            context_.problems.error(
                "wrong-pack",
                entry.place,
                fmt::format("{} does not belong in a {} pack", spec.key, name(*allowed_)),
                fmt::format("it is a key of {} packs", name(spec.home)),
                *allowed_ == PackKind::policy
                    ? fmt::format("move it to the {} pack: no policy changes it", name(spec.home))
                    : fmt::format("move it to a {} pack", name(spec.home)));
            return;
        }
        std::optional<SourcedNumber> number = read_number(spec, entry.value, context_);
        if (number) {
            number->place = entry.place;
            found_.push_back({&spec, std::move(*number), pack_, nullptr, false});
        }
    }

    void report_unknown(const std::string& key, const TomlEntry& entry, bool at_top) {
        const auto* table = entry.value.as<TomlTable>();
        const bool is_table = table != nullptr && table->find("value") == nullptr;
        const std::vector<std::string> known =
            at_top && is_table ? tables_for(allowed_) : keys_for(allowed_);
        const bool search = key.find('.') != std::string::npos || is_table || !allowed_;
        const std::string advice = "cantiere params WORD lists the keys about a word";
        context_.problems.error(
            "unknown-key",
            entry.place,
            fmt::format("unknown {} {}", is_table ? "table" : "key", key),
            "it would change nothing",
            did_you_mean(key, known, search ? advice : "write keys under their table; " + advice));
    }

    const std::string& pack_;
    std::optional<PackKind> allowed_;
    const NumberContext& context_;
    std::vector<StatedValue> found_;
};

}  // namespace

std::vector<StatedValue> read_assignments(const TomlTable& table,
                                          const std::string& pack,
                                          std::optional<PackKind> allowed,
                                          const NumberContext& context) {
    Walker walker(pack, allowed, context);
    walker.walk(table, "");
    return walker.found();
}

}  // namespace cantiere
