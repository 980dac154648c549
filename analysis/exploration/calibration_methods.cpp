#include "analysis/exploration/calibration_methods.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace cantiere::detail {
namespace {

constexpr std::int64_t most_rows = 10'000;
constexpr std::int64_t most_particles = 100'000;

/// The methods that are asked for: one, "both", or a list.
std::vector<std::string> methods_asked(TableReader& reader, const TomlValue* value) {
    if (value == nullptr) return {"history_matching"};
    if (value->as<TomlList>() != nullptr) return reader.texts("method");
    const auto text = reader.text("method");
    if (text && *text == "both") return {"history_matching", "abc_smc"};
    return text ? std::vector{*text} : std::vector<std::string>{};
}

bool is_among(const std::vector<std::string>& methods, std::string_view method) {
    return std::ranges::find(methods, method) != methods.end();
}

/// Refuses methods that there are not, and warns of settings that no method asked for reads.
void check_methods(const TableReader& reader,
                   const std::vector<std::string>& methods,
                   Problems& problems) {
    if (methods.empty()) {
        problems.error("no-method",
                       reader.place("method"),
                       "method names none",
                       "something has to find the values",
                       R"(write "history_matching", "abc_smc" or "both")");
    }
    for (const std::string& method : methods) {
        if (method == "history_matching" || method == "abc_smc") continue;
        problems.error("unknown-method",
                       reader.place("method"),
                       fmt::format("method is \"{}\"", method),
                       "there are history_matching and abc_smc",
                       R"(write one of them, or method = "both")");
    }
}

void warn_if_unread(TableReader& reader,
                    std::string_view method,
                    bool is_asked,
                    Problems& problems) {
    if (is_asked || reader.table(method) == nullptr) return;
    problems.warning("unread-settings",
                     reader.place(method),
                     fmt::format("[{}] is not read", method),
                     "the method is not among those asked for",
                     fmt::format(R"(write method = "{}" or "both")", method));
}

template <class Number>
void take(TableReader& table,
          std::string_view key,
          std::int64_t low,
          std::int64_t high,
          Number& target) {
    if (const auto number = table.integer(key, low, high)) target = static_cast<Number>(*number);
}

template <class Number>
void replace(const std::optional<std::int64_t>& by_command_line, Number& target) {
    if (by_command_line) target = static_cast<Number>(*by_command_line);
}

void read_matching(TableReader& reader, Problems& problems, MatchSettings& settings) {
    const TomlTable* table = reader.table("history_matching");
    if (table == nullptr) return;
    TableReader inner(*table, reader.place("history_matching"), "[history_matching]", problems);
    take(inner, "rows", 3, most_rows, settings.rows);
    take(inner, "waves", 1, 50, settings.waves);
    take(inner, "rank", 1, 100, settings.rank);
    take(inner, "candidates", 100, 10'000'000, settings.candidates);
    take(inner, "samples", 10, 1'000'000, settings.samples);
    take(inner, "seed", 0, INT64_MAX, settings.seed);
    settings.cutoff = inner.number("cutoff", 0.1, 100.0).value_or(settings.cutoff);
    inner.finish();
}

void read_sampling(TableReader& reader, Problems& problems, AbcSettings& settings) {
    const TomlTable* table = reader.table("abc_smc");
    if (table == nullptr) return;
    TableReader inner(*table, reader.place("abc_smc"), "[abc_smc]", problems);
    take(inner, "particles", 20, most_particles, settings.particles);
    take(inner, "generations", 1, 100, settings.generations);
    take(inner, "rows", 20, 100'000'000, settings.rows);
    take(inner, "seed", 0, INT64_MAX, settings.seed);
    settings.quantile = inner.number("quantile", 0.05, 0.95).value_or(settings.quantile);
    settings.least_acceptance =
        inner.number("least_acceptance", 1e-5, 0.5).value_or(settings.least_acceptance);
    inner.finish();
}

}  // namespace

void read_methods(TableReader& reader,
                  const TomlValue* method,
                  const CalibrationOptions& options,
                  Problems& problems,
                  Calibration& calibration) {
    const std::vector<std::string> methods = methods_asked(reader, method);
    check_methods(reader, methods, problems);
    calibration.samples_posterior = is_among(methods, "abc_smc");
    calibration.matches_history = is_among(methods, "history_matching");
    warn_if_unread(reader, "history_matching", calibration.matches_history, problems);
    warn_if_unread(reader, "abc_smc", calibration.samples_posterior, problems);
    read_matching(reader, problems, calibration.settings);
    read_sampling(reader, problems, calibration.abc);
    replace(options.rows, calibration.settings.rows);
    replace(options.waves, calibration.settings.waves);
    replace(options.seed, calibration.settings.seed);
    replace(options.particles, calibration.abc.particles);
    replace(options.generations, calibration.abc.generations);
    replace(options.seed, calibration.abc.seed);
}

}  // namespace cantiere::detail
