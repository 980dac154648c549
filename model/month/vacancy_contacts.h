#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/month/reach.h"
#include "model/state/employers.h"

namespace cantiere {

/// A resident who applies for a vacancy, by its position in the month's list.
struct Application {
    std::size_t vacancy = 0;
    ResidentId who = ResidentId::none();

    friend bool operator==(const Application&, const Application&) = default;
    friend auto operator<=>(const Application&, const Application&) = default;
};

/// A resident who has contacts with vacancies this month.
struct Seeker {
    ResidentId who = ResidentId::none();
    EntityKey key;
    std::int64_t contacts = 0;
};

/// Part of phase 11: the vacancies of one month, by municipality, and how residents come to them.
class VacancyMap {
  public:
    /// Takes vacancies sorted by (municipality, key).
    explicit VacancyMap(const std::vector<Vacancy>& vacancies);

    /// Lists the vacancies that the seekers hear of in their contacts, each once for each, sorted.
    /// A contact leads to a municipality by a keyed logit choice over log(sum of skillmatch) -
    /// b_tau hours of travel, among those in reach, drawn as a race: the first to come at rate
    /// exp(utility); there to each vacancy in proportion to its skillmatch: that of the greatest
    /// u^(1/skillmatch), u the hash with the contact (highest_weight.h), so that a vacancy more
    /// moves only the choices it attracts. The fit of a person with a sector is the one that
    /// placement knows. Source: model.md 5.8.
    std::vector<Application> applications_of(std::vector<Seeker> seekers,
                                             const Reach& reach,
                                             const JobSearchParameters& parameters,
                                             const Draws& draws,
                                             Month month) const;

  private:
    struct Contacts;  // of many seekers, side by side

    /// The vacancies of one sector at one place, as positions in `keys_`.
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t size() const { return end - begin; }
    };
    Part part_of(std::size_t place, Sector sector) const {
        const std::size_t at = place * EnumArray<Sector, int>::extent;
        const std::size_t part = at + static_cast<std::size_t>(sector);
        return {begin_[part], begin_[part + 1]};
    }
    void add_place(const std::vector<Vacancy>& vacancies, std::size_t begin, std::size_t end);
    void rate_place(Contacts& contacts, std::size_t place) const;
    void race_to_places(Contacts& contacts, const Reach& reach) const;
    std::size_t choose_vacancy(const Contacts& contacts, std::size_t row) const;

    std::vector<MunicipalityId> places_;
    std::vector<std::size_t> begin_;    // of each place's sectors one after another; and the end
    std::vector<std::uint64_t> keys_;   // of vacancies, by (place, sector)
    std::vector<std::size_t> vacancy_;  // ... their positions in the month's list
};

}  // namespace cantiere
