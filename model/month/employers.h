#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/rules/employers.h"
#include "model/rules/placement.h"
#include "model/state/employers.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 8a: employers join the network of hosts, the more the more of their sector are in it and
/// the closer social service and economic development work; the offer of a host lapses unless it is
/// renewed, except a type-B cooperative's, which hosts by vocation. Writes `host`; reads
/// institutions. Source: model.md 5.7. Hosts also leave when a placement ends (phase 10).
void renew_host_network(Employers& employers,
                        const Institutions& institutions,
                        const EmployerParameters& parameters,
                        const Draws& draws,
                        Month month);

/// Phase 8b: the places of reserved contracts (lever coop_extra_places) open at the cooperatives,
/// one each in turn by key, once their lag after the programme's start is over. Writes
/// `coop_places` and `coop_places_new`. Source: model.md 5.17.10.
void open_reserved_places(Employers& employers,
                          const EmployerParameters& parameters,
                          const TargetParameters& target,
                          Month month);

/// Places at each type-B cooperative that can be filled this month: those of reserved contracts
/// that nobody has had yet, while the programme runs, and other free ones whose present holder,
/// outside the model, leaves (turnover).
EmployerColumn<int> open_coop_places(const Employers& employers,
                                     const EmployerParameters& parameters,
                                     const TargetParameters& target,
                                     const Draws& draws,
                                     Month month);

/// Phase 8c: the vacancies of the month, sorted by (municipality, key): Poisson of staff x hazard x
/// tightness for each employer by monotone inversion, so that more vacancies are a superset. Reads
/// employers. Source: model.md 5.7, 12.
std::vector<Vacancy> open_vacancies(const Employers& employers,
                                    const EmployerParameters& parameters,
                                    double tightness,
                                    const Draws& draws,
                                    Month month);

}  // namespace cantiere
