#pragma once
/// People who only find and lose jobs, by the rules of the month without vacancies.

#include <algorithm>

#include "model/month/demography.h"
#include "model/month/job_keeping.h"
#include "model/month/search.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

/// Everybody starts jobless; the search of module employers off finds jobs and job keeping loses
/// them with constant chances, nothing else at work.
class LabourMarket {
  public:
    LabourMarket(std::size_t people, Probability finds, Probability loses, std::uint64_t seed)
        : residents_(sample_residents(people)), draws_({seed, 0, 0}) {
        residents_.capital.professional.assign(people, 0.40f);
        residents_.capital.relational.assign(people, 0.42f);
        JobSearchParameters& search = parameters_.search;
        search.base_hazard_per_month = hazard_of(finds).per_month();
        search.effort_floor = 1.0;
        search.duration_floor = 1.0;
        search.relational_slope = 0.0;
        JobKeepingParameters& keeping = parameters_.keeping;
        const double loss = hazard_of(loses).per_month();
        keeping.hazard_months_1_3 = loss;
        keeping.hazard_months_4_12 = loss;
        keeping.hazard_months_13_on = loss;
        keeping.professional_slope = 0.0;
        keeping.relational_slope = 0.0;
    }

    void live(int months) {
        for (int i = 0; i < months; ++i, ++month_) month();
    }

    double jobless() const {
        const auto& state = residents_.work.state;
        return static_cast<double>(std::count(state.begin(), state.end(), WorkState::seeking));
    }

    People& people() { return residents_.people; }
    const Draws& draws() const { return draws_; }
    double finding_hazard() const { return parameters_.search.base_hazard_per_month; }

  private:
    void month() {
        auto& r = residents_;
        const Parameters& p = parameters_;
        const Month now{month_};
        Events events;
        mark_start_of_month(r.work);
        find_jobs_without_vacancies(r.work,
                                    employers_,
                                    events,
                                    r.people,
                                    r.capital,
                                    r.housing,
                                    r.care,
                                    r.standing,
                                    Contacts{},
                                    p,
                                    1.0,
                                    draws_,
                                    now);
        keep_jobs(r.work,
                  events,
                  r.people,
                  r.capital,
                  r.housing,
                  r.care,
                  employers_,
                  TravelTimes{},
                  p.keeping,
                  p.search,
                  draws_,
                  now);
    }

    Residents residents_;
    Employers employers_;
    Parameters parameters_;
    Draws draws_;
    int month_ = 0;
};

}  // namespace cantiere
