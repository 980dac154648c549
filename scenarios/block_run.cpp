#include "scenarios/block_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

#include "model/core/contracts.h"
#include "model/simulate.h"
#include "scenarios/overrides.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_header.h"

namespace cantiere {
namespace {

/// Places of a territory's municipalities among those of the results; none for one without
/// residents.
class Places {
  public:
    Places(const Pack& territory, const Study& study) {
        const std::vector<ResultMunicipality> places = municipalities_of(study);
        count_ = places.size();
        for (const Municipality& municipality : territory.municipalities) {
            const auto place =
                std::ranges::find(places, municipality.istat_code, &ResultMunicipality::istat_code);
            place_of_.push_back(place == places.end()
                                    ? std::nullopt
                                    : std::optional<std::size_t>(place - places.begin()));
        }
    }

    std::size_t count() const { return count_; }
    std::optional<std::size_t> operator[](std::size_t municipality) const {
        return place_of_[municipality];
    }

  private:
    std::size_t count_ = 0;
    std::vector<std::optional<std::size_t>> place_of_;
};

/// Moves the values by municipality of a territory to the places of the results' municipalities.
RunOutcome spread(const RunOutcome& outcome, const Places& places) {
    OutcomeSizes sizes = outcome.sizes();
    sizes.municipalities = places.count();
    RunOutcome result(sizes);
    for (const VariableShape& shape : all_variables()) {
        if (shape.reduction == Reduction::from_study) {
            continue;
        }
        const auto axes = shape.axes.span();
        const bool by_municipality =
            std::find(axes.begin(), axes.end(), Axis::municipality) != axes.end();
        const auto from = outcome.values(shape.variable);
        const auto to = result.values(shape.variable);
        if (!by_municipality) {
            std::copy(from.begin(), from.end(), to.begin());
            continue;
        }
        expects(axes.size() == 1, "municipality is the only axis of its variables");
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (const auto place = places[i]) to[*place] = from[i];
        }
    }
    return result;
}

Lives spread(Lives lives, const Places& places) {
    for (Life& life : lives) {
        const auto place = places[life.municipality];
        expects(place.has_value(), "who is in the window lives in a municipality of the results");
        life.municipality = static_cast<std::uint32_t>(*place);
    }
    return lives;
}

/// Runs the scenarios of one block and keeps what they need of each other until all are paired.
class BlockRunner {
  public:
    BlockRunner(const Study& study,
                BlockId id,
                Observation observation,
                const std::function<bool()>& stop_requested,
                BurnInUse burn_ins)
        : study_(study),
          id_(id),
          observation_(std::move(observation)),
          stop_requested_(stop_requested),
          burn_ins_(burn_ins),
          draws_(RunKey{study.experiment.seed, id.draw, id.replicate}),
          results_(study.scenarios.size()),
          reasons_(study.scenarios.size()) {}

    BlockRun run() {
        BlockRun done;
        for (const std::vector<std::size_t>& members : members_of_burn_ins()) {
            run_together(members, done);
        }
        if (done.is_stopped) return done;
        const std::vector<std::optional<RunResult>> bases = bases_of_all();
        for (std::size_t i = 0; i < results_.size(); ++i) {
            pair(i, bases);
            finish(i, done);
        }
        return done;
    }

  private:
    /// Lists the scenarios of each burn-in.
    std::vector<std::vector<std::size_t>> members_of_burn_ins() const {
        std::vector<std::vector<std::size_t>> members(
            burn_ins_ == BurnInUse::forked ? study_.services : study_.scenarios.size());
        for (std::size_t i = 0; i < study_.scenarios.size(); ++i) {
            members[burn_ins_ == BurnInUse::forked ? study_.scenarios[i].services : i].push_back(i);
        }
        return members;
    }

    void run_together(const std::vector<std::size_t>& members, BlockRun& done) {
        if (members.empty() || stops(done)) {
            return;
        }
        std::optional<BurnIn> usual;
        guarded(members, [&] {
            usual = counted_burn_in(run_inputs(study_, members.front(), id_.draw), draws_);
        });
        if (!usual) {
            return;
        }
        done.resident_months += usual->resident_months;
        for (const std::size_t i : members) {
            if (stops(done)) return;
            guarded({i}, [&] {
                // The last takes the state itself: a copy of a country is gigabytes.
                State start = i == members.back() ? std::move(usual->state) : usual->state;
                results_[i] = run_window(std::move(start),
                                         run_inputs(study_, i, id_.draw),
                                         draws_,
                                         observation_);
                check_values(results_[i]->outcome);
                done.resident_months += results_[i]->resident_months;
            });
        }
    }

