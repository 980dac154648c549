#include "model/month/accounts.h"

#include "model/month/accounts_books.h"
#include "model/month/accounts_hiring.h"
#include "model/month/accounts_loans.h"
#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/month/coordination.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/month/wage_memo.h"

namespace cantiere {
namespace {

void post_wage(AccountBooks& books,
               WageMemo<WageCents>& known,
               const People& people,
               const Capital& capital,
               const Work& work,
               const Parameters& p,
               ResidentId who) {
    const Contributions contributions = contributions_of(people, capital, work, p.tax, who);
    const std::int32_t gross_cents = work.gross_wage_cents[who];
    const WageCents& wage = known.of(gross_cents, contributions, [&] {
        return wage_cents(p.tax, gross_cents, contributions);
    });
    books.pay(who,
              Account::employer,
              Account::resident,
              Category::wage,
              EntryKind::transfer,
              wage.gross);
    constexpr Category tax = Category::tax_and_contributions;
    books.pay(who, Account::resident, Account::state, tax, EntryKind::tax, wage.employee_tax);
    books.pay(who, Account::state, Account::resident, tax, EntryKind::tax, wage.employee_transfer);
    const Cents by_employer = wage.employer_contribution;
    books.pay(who, Account::employer, Account::state, tax, EntryKind::tax, by_employer);
    books.pay(who, Account::resident, Account::state, tax, EntryKind::tax, wage.consumption_tax);
    const auto relieve = [&](Account whom, Cents amount) {
        books.pay(who, Account::state, whom, Category::cooperative, EntryKind::tax, amount);
    };
    relieve(Account::resident, wage.employee_relief);
    relieve(Account::employer, wage.employer_relief);
}

Purse purse_of(const InstrumentParameters& row, Funding funding) {
    return {payer_of(row, funding), funding};
}

void post_internship_month(AccountBooks& books,
                           const Care& care,
                           const Parameters& p,
                           ResidentId who) {
    const Purse purse = purse_of(p.instruments[Instrument::internship], care.step_funding[who]);
    const InternshipParameters& i = p.internship;
    books.pay_resident(who, purse, Category::internship, eur(i.indemnity_eur_month));
    books.pay_provider(who, purse, Category::internship, eur(i.insurance_eur_month));
    books.pay_provider(who, purse, Category::tutoring, eur(i.tutor_eur_month));
    books.pay(who,
              Account::employer,
              Account::providers,
              Category::in_kind,
              EntryKind::in_kind,
              eur(i.host_tutor_in_kind_eur_month));
}

void post_delivery(AccountBooks& books,
                   Instrument instrument,
                   Funding funding,
                   const Parameters& p,
                   ResidentId who) {
    const InstrumentParameters& row = p.instruments[instrument];
    const Purse purse = purse_of(row, funding);
    books.pay_provider(who, purse, category_of(instrument), eur(row.cost_eur_month));
    if (instrument == Instrument::rent_guarantee) {
        const double call = p.housing.guarantee_call_share * p.housing.rent_eur_month;
        books
            .pay(who, purse, Account::landlords, Category::housing, EntryKind::resource, eur(call));
    }
    if (instrument == Instrument::safety_refuge) {
        const double average = p.violence.refuge_day_eur * days_per_month;
        const double marginal = average * p.violence.refuge_marginal_share;
        books.pay_provider(who, purse, Category::refuge, eur(marginal));
        books.pay_average(who, purse, Category::refuge, eur(average - marginal));
    }
}

/// Posts a month of managing the open file of `who`: on the programme's account, at its price,
/// while it pays a step or a support; on the municipality's otherwise.
void post_case_manager(AccountBooks& books, const Care& care, const Parameters& p, ResidentId who) {
    constexpr Category category = Category::assessment;
    const auto of_programme = [&](Instrument instrument) {
        const Account payer = payer_of(p.instruments[instrument], Funding::programme);
        const Cents price = eur(p.staff.programme_case_manager_eur_month);
        books.pay_provider(who, payer, category, price);
    };
    const Instrument step = current_step(care, who);
    const bool pays_step = care.step_funding[who] == Funding::programme;
    const bool pays_support = care.support_funding[who] == Funding::programme;
    if (care.step_left[who] > 0 && step != Instrument::count && pays_step) {
        of_programme(step);
    } else if (care.support_left[who] > 0 && pays_support) {
        of_programme(care.support[who]);
    } else {
        const Cents price = eur(p.staff.case_manager_eur_month);
        books.pay_provider(who, Account::municipality, category, price);
    }
}

void post_instruments(AccountBooks& books,
                      const Care& care,
                      const Work& work,
                      const Parameters& p,
                      ResidentId who) {
    if (work.state[who] == WorkState::internship) post_internship_month(books, care, p, who);
    const Instrument step = current_step(care, who);
    if (care.step_left[who] > 0 && step != Instrument::count && !is_placed(step)) {
        post_delivery(books, step, care.step_funding[who], p, who);
    }
    if (care.support_left[who] > 0) {
        post_delivery(books, care.support[who], care.support_funding[who], p, who);
    }
    if (care.tutor_left[who] > 0) {
        const InstrumentParameters& row = p.instruments[Instrument::job_tutor];
        books.pay_provider(who,
                           payer_of(row, care.tutor_funding[who]),
                           Category::tutoring,
                           eur(row.cost_eur_month));
    }
    if (is_in_care(care.state[who]) && care.state[who] != CareState::referred) {
        post_case_manager(books, care, p, who);
    }
}

/// Share of the municipal support that is left while it tapers: 2/3, 1/3, 0 in steps of K months.
double taper_share(double step_months, int months_left) {
    if (months_left > 2.0 * step_months) return 2.0 / 3.0;
    return months_left > step_months ? 1.0 / 3.0 : 0.0;
}

void post_assistance(AccountBooks& books,
                     const Care& care,
                     const Work& work,
                     const Standing& standing,
                     const Parameters& p,
                     double disability,
                     ResidentId who) {
    constexpr Category category = Category::benefit;
    const Cents regional{standing.regional_cents[who]};
    const Cents national = Cents{standing.benefit_cents[who]} - regional;
    books.pay_resident(who, Account::state, category, national);
    books.pay_resident(who, Account::province_region, category, regional);
    books.pay_resident(who, Account::municipality, category, Cents{standing.local_aid_cents[who]});
    const double gross = work.gross_wage_cents[who] / 100.0;
    books.pay_resident(who,
                       Account::state,
                       category,
                       eur(invalidity_eur(p.benefit, disability, gross)));
    const bool tapers = care.state[who] == CareState::tapering && care.taper_left[who] > 0 &&
                        is_employed(work.state[who]);
    if (!tapers || standing.benefit_cents[who] > 0) return;
    const double share = taper_share(p.target.taper_step_months, care.taper_left[who]);
    books.pay_resident(who, Account::municipality, category, eur(share * p.benefit.local_eur));
}

void post_custody(AccountBooks& books,
                  const Housing& housing,
                  const Work& work,
                  const Justice& justice,
                  const Parameters& p,
                  ResidentId who) {
    if (justice.state[who] == JusticeState::alternative) {
        books.pay_provider(who,
                           Account::state,
                           Category::detention,
                           eur(p.justice.alternative_day_eur * days_per_month));
    }
    if (work.state[who] == WorkState::detained) {
        const double average = p.justice.prison_day_average_eur * days_per_month;
        const double marginal = p.justice.prison_day_marginal_eur * days_per_month;
        books.pay_provider(who, Account::state, Category::detention, eur(marginal));
        books.pay_average(who,
                          {Account::state, Funding::none},
                          Category::detention,
                          eur(average - marginal));
    } else if (housing.state[who] == HousingState::shelter) {
        const double marginal = p.housing.shelter_eur_month * p.housing.shelter_marginal_share;
        books.pay_provider(who, Account::municipality, Category::refuge, eur(marginal));
        books.pay_average(who,
                          {Account::municipality, Funding::none},
                          Category::refuge,
                          eur(p.housing.shelter_eur_month - marginal));
    }
}

void post_event(AccountBooks& books, const Event& event, const Parameters& p) {
    switch (event.kind) {
        case EventKind::assessed:
        case EventKind::assessment_duplicated:
            books.pay_provider(event.who,
                               account_at(p.staff.assessment_payer),
                               Category::assessment,
                               eur(p.staff.assessment_eur));
            break;
        case EventKind::commission_case:
            books.pay_provider(event.who,
                               account_at(p.staff.coordination_payer),
                               Category::assessment,
                               eur(p.staff.commission_case_eur));
            break;
        case EventKind::instrument_started: {
            const InstrumentParameters& row = p.instruments[event.instrument];
            const Purse purse = purse_of(row, event.funding);
            books.pay_provider(event.who,
                               purse,
                               category_of(event.instrument),
                               eur(row.cost_eur_once));
            if (event.instrument != Instrument::internship) break;
            books.pay_provider(event.who,
                               purse,
                               Category::internship,
                               eur(p.internship.promotion_eur_once));
            if (event.funding != Funding::programme) break;
            books.pay(event.who,
                      purse,
                      Account::employer,
                      Category::hiring_incentive,
                      EntryKind::transfer,
                      eur(p.employers.host_bonus_eur));
            break;
        }
        default:
            post_loan(books, event, p);
            break;
    }
}

/// Those for whom a service, a tutor or a case manager may be paid.
ResidentSet served(const Care& care, const Work& work) {
    constexpr std::uint8_t none{0};
    return rows_with(work.state, WorkState::internship) | with_project(care) |
           rows_other_than(care.step_left, none) | rows_other_than(care.support_left, none) |
           rows_other_than(care.tutor_left, none);
}

/// Tells whether assistance of any kind may be paid to `who`.
bool may_be_assisted(const Care& care,
                     const Standing& standing,
                     const Capital& capital,
                     ResidentId who) {
    return standing.benefit_cents[who] != 0 || standing.local_aid_cents[who] != 0 ||
           capital.disability[who] > 0.0f || care.state[who] == CareState::tapering;
}

}  // namespace

void post_accounts(Ledger& ledger,
                   ServiceUnits& units,
                   const People& people,
                   const Capital& capital,
                   const Work& work,
                   const Housing& housing,
                   const Justice& justice,
                   const Care& care,
                   const Standing& standing,
                   const Events& events,
                   const Parameters& parameters,
                   Month month) {
    if (month.index() < 0) return;
    ledger.begin_month(people.key.size());
    AccountBooks books(ledger, parameters.tax.consumption_tax_share, month);
    const ResidentSet here = present(people);
    const ResidentSet detained = rows_with(work.state, WorkState::detained);
    const ResidentSet free = here.without(detained);
    const ResidentSet sheltered = rows_with(housing.state, HousingState::shelter);
    const ResidentSet outside = rows_with(justice.state, JusticeState::alternative);
    for (const ResidentId who : (detained | sheltered | outside) & here) {
        post_custody(books, housing, work, justice, parameters, who);
    }
    WageMemo<WageCents> known_wages;
    for (const ResidentId who : employed(work) & free) {
        post_wage(books, known_wages, people, capital, work, parameters, who);
        post_hire_incentives(books, people, capital, work, justice, care, parameters, who);
    }
    for (const ResidentId who : served(care, work) & free) {
        post_instruments(books, care, work, parameters, who);
    }
    for (const ResidentId who : free) {
        if (!may_be_assisted(care, standing, capital, who)) continue;
        const double disability = capital.disability[who];
        post_assistance(books, care, work, standing, parameters, disability, who);
    }
    for (const Event& event : events.all()) post_event(books, event, parameters);
    units.bundles.paid_cents += books.bundle_cents();
}

}  // namespace cantiere
