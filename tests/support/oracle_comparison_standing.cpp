#include <utility>

#include "tests/support/oracle_report.h"

namespace cantiere::oracle {

void compare_standing(Report& r, const Person& a, const Standing& b, ResidentId who) {
    r.same("A", a.autonomy, b.autonomy[who]);
    r.same("A_nw", a.autonomy_nonwork, b.autonomy_nonwork[who]);
    const std::pair<const OtherReading&, OtherWeights> others[] = {
        {a.work_light, OtherWeights::work_light},
        {a.equal, OtherWeights::equal}};
    for (const auto& [naive, set] : others) {
        const OtherStanding& fast = b.other[set];
        r.same("A by other weights", naive.autonomy, fast.level[who]);
        r.same("months by other weights", naive.qualifying, fast.qualifying_months[who]);
        r.same("exit by other weights", naive.out, fast.exit[who] != ReferenceExit::none);
    }
    r.same("qualifying months", a.qualifying, b.qualifying_months[who]);
    r.same("reference months", a.reference_qualifying, b.reference_qualifying_months[who]);
    r.same("exit month", a.exit_month, b.exit_month[who]);
    r.same("stable counted", a.stable_counted, b.stable_counted[who]);
    r.same("relapsed", a.relapsed, b.relapsed[who]);
    r.same("unstable", a.unstable, b.unstable[who]);
    r.same("reference exit", a.reference_out, b.reference_exit[who] != ReferenceExit::none);
    r.same("excluded months", a.excluded_months, b.excluded_months[who]);
    r.same("benefit", a.benefit_cents, b.benefit_cents[who]);
    r.same("regional benefit", a.regional_cents, b.regional_cents[who]);
    r.same("local aid", a.local_aid_cents, b.local_aid_cents[who]);
    r.same("due", a.due_cents, b.due_cents[who]);
    r.same("reference due", a.reference_due_cents, b.reference_due_cents[who]);
    r.same("partner's income", a.shared_gross, b.partner_gross_cents[who]);
    r.same("partner at home", a.partner_at_home ? 1 : 0, int{b.partner_at_home[who]});
    r.same("net income", a.net_income_cents, b.net_income_cents[who]);
    r.same("pause of the benefit", a.drawn.wait, b.spell[who].pause_left);
    r.same("allowances", a.drawn.allowances, b.spell[who].allowance_months_paid);
}

}  // namespace cantiere::oracle
