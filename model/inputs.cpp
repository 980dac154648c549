#include "model/inputs.h"

namespace cantiere {

const Parameters& in_force(const RunInputs& inputs, Month month) {
    if (month < Month{0}) return inputs.usual;
    const double m = month.index();
    const TargetParameters& target = inputs.programme.target;
    const bool runs = m >= target.start_month && m < target.start_month + target.months;
    return runs ? inputs.programme : inputs.outside;
}

Parameters with_terms_of(Parameters outside, const Parameters& programme) {
    outside.target = programme.target;
    outside.services.fidelity = programme.services.fidelity;
    outside.staff.programme_case_manager_eur_month =
        programme.staff.programme_case_manager_eur_month;
    for (const Instrument instrument : members<Instrument>()) {
        outside.instruments[instrument].programme_payer =
            programme.instruments[instrument].programme_payer;
    }
    return outside;
}

}  // namespace cantiere
