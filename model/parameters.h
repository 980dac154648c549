#pragma once

#include "model/rules/autonomy.h"
#include "model/rules/benefits.h"
#include "model/rules/capital.h"
#include "model/rules/commission.h"
#include "model/rules/contacts.h"
#include "model/rules/demography.h"
#include "model/rules/employers.h"
#include "model/rules/households.h"
#include "model/rules/housing.h"
#include "model/rules/instruments.h"
#include "model/rules/internship.h"
#include "model/rules/job_keeping.h"
#include "model/rules/job_search.h"
#include "model/rules/justice.h"
#include "model/rules/microcredit.h"
#include "model/rules/network.h"
#include "model/rules/outreach.h"
#include "model/rules/placement.h"
#include "model/rules/quota.h"
#include "model/rules/referral.h"
#include "model/rules/taxes.h"
#include "model/rules/travel.h"
#include "model/rules/trust.h"
#include "model/rules/violence.h"

namespace cantiere {

/// All numbers of one run under one regime (services as usual, or a programme), by subject.
/// Immutable during the run; a policy is a typed change of these made before it.
struct Parameters {
    PopulationParameters population;
    InitialCapitalParameters initial;
    CapitalParameters capital;
    OutreachParameters outreach;
    ReferralParameters referral;
    NetworkParameters network;
    TrustParameters trust;
    CommissionParameters commission;
    InstrumentCatalogue instruments;
    ServiceParameters services;
    StaffPrices staff;
    EmployerParameters employers;
    QuotaParameters quota;
    PlacementParameters placement;
    TargetParameters target;
    InternshipParameters internship;
    JobSearchParameters search;
    JobKeepingParameters keeping;
    HousingParameters housing;
    JusticeParameters justice;
    ViolenceParameters violence;
    MicrocreditParameters microcredit;
    ContactParameters contacts;
    HouseholdParameters households;
    BenefitParameters benefit;
    TaxParameters tax;
    AutonomyParameters autonomy;
    TravelParameters travel;
};

}  // namespace cantiere
