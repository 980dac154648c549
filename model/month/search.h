#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/contacts.h"
#include "model/state/employers.h"
#include "model/state/events.h"
#include "model/state/territory.h"

namespace cantiere {

/// Phase 9, before anybody is hired: the loss of those displaced in earlier months ends when they
/// find other work, or when the job they were kept from would have ended anyway (separation of
/// months 4-12); a loss of this month counts whole, as the hire's month does. Writes the pool.
void shrink_displaced(OrdinaryPool& pool,
                      const JobSearchParameters& search,
                      const JobKeepingParameters& keeping,
                      double tightness);

/// Phase 11b: the jobless and interns contact vacancies, compete with the ordinary pool, and the
/// vacancies hire; an intern who is hired is an early success. Writes work, employers (the
/// internship ends), the pool, events; reads the rest; `vacancies` are sorted by (municipality,
/// key). Each vacancy hires at most one person. Source: model.md 5.7, 5.8, 5.17.0. What
/// contacts told somebody of is heard of besides the own search.
void fill_vacancies(Work& work,
                    Employers& employers,
                    OrdinaryPool& pool,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Housing& housing,
                    const Care& care,
                    const Standing& standing,
                    const Contacts& contacts,
                    const TravelTimes& travel,
                    const std::vector<Vacancy>& vacancies,
                    const Parameters& parameters,
                    double tightness,
                    const Draws& draws,
                    Month month);

/// Phase 11b with module employers off: the jobless and interns find jobs at the hazard of equation
/// 5.17.1, without vacancies, employer or displacement. Writes work, employers (an internship that
/// ends), events.
void find_jobs_without_vacancies(Work& work,
                                 Employers& employers,
                                 Events& events,
                                 const People& people,
                                 const Capital& capital,
                                 const Housing& housing,
                                 const Care& care,
                                 const Standing& standing,
                                 const Contacts& contacts,
                                 const Parameters& parameters,
                                 double tightness,
                                 const Draws& draws,
                                 Month month);

/// Phase 11c: the seeking give up and the inactive start to seek; the boost of a completed
/// internship runs out. Writes work; reads people, trust. Source: model.md 5.17.3. Only those in
/// the state since before this month.
void enter_or_leave_search(Work& work,
                           const People& people,
                           const Capital& capital,
                           const JobSearchParameters& parameters,
                           const Regimes& regimes,
                           const Draws& draws,
                           Month month);

}  // namespace cantiere