    bool stops(BlockRun& done) const {
        done.is_stopped = done.is_stopped || (stop_requested_ && stop_requested_());
        return done.is_stopped;
    }

    static void check_values(const RunOutcome& outcome) {
        if (const std::optional<Variable> broken = first_invalid(outcome)) {
            throw std::runtime_error(fmt::format("{} is not a finite number", name(*broken)));
        }
    }

    /// Notes the reason of a failure for the scenarios it concerns.
    template <class Work>
    void guarded(const std::vector<std::size_t>& concerned, Work work) {
        try {
            work();
        } catch (const std::bad_alloc&) {
            note_failure(concerned, "there was not enough memory; use fewer threads (-j 1)");
        } catch (const std::exception& failure) {
            note_failure(concerned, failure.what());
        }
    }

    void note_failure(const std::vector<std::size_t>& concerned, const std::string& reason) {
        for (const std::size_t i : concerned) {
            results_[i].reset();
            reasons_[i] = reason;
        }
    }

    /// Copies of the bases as they were before pairing, which changes outcomes.
    std::vector<std::optional<RunResult>> bases_of_all() const {
        std::vector<std::optional<RunResult>> bases(results_.size());
        for (const Scenario& scenario : study_.scenarios) {
            auto& base = bases[scenario.base];
            if (base || !results_[scenario.base]) continue;
            base.emplace();
            base->outcome = results_[scenario.base]->outcome;
            base->people = results_[scenario.base]->people;
        }
        return bases;
    }

    void pair(std::size_t i, const std::vector<std::optional<RunResult>>& bases) {
        const std::size_t base = study_.scenarios[i].base;
        if (!results_[i]) {
            return;
        }
        guarded({i}, [&] {
            if (!bases[base]) {
                throw std::runtime_error(
                    fmt::format("its base \"{}\" failed", study_.scenarios[base].id));
            }
            pair_with_base(*results_[i], *bases[base]);
            check_values(results_[i]->outcome);
        });
    }

    void finish(std::size_t i, BlockRun& done) {
        const Scenario& scenario = study_.scenarios[i];
        done.lives.emplace_back();
        done.labour.emplace_back();
        done.trace.emplace_back();
        if (auto& result = results_[i]) {
            const Places places(*scenario.territory, study_);
            done.block.push_back(spread(result->outcome, places));
            done.lives.back() = spread(std::move(result->lives), places);
            done.labour.back() = std::move(result->labour);
            done.trace.back() = std::move(result->trace);
            return;
        }
        done.block.push_back(RunOutcome::failed(block_shape(study_).sizes));
        done.failed.push_back({scenario.id,
                               id_.draw,
                               id_.replicate,
                               reasons_[i],
                               reproduce_command(study_, scenario)});
    }

    const Study& study_;
    BlockId id_;
    Observation observation_;
    const std::function<bool()>& stop_requested_;
    BurnInUse burn_ins_;
    Draws draws_;
    std::vector<std::optional<RunResult>> results_;
    std::vector<std::string> reasons_;
};

}  // namespace

BlockRun run_block(const Study& study,
                   BlockId id,
                   const Observation& observation,
                   const std::function<bool()>& stop_requested,
                   BurnInUse burn_ins) {
    return BlockRunner(study, id, observation, stop_requested, burn_ins).run();
}

BlockShape block_shape(const Study& study) {
    const auto months = static_cast<std::size_t>(study.horizon.months);
    const auto first = static_cast<std::size_t>(study.horizon.start.month);
    return {study.scenarios.size(),
            {months, calendar_years(first, months), municipalities_of(study).size()}};
}

std::string reproduce_command(const Study& study, const Scenario& scenario) {
    std::string command =
        fmt::format("cantiere run {} --only {} --draws {} --replicates {} --seed {} --months {}",
                    study.path,
                    scenario.id,
                    study.experiment.draws,
                    study.experiment.replicates,
                    study.experiment.seed,
                    study.horizon.months);
    if (study.experiment.hypercube_draws != study.experiment.draws) {
        command +=
            fmt::format(" --set experiment.hypercube_draws={}", study.experiment.hypercube_draws);
    }
    for (const StatedValue& assignment : study.set) {
        const auto& file = assignment.number.place.file;
        if (file && file->path == overrides_path) {
            command += fmt::format(" --set '{}={}'",
                                   assignment.spec->key,
                                   value_text(*assignment.spec, assignment.number.stated_value));
        }
    }
    return command + fmt::format(" -o failed-{}.h5", scenario.id);
}

}  // namespace cantiere
