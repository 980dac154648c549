#include "scenarios/pack.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/posterior.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 4> kinds{"territory", "law", "behaviour", "policy"};
constexpr std::int64_t newest_schema = 1;
constexpr int most_threads = 8;  // for a second at most: every process of a command reads

/// The keys of a pack that are not parameters.
constexpr std::array<std::string_view, 13> own_keys{"schema",
                                                    "kind",
                                                    "id",
                                                    "title",
                                                    "description",
                                                    "notes",
                                                    "attribution",
                                                    "extends",
                                                    "price_year",
                                                    "municipality",
                                                    "travel_matrix",
                                                    "commuting",
                                                    "posterior"};

TomlTable parameters_of(const TomlTable& file) {
    TomlTable parameters;
    for (const TomlEntry& entry : file.entries) {
        if (std::find(own_keys.begin(), own_keys.end(), entry.key) == own_keys.end()) {
            parameters.entries.push_back(entry);
        }
    }
    return parameters;
}

/// Tells a pack of another kind where it is named: that is the line to change.
bool check_kind(const TomlTable& file,
                PackKind kind,
                const std::string& path,
                const Place& asked_by,
                Problems& problems) {
    const TomlValue* stated = file.find("kind");
    const auto* other = stated != nullptr ? stated->as<std::string>() : nullptr;
    const bool is_other_pack = other != nullptr && *other != name(kind) &&
                               std::find(kinds.begin(), kinds.end(), *other) != kinds.end();
    if (!is_other_pack || asked_by.line <= 0) {
        return true;
    }
    problems.error("wrong-kind",
                   asked_by,
                   fmt::format("{} is a {} pack", path, *other),
                   fmt::format("a {} pack is needed here", name(kind)),
                   fmt::format("name a {} pack", name(kind)));
    return false;
}

std::ptrdiff_t count_errors(const Problems& problems) {
    return std::ranges::count(problems.list(), Severity::error, &Problem::severity);
}

/// Warns of the keys at home in a kind of pack that this pack leaves to the program's defaults.
void warn_of_unstated(const Pack& pack, const Place& place, Problems& problems) {
    std::vector<std::string> unstated;
    for (const ParameterSpec& spec : parameter_table()) {
        if (spec.home == pack.kind && find_value(pack, spec.key) == nullptr) {
            unstated.push_back(spec.key);
        }
    }
    if (pack.kind == PackKind::policy || unstated.empty()) {
        return;
    }
    problems.warning("unstated-keys",
                     place,
                     fmt::format("the {} pack \"{}\" leaves {} {} unstated: {}",
                                 name(pack.kind),
                                 pack.id,
                                 unstated.size(),
                                 unstated.size() == 1 ? "key" : "keys",
                                 one_of(unstated, 6)),
                     "they stand at the program's defaults, which have no source",
                     "state them; cantiere params shows what they mean");
}

std::shared_ptr<const std::vector<double>> values_of(const StatedValue& stated,
                                                     const DrawPlan& plan) {
    std::vector<double> values = uniforms_of(plan, stated.spec->key);
    for (double& value : values) {
        value = stated.number.fitted->quantile(value);
        value = stated.spec->type == ValueType::integer ? std::round(value) : value;
    }
    return std::make_shared<const std::vector<double>>(std::move(values));
}

void refuse_geography(const TomlTable& file, PackKind kind, Problems& problems) {
    for (const std::string_view key : {"municipality", "travel_matrix", "commuting"}) {
        const TomlValue* const stated = file.find(key);
        if (stated == nullptr) continue;
        problems.error("wrong-pack",
                       stated->place,
                       fmt::format("{} does not belong in a {} pack", key, name(kind)),
                       "only territories have a geography",
                       "move it to a territory pack");
    }
}

}  // namespace

