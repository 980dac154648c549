#pragma once

#include <optional>
#include <vector>

#include "model/core/columns.h"
#include "model/core/ids.h"

namespace cantiere {

/// An applicant whom a vacancy would hire, best first in its list.
struct Applicant {
    std::size_t person = 0;  // position in the list of people who applied anywhere
    double score = 0.0;      // y_hat with what the employer adds to it
    double utility = 0.0;    // of the job to the applicant
};

/// Part of phase 11: settles who takes which vacancy, each with a list of acceptable applicants in
/// its own order: vacancies offer down their lists, people keep the offer of highest utility (equal
/// ones: the first vacancy), until nobody moves. Returns for each of `people` the vacancy taken.
/// The outcome depends on no order of offers (Gale & Shapley 1962).
std::vector<std::optional<std::size_t>> settle_offers(
    const std::vector<std::vector<Applicant>>& lists,
    std::size_t people);

}  // namespace cantiere
