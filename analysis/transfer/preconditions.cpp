#include "analysis/transfer/preconditions.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>
#include <boost/math/distributions/binomial.hpp>

#include "analysis/exploration/regional.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

constexpr std::size_t most_boxes = 2;
constexpr std::size_t place_folds = 10;

/// Columns of a Latin hypercube on which nothing depends.
Rows dummy_rows(std::size_t columns, std::size_t rows, std::uint64_t seed) {
    std::vector<std::string> names;
    for (std::size_t j = 0; j < columns; ++j) names.push_back(fmt::format("dummy\n{}", j));
    return latin_hypercube_rows(names, rows, seed);
}

FactorTable kept_columns(const JudgedPlaces& places, const Screen& screen) {
    std::vector<std::string> kept;
    for (const ScreenedNumber& number : screen.kept) kept.push_back(places.names[number.column]);
    Rows cut;
    for (const std::vector<double>& row : places.rows) {
        std::vector<double>& one = cut.emplace_back();
        for (const ScreenedNumber& number : screen.kept) one.push_back(row[number.column]);
    }
    return factors_of_numbers(kept, std::move(cut));
}

/// The usual choice of a box; where it leaves none, the widest one halfway from the share of all
/// places where it pays to every one: what is enough must be dense.
PrimSettings box_settings(const FactorTable& inputs,
                          const std::vector<bool>& pays,
                          std::uint64_t seed,
                          std::size_t boxes) {
    PrimSettings settings;
    settings.seed = seed;
    settings.most_boxes = boxes;
    settings.end = PeelEnd::least_mass;
    if (!discover_boxes(inputs, pays, settings).empty()) return settings;
    const auto hits = static_cast<double>(std::ranges::count(pays, true));
    settings.least_density = 0.5 * (1.0 + hits / static_cast<double>(pays.size()));
    return settings;
}

bool is_within(const ColumnLimit& limit, double value) {
    return (!limit.low || value >= *limit.low) && (!limit.high || value <= *limit.high);
}

/// Tells whether a row of all numbers lies in a box of those kept.
bool lies_in(const DiscoveredBox& box, const Screen& screen, const std::vector<double>& row) {
    return std::ranges::all_of(box.limits, [&](const BoxLimit& limit) {
        return is_within(limit, row[screen.kept[limit.column].column]);
    });
}

Discovery found_among(const std::string& where,
                      const FactorTable& inputs,
                      const std::vector<bool>& of_interest,
                      std::uint64_t seed) {
    const auto hits = static_cast<std::size_t>(std::ranges::count(of_interest, true));
    const bool can_differ = hits > 0 && hits < of_interest.size();
    if (inputs.factors.empty() || !can_differ) {
        return {where, of_interest.size(), hits, inputs.factors, {}, {}};
    }
    return discover_cases(where,
                          inputs,
                          of_interest,
                          box_settings(inputs, of_interest, seed, most_boxes));
}

/// Looks for the first box without a fold and asks the fold about it.
void ask_fold(LeftOut& told,
              const std::vector<std::size_t>& fold_of,
              std::size_t fold,
              const JudgedPlaces& places,
              std::uint64_t seed) {
    JudgedPlaces others{places.names, {}, {}};
    for (std::size_t i = 0; i < places.rows.size(); ++i) {
        if (fold_of[i] == fold) continue;
        others.rows.push_back(places.rows[i]);
        others.pays.push_back(places.pays[i]);
    }
    const Screen screen = screened(others, seed);
    if (screen.kept.empty()) return;
    const FactorTable inputs = kept_columns(others, screen);
    const auto boxes =
        discover_boxes(inputs, others.pays, box_settings(inputs, others.pays, seed, 1));
    if (boxes.empty()) return;
    for (std::size_t i = 0; i < places.rows.size(); ++i) {
        if (fold_of[i] != fold || !lies_in(boxes.front(), screen, places.rows[i])) continue;
        ++told.inside;
        if (places.pays[i]) ++told.confirmed;
    }
}

