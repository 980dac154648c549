#pragma once
/// A small study's results for the tests of comparisons: two scenarios, 3 draws of 2 replicates.

#include <cmath>
#include <utility>

#include "analysis/comparison.h"
#include "tests/unit/outputs_example.h"

namespace cantiere {

struct Numbers {
    double cost, years, served;
};

/// By scenario (the base, the programme) and run: 3 draws of 2 replicates.
inline Numbers numbers(std::size_t scenario, std::size_t draw, std::size_t replicate) {
    const double luck = replicate == 0 ? -1.0 : 1.0;
    const auto place = static_cast<double>(draw);
    return scenario == 0
               ? Numbers{1000.0 * place + 10.0 * luck, 50.0 + luck, 20.0}
               : Numbers{1000.0 * place + 10.0 * luck + 100.0 * (place - 0.5), 53.0 + luck, 30.0};
}

inline Block block(const ResultsHeader& header, std::size_t draw, std::size_t replicate) {
    Block all;
    for (std::size_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
        RunOutcome outcome(sizes_of(header));
        const Numbers run = numbers(scenario, draw, replicate);
        outcome[Variable::net_cost_public] = run.cost;
        outcome.at(Variable::cost, Payer::state) = run.cost;
        outcome[Variable::autonomy_years] = run.years;
        outcome[Variable::autonomy_years_work_light] = scenario == 0 ? 40.0 : 38.0;
        outcome[Variable::autonomy_years_equal] = run.years;
        outcome[Variable::exits_work_light] = scenario == 0 ? 9.0 : 7.0;
        outcome[Variable::served] = run.served;
        outcome[Variable::autonomy_years_served] = 12.0;
        outcome[Variable::autonomy_years_served_base] = scenario == 0 ? 12.0 : 3.0;
        outcome.at(Variable::residents_by_group, Group::homeless) = 4.0;
        outcome.at(Variable::residents_by_group, Group::migrant) = 80.0;
        outcome.at(Variable::starts_by_group, Group::migrant) = 2.0;
        outcome.at(Variable::cost_by_group, Group::migrant) = run.cost;
        outcome.at(Variable::planned_outlay, 0) = scenario == 0 ? 0.0 : 40000.0;
        outcome.at(Variable::planned_outlay, 1) = scenario == 0 ? 0.0 : 60000.0;
        outcome.at(Variable::unspent_outlay, 1) =
            header.scenarios[scenario].null_twin ? 25000.0 : 0.0;
        all.push_back(outcome);
    }
    return all;
}

inline Results example_results(const TestFolder& folder, const ResultsHeader& header) {
    const auto path = folder.file("example.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t replicate) {
        return block(header, draw, replicate);
    });
    return read_results(path);
}

inline Comparison example(const TestFolder& folder) {
    return compare(example_results(folder, example_header()), {});
}

}  // namespace cantiere