std::string_view name(PackKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

const StatedValue* find_value(const Pack& pack, std::string_view key) {
    const auto found = std::lower_bound(
        pack.values.begin(),
        pack.values.end(),
        key,
        [](const StatedValue& value, auto wanted) { return value.spec->key < wanted; });
    return found != pack.values.end() && found->spec->key == key ? &*found : nullptr;
}

void sample(std::vector<StatedValue>& assignments, const DrawPlan& plan) {
    std::vector<StatedValue*> sampled;
    for (StatedValue& assignment : assignments) {
        if (assignment.number.is_sampled()) sampled.push_back(&assignment);
    }
    if (plan.draws <= 1 || sampled.empty()) {
        return;
    }
    [[maybe_unused]] const int threads =  // the analyser does not read the pragma
        std::min({omp_get_max_threads(), most_threads, static_cast<int>(sampled.size())});
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
    for (std::size_t i = 0; i < sampled.size(); ++i) {  // NOLINT(modernize-loop-convert): OpenMP
        sampled[i]->sampled = values_of(*sampled[i], plan);
    }
}

bool check_head(TableReader& reader, std::string_view kind, Problems& problems) {
    const TomlValue* schema = reader.any("schema", Need::required);
    const auto* version = schema != nullptr ? schema->as<std::int64_t>() : nullptr;
    if (schema != nullptr && version == nullptr) {
        reader.wrong_type("schema", *schema, "a whole number");
    }
    if (version != nullptr && *version != newest_schema) {
        const bool future = *version > newest_schema;
        problems.error(future ? "future-schema" : "unknown-schema",
                       schema->place,
                       fmt::format("schema is {}", *version),
                       fmt::format("this version reads schema {}", newest_schema),
                       future ? "use a newer version of cantiere" : "write schema = 1");
        return false;
    }
    const std::optional<std::string> stated = reader.text("kind", Need::required);
    if (stated && *stated != kind) {
        problems.error("wrong-kind",
                       reader.place("kind"),
                       fmt::format("this file is of kind \"{}\"", *stated),
                       fmt::format("a file of kind \"{}\" is needed here", kind),
                       nearest(*stated, {std::string(kind)}).empty()
                           ? "name another file"
                           : fmt::format("write kind = \"{}\"", kind));
        return false;
    }
    return stated.has_value();
}

std::optional<Pack> read_pack(PackKind kind,
                              const std::string& path,
                              const Place& asked_by,
                              PackContext context) {
    Problems& problems = context.reading.problems;
    const std::string role = fmt::format("the {} pack", name(kind));
    const auto errors_before = count_errors(problems);
    const std::optional<TomlTable> file = read_toml(path, role, asked_by, context.reading);
    if (!file) {
        return std::nullopt;
    }
    const Place place{context.reading.files.at(path), 1, 1};
    TableReader reader(*file, place, fmt::format("this {} pack", name(kind)), problems);
    if (!check_kind(*file, kind, path, asked_by, problems) ||
        !check_head(reader, name(kind), problems)) {
        return std::nullopt;
    }
    Pack pack;
    pack.kind = kind;
    pack.path = path;
    pack.id = reader.id("results and messages name packs by it");
    pack.title = reader.title("title").value_or(Title{pack.id, pack.id});
    reader.title("description");
    reader.title("notes");
    reader.title("attribution");
    const std::optional<std::int64_t> price_year = reader.integer("price_year", 1900, 2100);
    const NumberContext numbers{
        context.price_year,
        price_year ? std::optional(static_cast<int>(*price_year)) : std::nullopt,
        context.prices,
        context.evidence,
        Sourcing::asked,
        problems};
    pack.values = read_assignments(parameters_of(*file), pack.id, kind, numbers);
    sample(pack.values, context.plan);
    if (const TomlTable* table = reader.table("posterior")) {
        const auto posterior = read_posterior(*table, reader.place("posterior"), problems);
        if (posterior) sample_together(*posterior, pack, context.plan, problems);
    }
    if (kind == PackKind::territory && !read_geography(reader, path, pack, context)) {
        return std::nullopt;
    }
    if (kind != PackKind::territory) refuse_geography(*file, kind, problems);
    if (count_errors(problems) == errors_before) {  // a value that is refused was stated
        warn_of_unstated(pack, {place.file, 0, 0}, problems);
    }
    return pack;
}

}  // namespace cantiere
