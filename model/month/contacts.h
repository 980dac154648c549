#pragma once

#include "model/core/draws.h"
#include "model/rules/contacts.h"
#include "model/state/care.h"
#include "model/state/contacts.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 11a: each contact with a job since before this month hears of a vacancy by the stated
/// chance and tells one of the jobless it knows, by lot (Calvo-Armengol and Jackson 2004); contacts
/// outside the agents tell theirs. Writes `contacts.tips`. Source: model.md 5.8, 5.15.
void hear_of_vacancies(Contacts& contacts,
                       const People& people,
                       const Work& work,
                       const ContactParameters& parameters,
                       const Draws& draws,
                       Month month);

/// Share of the contacts of `who` who have a job, as a factor of job finding without vacancies.
double contacts_factor_of(const Contacts& contacts,
                          const Work& work,
                          const ContactParameters& parameters,
                          ResidentId who);

/// Phase 18c: ties that have come to their end are forgotten; newcomers meet people of their
/// municipality, by homophily the next of their own group on a ring of keys (a small world), else
/// anybody; an internship gives contacts among the host's employees, who are no agents and are only
/// counted; a course gives ties to others in it. Writes contacts. Every tie is drawn for its pair.
/// Source: model.md 5.15. Leaves out that people choose whom to keep.
void renew_contacts(Contacts& contacts,
                    const Events& events,
                    const People& people,
                    const Care& care,
                    const ContactParameters& parameters,
                    const Draws& draws,
                    Month month);

/// Lists who knows whom from `contacts.ties`, for `residents` rows.
void index_neighbours(Contacts& contacts, std::size_t residents);

}  // namespace cantiere
