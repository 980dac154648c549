#include "model/month/coordination.h"

#include "model/month/accounts_prices.h"
#include "model/month/project_steps.h"
#include "model/rules/network.h"

namespace cantiere {

Category category_of(Instrument instrument) {
    switch (instrument) {
        case Instrument::orientation:
        case Instrument::counselling:
            return Category::orientation;
        case Instrument::skills_assessment:
            return Category::assessment;
        case Instrument::relational_training:
        case Instrument::vocational_training:
        case Instrument::language:
            return Category::training;
        case Instrument::internship:
            return Category::internship;
        case Instrument::subsidised_hire:
            return Category::hiring_incentive;
        case Instrument::coop_b_placement:
            return Category::cooperative;
        case Instrument::job_tutor:
            return Category::tutoring;
        case Instrument::supported_housing:
        case Instrument::rent_guarantee:
            return Category::housing;
        case Instrument::transport_voucher:
            return Category::transport;
        case Instrument::microcredit:
            return Category::microcredit;
        case Instrument::aids:
            return Category::aids;
        case Instrument::safety_refuge:
            return Category::refuge;
        case Instrument::health_path:
            return Category::health;
        default:
            return Category::childcare;
    }
}

void post_coordination(Ledger& ledger,
                       const ServiceUnits& units,
                       const Parameters& p,
                       Month month) {
    if (month.index() < 0) return;
    const double ties = tie_count(p.network.members, p.network.hub > 0.5) * p.staff.tie_eur_month;
    const double meetings = p.network.members * p.staff.meeting_eur_month_per_member;
    const double office = (p.staff.office_eur_year + p.staff.operation_eur_year) / 12.0;
    const Account payer = account_at(p.staff.coordination_payer);
    const auto post = [&](Account debit, Category category, EntryKind kind, double amount) {
        ledger.post(month, {debit, Account::providers, category, kind, Cents::from_euros(amount)});
    };
    post(payer, Category::coordination, EntryKind::resource, office + meetings + ties);
    post(payer, Category::desk, EntryKind::resource, p.staff.desk_eur_year / 12.0);
    post(Account::third_sector, Category::in_kind, EntryKind::in_kind, p.staff.in_kind_eur_month);
    for (const Instrument instrument : members<Instrument>()) {
        const InstrumentParameters& row = p.instruments[instrument];
        const double seat = row.cost_eur_month + row.cost_eur_once / planned_months(row);
        post(payer_of(row, Funding::usual),
             category_of(instrument),
             EntryKind::resource,
             units.standing_still[instrument] * seat);
    }
}

}  // namespace cantiere
