#include "outputs/held_results.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "outputs/results_error.h"
#include "outputs/results_reader.h"

namespace cantiere {
namespace {

bool is_there(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::exists(path, failure);
}

}  // namespace

Held held_results(const std::filesystem::path& results,
                  const Fingerprint& inputs,
                  std::size_t microdata_draws) {
    if (!is_there(results)) return Held::nothing;
    try {
        const Results there = read_results(results);
        if (there.inputs_sha256() != hex(inputs)) return Held::of_other_inputs;
        if (there.microdata_draws() < microdata_draws) return Held::without_people;
        const std::vector<double> residents = there.array(Variable::residents).values;
        const bool some_failed =
            std::ranges::any_of(residents, [](double count) { return std::isnan(count); });
        return some_failed ? Held::with_failed_runs : Held::all;
    } catch (const ResultsError&) {
        return Held::nothing;
    }
}

Held held_shard(const std::filesystem::path& shard,
                const Fingerprint& inputs,
                const ShardPart& part,
                std::size_t microdata_draws) {
    if (!is_there(shard)) return Held::nothing;
    try {
        const Shard there(shard);
        const ShardManifest& about = there.manifest();
        if (there.fingerprint() != inputs || about.part != part) return Held::of_other_inputs;
        if (about.microdata_draws != microdata_draws) return Held::without_people;
        return about.failed.empty() ? Held::all : Held::with_failed_runs;
    } catch (const ResultsError&) {
        return Held::nothing;
    }
}

Held held_part(const std::filesystem::path& results,
               const Fingerprint& inputs,
               const std::optional<ShardPart>& part,
               std::size_t microdata_draws) {
    return part ? held_shard(results, inputs, *part, microdata_draws)
                : held_results(results, inputs, microdata_draws);
}

Existing treatment_of(const std::filesystem::path& place,
                      Held held,
                      Existing existing,
                      PlaceFor content) {
    const bool is_shard = content == PlaceFor::shard;
    if (existing == Existing::keep &&
        (held == Held::of_other_inputs || held == Held::without_people)) {
        const std::string_view what =
            held == Held::of_other_inputs
                ? (is_shard ? "there is another shard already"
                            : "there are results already, of other inputs")
                : (is_shard ? "there is this shard already, with the people of other draws"
                            : "there are results of these inputs already, without the people");
        throw ResultsError(place.string(),
                           std::string(what),
                           "a finished file is never overwritten unasked",
                           "give another output with -o FILE, or add --overwrite");
    }
    const bool replaces = held == Held::with_failed_runs || held == Held::all;
    return replaces ? Existing::overwrite : existing;
}

}  // namespace cantiere
