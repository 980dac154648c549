#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Adds what an assessor gets wrong: x_hat = clip(x + bias + sd eps_k), one keyed normal a domain,
/// the same whenever a case registered in `registered` is looked at (model.md 5.4).
DomainLevels with_assessment_error(const DomainLevels& x,
                                   double bias,
                                   double sd,
                                   const Draws& draws,
                                   EntityKey key,
                                   Month registered);

/// A level as an assessor sees it, with the error of the draw at `index`.
double with_assessment_error(double level,
                             double bias,
                             double sd,
                             const Draws& draws,
                             EntityKey key,
                             Month registered,
                             Draws::Index index);

/// What an assessor looks up about a resident.
struct CaseTables {
    const People& people;
    const Capital& capital;
    const Work& work;
    const Housing& housing;
    const Standing& standing;
};

/// Returns the domains of a registered case as they are seen by who looks at it in `looked_at`: a
/// look keeps its error. Never frailty.
DomainLevels observed_domains(const CaseTables& tables,
                              const Care& care,
                              const Institutions& institutions,
                              const Parameters& parameters,
                              const Draws& draws,
                              ResidentId who,
                              Month looked_at);

/// What is seen of language and mobility: who misjudges someone's papers and ways misjudges both
/// alike.
struct ObservedLevels {
    double language = 0.0;
    double mobility = 0.0;
};

/// Returns what who looks at a registered case in `looked_at` sees beside the domains.
ObservedLevels observed_levels(const CaseTables& tables,
                               const Care& care,
                               const Institutions& institutions,
                               const Parameters& parameters,
                               const Draws& draws,
                               ResidentId who,
                               Month looked_at);

/// Returns trust as it is seen by who looks at a registered case in `looked_at`.
double observed_trust(const CaseTables& tables,
                      const Care& care,
                      const Institutions& institutions,
                      const Parameters& parameters,
                      const Draws& draws,
                      ResidentId who,
                      Month looked_at);

/// Returns the domains of a registered case as the services see them; never frailty.
DomainLevels observed_domains(const CaseTables& tables,
                              const Care& care,
                              const Institutions& institutions,
                              const Parameters& parameters,
                              const Draws& draws,
                              ResidentId who);

}  // namespace cantiere
