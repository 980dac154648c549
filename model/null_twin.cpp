#include <algorithm>

#include "model/core/rounding.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/month/accounts_prices.h"
#include "model/month/project_steps.h"
#include "model/rules/network.h"

namespace cantiere {
namespace {

/// EUR a month that one seat of `instrument` in continuous use costs its payer: what the accounts
/// post for it, bonus to the host included.
double seat_eur_month(const Parameters& p, Instrument instrument) {
    const InstrumentParameters& row = p.instruments[instrument];
    const double length = row.months > 1.0 ? row.months : 1.0;
    if (instrument == Instrument::internship) {
        const InternshipParameters& i = p.internship;
        const double once = row.cost_eur_once + i.promotion_eur_once + p.employers.host_bonus_eur;
        return i.indemnity_eur_month + i.insurance_eur_month + i.tutor_eur_month + once / i.months;
    }
    double eur = row.cost_eur_month + row.cost_eur_once / length;
    if (instrument == Instrument::rent_guarantee) {
        eur += p.housing.guarantee_call_share * p.housing.rent_eur_month;
    }
    if (instrument == Instrument::subsidised_hire) {
        eur += p.tax.hire_subsidy_share * mean_wage_eur(p.search);
    }
    if (instrument == Instrument::microcredit) {
        eur += expected_guarantee_eur(p.microcredit) / length;
    }
    if (instrument == Instrument::safety_refuge) {
        eur += p.violence.refuge_day_eur * days_per_month * p.violence.refuge_marginal_share;
    }
    return eur;
}

/// Contributions the State gives up for one art. 4 worker of a type-B cooperative, EUR a month.
double cooperative_relief_eur_month(const Parameters& p) {
    return p.tax.coop_b_relief * mean_wage_eur(p.search) *
           (p.tax.employer_contribution + p.tax.employee_contribution);
}

/// Tells whether public money pays what this payer parameter names.
bool is_paid_in_public(double payer) { return is_public(account_at(payer)); }

/// EUR a month of coordination, desks, meetings and operation, when its payer is public.
double coordination_eur_month(const Parameters& p) {
    if (!is_paid_in_public(p.staff.coordination_payer)) return 0.0;
    const double ties = tie_count(p.network.members, p.network.hub > 0.5);
    const double meetings = p.commission.active > 0.5
                                ? p.commission.cases_per_meeting * p.staff.commission_case_eur /
                                      p.commission.interval_months
                                : 0.0;
    return (p.staff.office_eur_year + p.staff.desk_eur_year + p.staff.operation_eur_year) / 12.0 +
           p.network.members * p.staff.meeting_eur_month_per_member + ties * p.staff.tie_eur_month +
           meetings;
}

/// What managing the file of someone in a programme's seat costs beyond the usual, EUR a month. A
/// support counts as a step does: either has the file managed at the programme's price. A job tutor
/// does not.
double management_eur_month(const Parameters& p, Instrument instrument) {
    if (instrument == Instrument::job_tutor) return 0.0;
    return p.staff.programme_case_manager_eur_month - p.staff.case_manager_eur_month;
}

/// What one seat of the programme in continuous use costs public payers, EUR a month: delivery when
/// its payer is public, and management, which municipalities pay.
double public_seat_eur_month(const Parameters& p, Instrument instrument) {
    const bool is_ours = is_paid_in_public(p.instruments[instrument].programme_payer);
    return (is_ours ? seat_eur_month(p, instrument) : 0.0) + management_eur_month(p, instrument);
}

/// What one cooperative place of reserved contracts costs public payers, EUR a month.
double cooperative_place_eur_month(const Parameters& p) {
    return cooperative_relief_eur_month(p) + management_eur_month(p, Instrument::coop_b_placement);
}

/// Share of the population that carries `group` and may be admitted.
double admitted_share(const Parameters& p, Group group) {
    const double share = p.target.group[group] > 0.5 ? p.population.group_share[group] : 0.0;
    if (p.target.women_only < 0.5) return share;
    if (group == Group::violence_survivor) return share * p.population.violence_female_share;
    if (group == Group::detained_or_ex) return share * p.population.detained_female_share;
    return share * p.population.female_share;
}

/// Share of the population a programme is for. Of several flags it lies between that of flags apart
/// from each other and of flags all on the same people, as `population.overlap` says.
double target_share(const Parameters& p) {
    if (p.target.everybody > 0.5) {
        return p.target.women_only > 0.5 ? p.population.female_share : 1.0;
    }
    double none = 1.0;
    double largest = 0.0;
    for (const Group group : members<Group>()) {
        const double share = admitted_share(p, group);
        none *= 1.0 - share;
        largest = std::max(largest, share);
    }
    return p.population.overlap * largest + (1.0 - p.population.overlap) * (1.0 - none);
}

/// Hires of the target a month: those who seek at the start, at the job-finding hazard of the mean
/// months without a job, and at the score that an incentive of `eur_month` adds.
double expected_hires_a_month(const Parameters& p, double eur_month) {
    const JobSearchParameters& search = p.search;
    const double seekers = p.population.residents_in_need * target_share(p) *
                           p.population.initial_work_share[WorkState::seeking];
    return seekers * search.base_hazard_per_month * search.finding_multiplier *
           tightness_factor(search, search.tightness) *
           duration_factor(search, p.population.mean_jobless_months) *
           exp(search.incentive_value_per_100_eur * eur_month / 100.0);
}

/// Months of the incentive that are paid for one hire: those in which the job still lasts.
double paid_incentive_months(const Parameters& p) {
    const int months = nearest_int(p.target.hire_incentive_months);
    double kept = 1.0;
    double paid = 0.0;
    for (int tenure = 0; tenure < months; ++tenure) {
        paid += kept;
        kept *= 1.0 - std::min(1.0, tenure_hazard(p.keeping, tenure));
    }
    return paid;
}

/// What incentives for the hires of one month of the programme cost public payers, EUR.
double hire_incentive_eur_a_month(const Parameters& p) {
    const double eur_month = p.target.hire_incentive_eur_month;
    const double payer = p.instruments[Instrument::subsidised_hire].programme_payer;
    if (eur_month <= 0.0 || !is_paid_in_public(payer)) return 0.0;
    return eur_month * paid_incentive_months(p) * expected_hires_a_month(p, eur_month);
}

/// A programme that pays a stated number of internships spends them evenly over its months.
double internship_eur_month(const Parameters& p) {
    const double seats = p.instruments[Instrument::internship].slots;
    const double seat = public_seat_eur_month(p, Instrument::internship);
    if (p.internship.total_starts <= 0.0) return seats * seat;
    const double whole = p.internship.total_starts * seat * p.internship.months;
    const double continuous = seats * seat * p.target.months;
    return (whole < continuous ? whole : continuous) / p.target.months;
}

}  // namespace

Cents planned_outlay_per_month(const Parameters& usual, const Parameters& levers) {
    double eur = coordination_eur_month(levers) - coordination_eur_month(usual) +
                 internship_eur_month(levers);
    for (const Instrument instrument : members<Instrument>()) {
        if (instrument == Instrument::internship) continue;
        if (instrument == Instrument::coop_b_placement) continue;
        eur += levers.instruments[instrument].slots * public_seat_eur_month(levers, instrument);
    }
    eur += levers.employers.coop_extra_places * cooperative_place_eur_month(levers);
    eur += hire_incentive_eur_a_month(levers);
    return eur > 0.0 ? Cents::from_euros(eur) : Cents{0};
}

Cents bundle_price(const Parameters& twin) {
    Cents price{0};
    for (const Instrument step : standard_bundle) {
        price += Cents{bundle_step_price(twin, step).whole_cents()};
    }
    return price;
}

Parameters null_twin_parameters(const Parameters& usual, const Parameters& programme) {
    Parameters twin = usual;
    twin.target.group = programme.target.group;
    twin.target.everybody = programme.target.everybody;
    twin.target.women_only = programme.target.women_only;
    twin.target.start_month = programme.target.start_month;
    twin.target.months = programme.target.months;
    for (const Instrument instrument : members<Instrument>()) {
        twin.instruments[instrument].programme_payer =
            programme.instruments[instrument].programme_payer;
    }
    return twin;
}

RunInputs null_twin_of(RunInputs inputs) {
    const TargetParameters& calendar = inputs.programme.target;
    NullTwinPlan plan;
    plan.outlay_per_month = inputs.planned_outlay_per_month;
    plan.start_month = nearest_int(calendar.start_month);
    plan.months = nearest_int(calendar.months);
    inputs.programme = null_twin_parameters(inputs.outside, inputs.programme);
    plan.bundle_price = bundle_price(inputs.programme);
    inputs.null_twin = plan;
    return inputs;
}

}  // namespace cantiere
