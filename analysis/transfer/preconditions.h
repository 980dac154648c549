#pragma once
/// Minimal preconditions: which conditions of a place are enough for a programme to pay (model.md
/// 15; analysis.md C8).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/exploration/discovery.h"
#include "analysis/transfer/place_numbers.h"

namespace cantiere {

/// A number of places that passed the screen.
struct ScreenedNumber {
    std::size_t column = 0;  // of what was looked at
    double distance = 0.0;   // Kolmogorov-Smirnov, between places where it pays and the others
    double median_pays = 0.0, median_pays_not = 0.0;
};

/// Which of many numbers tell the places where it pays from the others: those farther apart than
/// any of as many dummies, numbers drawn alike on which nothing depends; the farthest ones first.
struct Screen {
    std::size_t looked_at = 0;
    double dummy_distance = 0.0;  // the greatest of the dummies
    std::vector<ScreenedNumber> kept;
};

/// Boxes found without a tenth of the places, asked about that tenth, for each tenth.
struct LeftOut {
    std::size_t inside = 0;     // places left out that lay in the first box found without them
    std::size_t confirmed = 0;  // of which it is so all the same
    double chance = 1.0;        // of so many, were places inside like all others (binomial)
};

/// What can be said of preconditions.
enum class PreconditionVerdict : std::uint8_t { all_pay, none_pays, no_limit, limits };

struct Preconditions {
    Screen screen;
    Discovery pays;      // of the numbers kept, where the condition holds
    Discovery pays_not;  // the same, where it does not
    LeftOut left_out, left_out_not;

    PreconditionVerdict verdict() const;
};

inline constexpr std::size_t most_numbers_kept = 10;  // by a screen
inline constexpr double greatest_chance = 0.05;       // of places left out, for limits to hold

/// Places that were tried: a row each, a column for every number.
struct JudgedPlaces {
    std::vector<std::string> names;
    Rows rows;
    std::vector<bool> pays;
};

/// Keeps what tells the two kinds of places apart, `most_numbers_kept` numbers at most.
Screen screened(const JudgedPlaces& places, std::uint64_t seed);

/// Screens, looks for boxes and for a tree among what is kept, and asks places left out. `where`
/// is how the condition of paying is written.
Preconditions find_preconditions(const std::string& where,
                                 const JudgedPlaces& places,
                                 std::uint64_t seed);

/// A precondition asked of the places known.
struct PlaceCheck {
    double value = 0.0;
    bool is_met = false;
};

/// Returns, for each limit of a box over kept numbers, the value in a place and whether it lies
/// within.
std::vector<PlaceCheck> checks_of(const DiscoveredBox& box,
                                  const Screen& screen,
                                  const std::vector<PlaceNumber>& numbers,
                                  std::size_t place);

}  // namespace cantiere
