#pragma once
/// A programme moved to another place: its effect there, and which part of the place makes the
/// difference (model.md 15).

#include <array>
#include <string>
#include <vector>

#include "analysis/exploration/one_way.h"
#include "analysis/transfer/place_parts.h"

namespace cantiere {

/// A programme against its base, here and there.
struct TransferPlan {
    std::size_t scenario = 0;
    std::vector<OneWayOutcome> outcomes;
    double wtp = 0.0;     // EUR an autonomy-year, of net benefit
    bool curves = false;  // fidelity and scale too
};

/// One outcome as a difference from the base, paired run by run.
struct TransferredOutcome {
    Stat here, there;
    Stat change;                           // there - here
    std::array<Stat, part_count> by_part;  // adds up to the change, run by run
};

/// The effect there with one lever at another value.
struct CurvePoint {
    double at = 0.0;
    std::vector<Stat> effects;  // by outcome
};

struct Transfer {
    std::vector<TransferredOutcome> outcomes;
    std::vector<CurvePoint> fidelity;  // of delivery: what seats make grow, times this
    std::vector<CurvePoint> scale;     // seats of the programme, times this
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no outcomes
};

/// Runs a programme and its base in every mix of two places under the same luck and the same draws
/// of parameters. `there` is the study read with the other place's packs.
Transfer transfer(const Study& here,
                  const Study& there,
                  const TransferPlan& plan,
                  const DesignOptions& options);

/// What a programme does in one place with delivery and seats at other values.
struct Curves {
    std::vector<CurvePoint> fidelity, scale;  // as in Transfer; fidelity begins with 1
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no points
};

/// Runs a programme and its base where the study is, under every value of fidelity and scale.
Curves curves_at(const Study& study, const TransferPlan& plan, const DesignOptions& options);

/// A number of the place there that lies outside the range stated for the place here.
struct OutsideRange {
    const ParameterSpec* spec = nullptr;
    double low = 0.0, here = 0.0, high = 0.0, there = 0.0;
};

struct Overlap {
    std::size_t compared = 0;           // numbers with a range here and a value there
    std::vector<OutsideRange> outside;  // an effect there is extrapolated in these; by key
};

/// Compares what two places state of themselves, territory and law, but for what the study or the
/// scenario sets, which is the same in both. `there` is the study read with the other place's
/// packs.
Overlap overlap_of(const Study& here, const Study& there, std::size_t scenario);

}  // namespace cantiere