/// P(X >= confirmed) were the places inside drawn from all places.
double chance_of(const LeftOut& told, double share) {
    if (told.confirmed == 0) return 1.0;
    const boost::math::binomial law(static_cast<double>(told.inside), share);
    return boost::math::cdf(
        boost::math::complement(law, static_cast<double>(told.confirmed) - 1.0));
}

/// Folds of equal size, in an order keyed by the seed.
std::vector<std::size_t> fold_of_each(std::size_t rows, std::uint64_t seed) {
    std::vector<std::pair<double, std::size_t>> tickets;
    for (std::size_t i = 0; i < rows; ++i) {
        tickets.emplace_back(keyed_uniform(seed, "fold of places", i), i);
    }
    std::ranges::sort(tickets);
    std::vector<std::size_t> fold_of(rows);
    for (std::size_t rank = 0; rank < rows; ++rank)
        fold_of[tickets[rank].second] = rank % place_folds;
    return fold_of;
}

LeftOut asked_of_left_out(const JudgedPlaces& places, std::uint64_t seed) {
    LeftOut told;
    const std::vector<std::size_t> fold_of = fold_of_each(places.rows.size(), seed);
    for (std::size_t fold = 0; fold < place_folds; ++fold)
        ask_fold(told, fold_of, fold, places, seed);
    const auto all_pays = static_cast<double>(std::ranges::count(places.pays, true));
    told.chance = chance_of(told, all_pays / static_cast<double>(places.rows.size()));
    return told;
}

}  // namespace

PreconditionVerdict Preconditions::verdict() const {
    if (pays.of_interest == pays.cases) return PreconditionVerdict::all_pay;
    if (pays.of_interest == 0) return PreconditionVerdict::none_pays;
    return pays.boxes.empty() ? PreconditionVerdict::no_limit : PreconditionVerdict::limits;
}

Screen screened(const JudgedPlaces& places, std::uint64_t seed) {
    Screen screen{places.names.size(), 0.0, {}};
    if (places.rows.empty() || places.names.empty()) return screen;
    const Rows dummies = dummy_rows(places.names.size(), places.rows.size(), seed);
    for (const RegionalIndex& dummy : regional_indices(dummies, places.pays)) {
        screen.dummy_distance = std::max(screen.dummy_distance, dummy.distance);
    }
    const std::vector<RegionalIndex> indices = regional_indices(places.rows, places.pays);
    for (std::size_t j = 0; j < indices.size(); ++j) {
        const RegionalIndex& index = indices[j];
        if (index.distance <= screen.dummy_distance) continue;
        screen.kept.push_back({j, index.distance, index.median_in, index.median_out});
    }
    std::ranges::stable_sort(screen.kept, std::ranges::greater(), &ScreenedNumber::distance);
    if (screen.kept.size() > most_numbers_kept) screen.kept.resize(most_numbers_kept);
    return screen;
}

Preconditions find_preconditions(const std::string& where,
                                 const JudgedPlaces& places,
                                 std::uint64_t seed) {
    Preconditions found;
    found.screen = screened(places, seed);
    const FactorTable inputs = kept_columns(places, found.screen);
    JudgedPlaces others = places;
    others.pays.flip();
    found.pays = found_among(where, inputs, places.pays, seed);
    found.pays_not = found_among(fmt::format("not ({})", where), inputs, others.pays, seed);
    if (!found.pays.boxes.empty()) found.left_out = asked_of_left_out(places, seed);
    if (!found.pays_not.boxes.empty()) found.left_out_not = asked_of_left_out(others, seed);
    return found;
}

std::vector<PlaceCheck> checks_of(const DiscoveredBox& box,
                                  const Screen& screen,
                                  const std::vector<PlaceNumber>& numbers,
                                  std::size_t place) {
    std::vector<PlaceCheck> checks;
    for (const BoxLimit& limit : box.limits) {
        const double value = numbers[screen.kept[limit.column].column].at[place];
        checks.push_back({value, is_within(limit, value)});
    }
    return checks;
}

}  // namespace cantiere
