#include "model/month/verdicts.h"

#include "model/core/row_lists.h"
#include "model/month/care_file.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

ResidentSet with_amount(const ResidentColumn<std::int32_t>& cents) {
    return rows_where([](std::int32_t amount) { return amount > 0; }, cents);
}

ResidentSet with_active_instrument(const Care& care, const Work& work) {
    const auto any_month = [](auto... months_left) { return (months_left | ...) != 0; };
    const ResidentSet possible =
        rows_with(work.state, WorkState::internship, WorkState::subsidised) |
        rows_where(any_month,
                   work.subsidy_left,
                   work.incentive_left,
                   care.tutor_left,
                   care.support_left,
                   care.step_left);
    ResidentSet active = possible;
    for (const ResidentId who : possible) {
        if (!is_active_instrument(care, work, who)) active.erase(who);
    }
    return active;
}

}  // namespace

Verdicts verdicts_on(const Standing& standing,
                     const People& people,
                     const Care& care,
                     const Work& work,
                     const Housing& housing,
                     const ResidentSet& core_holding) {
    const ResidentSet active = with_active_instrument(care, work);
    const ResidentSet detained = rows_with(work.state, WorkState::detained);
    const ResidentSet helped = with_amount(standing.local_aid_cents);
    const ResidentSet assisted = helped | with_amount(standing.benefit_cents);
    const ResidentSet law_pays = with_amount(standing.reference_due_cents);
    const ResidentSet takes_up = rows_other_than(people.takes_up, std::uint8_t{0});
    return {present(people),
            active,
            detained,
            rows_with(housing.state, HousingState::homeless),
            core_holding.without(active | detained),
            assisted,
            assisted | with_amount(standing.due_cents),
            (law_pays & takes_up) | helped,
            law_pays | helped};
}

}  // namespace cantiere
