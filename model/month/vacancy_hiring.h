#pragma once

#include <vector>

#include "model/month/hiring.h"
#include "model/month/vacancy_contacts.h"
#include "model/month/vacancy_offers.h"

namespace cantiere {

/// A vacancy filled by a resident.
struct VacancyHire {
    ResidentId who = ResidentId::none();
    const Vacancy* vacancy = nullptr;
    JobTerms terms;
    bool over_ordinary = false;  // an ordinary applicant above the reservation lost the job
};

/// Part of phase 11: how the vacancies of a month choose among those who applied. Each employer
/// ranks applicants by y_hat (statistical discrimination) and hires the best above the reservation
/// and above the best ordinary applicant. Source: model.md 5.7, 5.8.
class VacancyHiring {
  public:
    VacancyHiring(const std::vector<Vacancy>& vacancies,
                  const People& people,
                  const Capital& capital,
                  const Employers& employers,
                  const OrdinaryPool& pool,
                  const Reach& reach,
                  const Parameters& parameters,
                  const Draws& draws,
                  Month month)
        : vacancies_(vacancies),
          people_(people),
          capital_(capital),
          employers_(employers),
          pool_(pool),
          reach_(reach),
          parameters_(parameters),
          draws_(draws),
          month_(month) {}

    /// Returns the hires, by resident key; `applications` are sorted by vacancy.
    std::vector<VacancyHire> hires(const std::vector<Application>& applications) const;

  private:
    /// A vacancy that would hire one of its applicants.
    struct Contest {
        const Vacancy* vacancy = nullptr;
        JobTerms terms;
        double ordinary = 0.0;  // score of the best ordinary applicant, minus infinity without any
    };

    /// An applicant whom a vacancy would hire if there were no ordinary ones, or would hire.
    struct Candidate {
        std::size_t contest = 0;  // the vacancy, or the position of its contest
        ResidentId who = ResidentId::none();
        double score = 0.0;
    };

    std::vector<Candidate> above_reservation(const std::vector<Application>& applications) const;
    std::vector<Candidate> above_ordinary(const std::vector<Candidate>& candidates,
                                          std::vector<Contest>& contests) const;
    std::vector<ResidentId> people_of(const std::vector<Candidate>& candidates) const;
    double ordinary_best(const Vacancy& vacancy) const;
    double score(const Vacancy& vacancy, ResidentId who, double normal) const;
    double utility(const Contest& contest, ResidentId who) const;

    const std::vector<Vacancy>& vacancies_;
    const People& people_;
    const Capital& capital_;
    const Employers& employers_;
    const OrdinaryPool& pool_;
    const Reach& reach_;
    const Parameters& parameters_;
    const Draws& draws_;
    Month month_;
};

}  // namespace cantiere
