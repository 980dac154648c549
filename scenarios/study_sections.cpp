#include "scenarios/study_sections.h"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "scenarios/did_you_mean.h"

namespace cantiere::detail {
namespace {

constexpr std::int64_t most_runs = 1'000'000;
constexpr std::int64_t most_months = 1200;

/// Calls `read` with a reader of a table of the study; an absent table reads as an empty one.
template <class Read>
void in_section(TableReader& study, std::string_view key, Problems& problems, Read read) {
    static const TomlTable empty;
    const TomlTable* table = study.table(key);
    TableReader reader(table != nullptr ? *table : empty,
                       study.place(key),
                       fmt::format("[{}]", key),
                       problems);
    read(reader);
    reader.finish();
}

using Places = std::map<std::string, Place, std::less<>>;

void add_places(Places& places, const TomlTable& table, const std::string& prefix) {
    for (const TomlEntry& entry : table.entries) {
        places.emplace(prefix + entry.key, entry.value.place);
    }
}

void add_scenarios(Places& places, const TomlList& scenarios) {
    for (const TomlValue& item : scenarios) {
        const auto* table = item.as<TomlTable>();
        const TomlValue* id = table != nullptr ? table->find("id") : nullptr;
        const auto* text = id != nullptr ? id->as<std::string>() : nullptr;
        if (text != nullptr) {
            add_places(places, *table, fmt::format("scenario.{}.", *text));
        }
    }
}

/// Refuses draws that are no whole number of hypercubes: the rest would leave strata empty.
void check_hypercubes(Experiment& experiment, const TableReader& reader, Problems& problems) {
    if (experiment.draws % experiment.hypercube_draws == 0) return;
    problems.error("part-of-a-hypercube",
                   reader.place("hypercube_draws"),
                   fmt::format("hypercube_draws is {}, and draws is {}",
                               experiment.hypercube_draws,
                               experiment.draws),
                   "draws are made of whole Latin hypercubes, one after another",
                   fmt::format("write draws = {}, or leave hypercube_draws out",
                               experiment.hypercube_draws *
                                   (experiment.draws / experiment.hypercube_draws + 1)));
    experiment.hypercube_draws = experiment.draws;
}

}  // namespace

std::map<std::string, Place, std::less<>> places_of_keys(const TomlTable& study) {
    std::map<std::string, Place, std::less<>> places;
    add_places(places, study, "");
    for (const TomlEntry& entry : study.entries) {
        const auto* table = entry.value.as<TomlTable>();
        const auto* list = entry.value.as<TomlList>();
        if (table != nullptr) {
            add_places(places, *table, entry.key + ".");
        }
        if (list != nullptr && entry.key == "scenario") {
            add_scenarios(places, *list);
        }
    }
    return places;
}

Horizon read_horizon(TableReader& study, Problems& problems) {
    Horizon horizon;
    in_section(study, "horizon", problems, [&](TableReader& reader) {
        if (const auto start = reader.text("start", Need::required)) {
            if (const auto date = parse_calendar_month(*start)) {
                horizon.start = *date;
            } else {
                problems.error("bad-date",
                               reader.place("start"),
                               fmt::format("start is \"{}\"", *start),
                               "it is the first month of the results",
                               "write year and month, for example start = \"2015-01\"");
            }
        }
        horizon.burn_in_months =
            static_cast<int>(reader.integer("burn_in_months", 0, most_months).value_or(36));
        horizon.months =
            static_cast<int>(reader.integer("months", 1, most_months, Need::required).value_or(1));
        const auto steps = reader.integer("steps_per_month", 1, 64);
        if (steps.value_or(1) > 1) {
            problems.error("not-built",
                           reader.place("steps_per_month"),
                           fmt::format("steps_per_month is {}", *steps),
                           "this version takes one step a month",
                           "write steps_per_month = 1, or leave it out");
        }
    });
    return horizon;
}

Evaluation read_evaluation(TableReader& study, Problems& problems) {
    Evaluation evaluation;
    in_section(study, "evaluation", problems, [&](TableReader& reader) {
        const auto rate = reader.number("discount_rate_per_year", 0.0, 0.5);
        const auto schedule = reader.text("discount");
        if (schedule && *schedule != "green-book") {
            problems.error("unknown-name",
                           reader.place("discount"),
                           fmt::format("discount is \"{}\"", *schedule),
                           "the only schedule of rates is \"green-book\"",
                           "write discount = \"green-book\", or discount_rate_per_year = 0.03");
        }
        if (schedule && rate) {
            problems.error("contradiction",
                           reader.place("discount"),
                           "[evaluation] states a discount rate and a schedule of rates",
                           "only one of them can hold",
                           "remove discount or discount_rate_per_year");
        }
        evaluation.discount = schedule ? Discount::green_book : Discount::constant_rate;
        evaluation.discount_rate_per_year = schedule ? 0.035 : rate.value_or(0.03);
        evaluation.price_year =
            static_cast<int>(reader.integer("price_year", 1900, 2100).value_or(2024));
        evaluation.wtp_eur_per_autonomy_year =
            reader.number("wtp_eur_per_autonomy_year", 0.0, 1e9).value_or(20000.0);
        reader.any("reference_law");  // read with the other packs
    });
    return evaluation;
}

int covered_price_year(TableReader& study,
                       int price_year,
                       const PriceIndex& prices,
                       Problems& problems) {
    if (prices.empty() || prices.covers(price_year)) {
        return price_year;
    }
    static const TomlTable empty;
    const TomlTable* table = study.table("evaluation");
    const TableReader evaluation(table != nullptr ? *table : empty,
                                 study.place("evaluation"),
                                 "[evaluation]",
                                 problems);
    problems.error(
        "price-year",
        evaluation.place("price_year"),
        fmt::format("price_year is {}", price_year),
        fmt::format("every amount is converted to it, and the price index covers {} to {}",
                    prices.first_year(),
                    prices.last_year()),
        "write a year in between, or extend scenarios/evidence/price_index.csv");
    return prices.last_year();
}

Experiment read_experiment(TableReader& study, std::vector<std::string>& only, Problems& problems) {
    Experiment experiment;
    in_section(study, "experiment", problems, [&](TableReader& reader) {
        const std::int64_t most_seeds = std::numeric_limits<std::int64_t>::max();
        experiment.draws =
            static_cast<std::size_t>(reader.integer("draws", 1, most_runs).value_or(100));
        const auto hypercube = reader.integer("hypercube_draws", 1, most_runs);
        experiment.hypercube_draws =
            hypercube ? static_cast<std::size_t>(*hypercube) : experiment.draws;
        check_hypercubes(experiment, reader, problems);
        experiment.replicates =
            static_cast<std::size_t>(reader.integer("replicates", 1, most_runs).value_or(5));
        experiment.seed = static_cast<std::uint64_t>(
            reader.integer("seed", 0, most_seeds, Need::required).value_or(1));
        experiment.base = reader.text("base", Need::required).value_or("");
        only = reader.texts("only");
    });
    return experiment;
}

Modules read_modules(TableReader& study, Problems& problems) {
    Modules modules;
    modules.on.fill(true);
    in_section(study, "modules", problems, [&](TableReader& reader) {
        for (const Module module : members<Module>()) {
            modules.on[module] = reader.flag(name(module)).value_or(true);
        }
    });
    return modules;
}

std::shared_ptr<const Pack> PackShelf::at(const std::string& path,
                                          PackKind kind,
                                          const Place& place) {
    if (const auto known = packs_.find(path); known != packs_.end()) {
        return known->second;  // a second use in another role is told by its kind
    }
    std::optional<Pack> pack = read_pack(kind, path, place, context_);
    auto shared = pack ? std::make_shared<const Pack>(std::move(*pack)) : nullptr;
    packs_.emplace(path, shared);
    return shared;
}

std::shared_ptr<const Pack> PackShelf::named(TableReader& reader,
                                             std::string_view key,
                                             PackKind kind,
                                             Need need) {
    const std::optional<std::string> path = reader.text(key, need);
    if (!path) {
        return nullptr;
    }
    const Place place = reader.place(key);
    auto pack = at(path_from(place.file ? place.file->path : study_path_, *path), kind, place);
    if (pack && pack->kind != kind) {
        context_.reading.problems.error("wrong-kind",
                                        place,
                                        fmt::format("{} is a {} pack", *path, name(pack->kind)),
                                        fmt::format("a {} pack is needed here", name(kind)),
                                        fmt::format("name a {} pack", name(kind)));
        return nullptr;
    }
    return pack;
}

std::vector<std::shared_ptr<const Pack>> PackShelf::listed(TableReader& reader,
                                                           std::string_view key,
                                                           PackKind kind) {
    std::vector<std::shared_ptr<const Pack>> packs;
    const TomlList* list = reader.list(key);
    if (list == nullptr) {
        return packs;
    }
    for (const TomlValue& item : *list) {
        const TomlTable one{{TomlEntry{std::string(key), item.place, item}}};
        TableReader single(one, item.place, std::string(key), context_.reading.problems);
        if (auto pack = named(single, key, kind)) {
            packs.push_back(std::move(pack));
        }
    }
    return packs;
}

}  // namespace cantiere::detail
