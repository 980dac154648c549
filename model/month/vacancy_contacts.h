#pragma once

#include <vector>

#include "model/month/reach.h"
#include "model/state/employers.h"

namespace cantiere {

/// A resident who applies for a vacancy, by its position in the month's list.
struct Application {
    std::size_t vacancy = 0;
    ResidentId who = ResidentId::none();

    friend bool operator==(const Application&, const Application&) = default;
};

/// Part of phase 11: the vacancies of one month, by municipality, and how residents come to them.
class VacancyMap {
  public:
    /// Takes vacancies sorted by (municipality, key).
    explicit VacancyMap(const std::vector<Vacancy>& vacancies);

    /// Lists the vacancies that `who` hears of in `contacts` contacts, each once. A contact leads
    /// to a municipality by a keyed logit choice over log(sum of skillmatch) - b_tau hours of
    /// travel, among those in reach, drawn as a race: the first to come at rate exp(utility); there
    /// to each vacancy in proportion to its skillmatch: that of
    /// the greatest u^(1/skillmatch), u the hash with the contact (highest random weight: Thaler &
    /// Ravishankar 1998, doi:10.1109/90.663936), so that a vacancy more moves only the choices it
    /// attracts. The fit of a person with a sector is the one that placement knows. Source:
    /// model.md 5.8.
    std::vector<Application> contacts_of(ResidentId who,
                                         EntityKey key,
                                         std::int64_t contacts,
                                         const Reach& reach,
                                         const JobSearchParameters& parameters,
                                         const Draws& draws,
                                         Month month) const;

  private:
    struct Entry {
        std::uint64_t key = 0;
        std::size_t vacancy = 0;  // position in the month's list
    };
    struct Place {
        MunicipalityId municipality;
        EnumArray<Sector, std::vector<Entry>> vacancies;
    };
    using Match = EnumArray<Sector, double>;  // skillmatch of one resident
    struct Option {
        const Place& place;
        double rate = 0.0;  // exp(utility)
    };

    std::vector<Option> options_of(ResidentId who,
                                   const Match& match,
                                   const Reach& reach,
                                   const JobSearchParameters& parameters) const;
    static const Place& choose_place(const std::vector<Option>& options,
                                     EntityKey key,
                                     std::int64_t contact,
                                     const Draws& draws,
                                     Month month);
    static std::size_t choose_vacancy(const Place& place, const Match& match, std::uint64_t point);

    std::vector<Place> places_;
};

}  // namespace cantiere
