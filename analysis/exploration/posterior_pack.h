#pragma once
/// A calibration's posterior as a pack that a study can use.

#include <optional>
#include <string>

#include "analysis/exploration/calibration_file.h"

namespace cantiere {

/// The pack that holds the calibrated keys, which that of the posterior extends; or why there is
/// none.
struct PosteriorHome {
    std::shared_ptr<const Pack> pack;
    std::string why, fix;  // where there is none
};

/// Finds the one pack of a calibration's study that states its keys: territories stand over laws
/// and behaviour.
PosteriorHome posterior_home(const Calibration& calibration);

/// Rows of the posterior that are as likely one as another: systematic resampling of the weighted
/// samples (Kitagawa 1996), keyed by the seed.
Rows equally_weighted(const Match& match, std::size_t rows, std::uint64_t seed);

/// Writes the pack: it extends that of the study by the path `extends`, states each calibrated key
/// at its posterior mean with the interval of 95 %, and holds 1,000 samples from which draws take
/// the keys together. Amounts are in the study's prices.
std::string posterior_pack_text(const Calibration& calibration,
                                const Match& match,
                                const Pack& extended,
                                const std::string& extends);

}  // namespace cantiere
