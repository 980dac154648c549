#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/month/reach.h"

namespace cantiere {

/// Part of phase 11: what the way to each place with vacancies leaves of its attraction,
/// exp(-b_tau hours); 0 where the resident would not go. Computed once for all whose ways are the
/// same. Source: model.md 5.8.
class VacancyWays {
  public:
    VacancyWays(std::span<const MunicipalityId> places,
                const Reach& reach,
                const JobSearchParameters& parameters)
        : places_(places), reach_(reach), parameters_(parameters) {}

    /// Returns where the ways of `who` begin in `all`, a number a place.
    std::size_t begin_of(ResidentId who);

    /// Lists what is left, for every kind of ways asked for one after another.
    std::span<const double> all() const { return left_; }

  private:
    void add_ways_of(ResidentId who, const WayLimit& limit);

    std::span<const MunicipalityId> places_;
    const Reach& reach_;
    const JobSearchParameters& parameters_;
    std::vector<std::uint32_t> begin_;  // by kind of ways, plus 1; 0 = not asked for yet
    std::vector<double> left_;
};

}  // namespace cantiere
