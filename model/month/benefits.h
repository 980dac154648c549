#pragma once

#include "model/core/month.h"
#include "model/month/assessment.h"
#include "model/parameters.h"
#include "model/rules/assistance.h"
#include "model/state/care.h"

namespace cantiere {

/// Phase 16a: own net income, assistance due under the law and under the reference law, and what is
/// paid. Writes the money columns of `standing` and, from month 0, what has been drawn of each law;
/// reads the rest. Amounts in cents of the month.
/// Source: model.md 5.14, 5.17.4, 6.2. What is repaid of a loan is no income. Leaves out
/// unemployment insurance and family allowances.
void assess_benefits(Standing& standing,
                     const People& people,
                     const Capital& capital,
                     const Work& work,
                     const Housing& housing,
                     const Care& care,
                     const Credit& credit,
                     const Parameters& parameters,
                     const BenefitParameters& reference_law,
                     Month month);

/// Returns what the household's benefit depends on in a month without earnings of the resident's
/// own; those of a partner count.
BenefitCase jobless_case(const CaseTables& tables, const Care& care, Month month, ResidentId who);

/// Tells whether the municipality helps someone without a job who draws this: an open file, nothing
/// else; a job lost under the taper is no exception.
bool is_helped_locally(CareState state, const Assistance& paid);

/// Tells whether the household is of a kind that a selective regime protects: a minor, a
/// disability, or a certified disadvantage with an open file (rul: ben.adi.*); for age see
/// is_protected.
bool is_categorical(const People& people, const Capital& capital, const Care& care, ResidentId who);

/// Tells whether the resident is paid by an employer (subsidised and cooperative jobs included).
bool is_employed(WorkState state);
ResidentSet employed(const Work& work);

/// Tells whether the file is open: referred, assessed, in project, follow-up or tapering.
bool is_in_care(CareState state);

/// Partial invalidity cheque of the month, EUR, from the law's lowest degree on; lost whole above
/// the yearly limit on own earnings. The limitation at work is read as the degree of invalidity.
double invalidity_eur(const BenefitParameters& law, double disability, double gross_eur_month);

}  // namespace cantiere
