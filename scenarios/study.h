#pragma once
/// A study: what is asked, read and checked, complete after construction.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/core/month.h"
#include "model/inputs.h"
#include "outputs/provenance.h"
#include "scenarios/pack.h"

namespace cantiere {

struct Horizon {
    CalendarMonth start;
    int burn_in_months = 36;
    int months = 120;
};

enum class Discount { constant_rate, green_book };

struct Evaluation {
    Discount discount = Discount::constant_rate;
    double discount_rate_per_year = 0.03;
    int price_year = 2024;
    double wtp_eur_per_autonomy_year = 20000.0;
    std::shared_ptr<const Pack> reference_law;
};

struct Experiment {
    std::size_t draws = 100;
    std::size_t hypercube_draws = 100;  // of one Latin hypercube; `draws` is a multiple of it
    std::size_t replicates = 5;
    std::uint64_t seed = 1;
    std::string base;
};

struct Scenario {
    std::string id;
    Title title;
    std::shared_ptr<const Pack> territory, law, behaviour;
    std::vector<std::shared_ptr<const Pack>> policies;
    std::vector<StatedValue> set;  // from month 0, over the policies
    bool null_twin = false;
    std::size_t base = 0;  // index of the scenario it is compared with; its own for a base
    std::size_t services =
        0;  // scenarios of one number share services as usual, hence their burn-in
};

struct Study {
    std::string id;
    Title title;
    std::string path;
    Horizon horizon;
    Evaluation evaluation;
    Experiment experiment;
    Modules modules;
    std::vector<Scenario> scenarios;
    std::vector<StatedValue> set;       // `set` of the study and `--set`
    std::size_t services = 0;           // number of different services as usual
    std::vector<ProvenanceFile> files;  // all that was read, the study itself first
    /// Where the study states its own keys: "horizon.months", "scenario.pisola.base".
    std::map<std::string, Place, std::less<>> places;
};

/// A municipality of the results: those with residents, over all territories of a study.
struct ResultMunicipality {
    std::string istat_code;
    std::string name;
};

/// Lists the municipalities of the results in the order met.
std::vector<ResultMunicipality> municipalities_of(const Study& study);

/// Tells whether a programme goes on when the study ends: its costs are then in the results, and
/// not all that they bring.
bool is_cut_off(const Study& study, std::size_t scenario);

/// Names one uncertain number of a study: its key, with `@pack` where several packs give it one.
struct SampledParameter {
    std::string name;
    const StatedValue* assignment = nullptr;
};

/// Lists the uncertain numbers of a study by name.
std::vector<SampledParameter> sampled_parameters(const Study& study);

/// Lists every list of assignments of a study once: packs in the order met, then each `set`.
std::vector<const std::vector<StatedValue>*> assignments_of(const Study& study);

/// Returns the discount factor of each month under the Green Book's falling rates, rounded to 12
/// significant digits; empty under a constant rate, which the model applies itself.
std::vector<double> scheduled_discount_factors(const Evaluation& evaluation, int months);

}  // namespace cantiere
