#pragma once
/// A study run over the rows of a design: what sensitivity and discovery look at.

#include <cstddef>
#include <vector>

#include "analysis/exploration/numeric_csv.h"
#include "analysis/exploration/one_way.h"

namespace cantiere {

/// A design of a study: a scenario against its base, one set of values of the parameters a row.
struct DesignedStudy {
    std::size_t scenario = 0;
    std::vector<RangedParameter> parameters;
    std::vector<OneWayOutcome> outcomes;
    double wtp = 0.0;  // EUR an autonomy-year, of net benefit
    Rows unit_rows;    // of the unit cube; values follow the stated distributions
};

struct DesignedRuns {
    NumericTable design;   // values of the parameters, in their units
    NumericTable outputs;  // mean difference from the base over draws and replicates; with several
                           // runs a row also `NAME.sd`, its standard deviation over them: luck
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then the tables are empty
};

/// Runs the rows, all under the same luck.
DesignedRuns run_designed(const Study& study,
                          const DesignedStudy& plan,
                          const DesignOptions& options);

}  // namespace cantiere
