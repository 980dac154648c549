#pragma once
/// A pack: a territory, a law, a behaviour or a policy, as typed values of keys.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/state/territory.h"
#include "scenarios/sampling.h"
#include "scenarios/sourced_number.h"
#include "scenarios/table_reader.h"
#include "scenarios/toml_reader.h"

namespace cantiere {

/// Returns how files name a kind of pack.
std::string_view name(PackKind kind);

/// Gives one key one value.
struct StatedValue {
    const ParameterSpec* spec = nullptr;
    SourcedNumber number;
    std::string pack;  // id of the pack that states it, or of the scenario or study whose set does
    std::shared_ptr<const std::vector<double>> sampled;  // by draw; null: the value in every draw
    bool joint = false;  // drawn together with others, from the posterior of its pack

    /// Returns the value in one parameter draw.
    double value(std::size_t draw) const { return sampled ? (*sampled)[draw] : number.value(); }
};

/// Draws the values of those that have a distribution; with one draw every number stands at its
/// value.
void sample(std::vector<StatedValue>& assignments, const DrawPlan& plan);

/// Minutes between two municipalities as a file states them.
struct StatedTravel {
    MunicipalityId from, to;
    double minutes_car = 0.0;
    double minutes_transit = 0.0;
};

struct Pack {
    PackKind kind = PackKind::behaviour;
    std::string id;
    Title title;
    std::string path;
    std::vector<StatedValue> values;  // sorted by key
    // Of territories only:
    Column<MunicipalityId, Municipality> municipalities;
    std::vector<StatedTravel> travel;
    bool commuting = true;  // false: nobody travels from one municipality to another
};

/// Finds the value that a pack gives to a key; null when it gives none.
const StatedValue* find_value(const Pack& pack, std::string_view key);

/// What reading packs needs: who reads files, the study's prices and the catalogue, which must all
/// outlive it.
struct PackContext {
    const ReadingContext& reading;
    const PriceIndex& prices;
    const EvidenceCatalogue& evidence;
    int price_year = 0;
    DrawPlan plan;
};

/// Reads the pack of a kind that a file names at `asked_by`; nothing, with every problem told, when
/// it cannot be used. Keys are those of the parameter table that belong in such a pack.
std::optional<Pack> read_pack(PackKind kind,
                              const std::string& path,
                              const Place& asked_by,
                              PackContext context);

/// Reads keys written as tables (`[internship] slots = 30`) or dotted (`"internship.slots" = 30`).
/// `allowed` says which kind of pack they stand in; nothing stands for `set`, which takes them all.
std::vector<StatedValue> read_assignments(const TomlTable& table,
                                          const std::string& pack,
                                          std::optional<PackKind> allowed,
                                          const NumberContext& context);

/// Reads the municipalities and travel times of a territory; nothing when they cannot be used.
bool read_geography(TableReader& reader, const std::string& path, Pack& pack, PackContext context);

/// Reports a file's schema and kind when they are not those expected; false when it cannot be read
/// on.
bool check_head(TableReader& reader, std::string_view kind, Problems& problems);

}  // namespace cantiere
