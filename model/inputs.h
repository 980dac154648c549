#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/core/month.h"
#include "model/core/units.h"
#include "model/names.h"
#include "model/parameters.h"
#include "model/state/territory.h"

namespace cantiere {

/// Which mechanisms are on; a module that is off equals one with neutral parameters.
struct Modules {
    EnumArray<Module, bool> on{};
};

/// The null twin of a programme: its planned money, spent on standard bundles (contract section 3).
struct NullTwinPlan {
    Cents outlay_per_month{0};  // planned public outlay while the programme runs
    Cents bundle_price{0};      // one orientation, one vocational training, one internship
    int start_month = 0;
    int months = 0;
};

/// Everything one run depends on besides its RunKey. Immutable and shared by threads.
struct RunInputs {
    std::shared_ptr<const Territory> territory;
    Modules modules;
    Parameters usual;      // services as usual: burn-in, and months the programme does not run
    Parameters programme;  // while the programme runs: policies and `set` applied
    Parameters outside;    // from month 0 when it does not run: `set` of what is no lever only
    BenefitParameters reference_law;
    std::optional<NullTwinPlan> null_twin;
    Cents planned_outlay_per_month{0};  // while the programme runs; a null twin's is its plan's
    CalendarMonth start;                // of month 0
    int burn_in_months = 36;
    int months = 120;
    double discount_rate_per_year = 0.03;
    std::vector<double> discount_factors;  // of each month; empty: those of the constant rate
};

/// Parameters in force in `month`: usual in burn-in, then the programme's while it runs
/// (target.start_month <= month < start_month + months), `outside` in the other months.
const Parameters& in_force(const RunInputs& inputs, Month month);

/// Lets what a programme has begun go on by its terms when it no longer runs: its target and
/// calendar (so that `outside` serves nobody as a target), its payers, its fidelity.
Parameters with_terms_of(Parameters outside, const Parameters& programme);

/// Planned monthly public outlay of `levers` beyond services as usual: levers x unit prices, known
/// before the run, all seats in use; EUR cents. A stated total of internships is spread over the
/// programme's months; hire incentives are those of the hires expected in a month. Excludes
/// benefits and unpaid in-kind.
Cents planned_outlay_per_month(const Parameters& usual, const Parameters& levers);

/// Price of one standard bundle under `twin`, the parameters it is delivered by: to the cent what
/// orientation, vocational training and internship of one person debit when nothing is left early.
/// No host bonus: bundles pay none.
Cents bundle_price(const Parameters& twin);

/// Parameters of a null twin: everything as usual but the target group, the calendar and who pays.
Parameters null_twin_parameters(const Parameters& usual, const Parameters& programme);

/// Makes `inputs` of a programme into those of its null twin: its planned outlay buys bundles at
/// the prices that the twin itself runs on.
RunInputs null_twin_of(RunInputs inputs);

}  // namespace cantiere
