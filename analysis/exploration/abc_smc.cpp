#include "analysis/exploration/abc_smc.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "analysis/exploration/particles.h"
#include "model/core/contracts.h"
#include "model/core/quantiles.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

double quantile_of(std::vector<double> values, double share) {
    const auto last = static_cast<double>(values.size() - 1);
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::floor(share * last + 0.5));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

/// Median absolute deviation, as the standard deviation of a normal with it.
double spread_of(const std::vector<double>& values) {
    constexpr double as_sd = 1.482602218505602;
    const double middle = quantile_of(values, 0.5);
    std::vector<double> away;
    for (const double value : values) away.push_back(std::abs(value - middle));
    return as_sd * quantile_of(std::move(away), 0.5);
}

/// One sampling; each member function is a step of it.
class Sampling {
  public:
    Sampling(const std::vector<ExploredParameter>& parameters,
             const std::vector<MatchTarget>& targets,
             const AbcSettings& settings,
             const Simulator& simulator,
             const Match* before)
        : parameters_(parameters),
          names_(names_of(parameters)),
          targets_(targets),
          settings_(settings),
          before_(before),
          runs_(parameters, targets, simulator) {
        if (before != nullptr) match_.waves = before->waves;
    }

    Match run(const std::function<void(const Generation&)>& on_generation) {
        runs_.simulate({runs_.stated_place()});
        draw_from_prior();
        match_.end = MatchEnd::generations_done;
        while (true) {
            if (on_generation) on_generation(match_.generations.back());
            if (match_.generations.size() >= settings_.generations) break;
            if (const auto end = reason_to_end()) {
                match_.end = *end;
                break;
            }
            if (!advance()) break;
        }
        finish();
        return std::move(match_);
    }

  private:
    /// What an output is told as: with the error that its target has. The draw is that of the run.
    double told(std::size_t run, std::size_t t) const {
        const double error = std::hypot(targets_[t].standard_error, targets_[t].discrepancy);
        const double u = keyed_uniform(settings_.seed, fmt::format("abc error\n{}", t), run);
        return runs_[run].judged.outputs[t].mean + error * normal_quantile(u);
    }

    Particle particle(std::size_t run, Eigen::VectorXd scores) const {
        Particle made;
        made.scores = std::move(scores);
        made.offsets.resize(static_cast<Eigen::Index>(targets_.size()));
        made.run = run;
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            made.offsets[static_cast<Eigen::Index>(t)] =
                (told(run, t) - targets_[t].value) / scales_[t];
        }
        made.distance =
            std::sqrt(made.offsets.squaredNorm() / static_cast<double>(targets_.size()));
        return made;
    }

    /// The first generation: the prior, or what the waves before leave of it; all are kept.
    void draw_from_prior() {
        Rows places;
        if (before_ == nullptr || before_->region.empty()) {
            places = latin_hypercube_rows(names_, settings_.particles, settings_.seed);
        } else {
            const auto left = static_cast<double>(before_->region.size());
            for (std::size_t i = 0; i < settings_.particles; ++i) {
                const double u = keyed_uniform(settings_.seed, "abc region", i);
                places.push_back(before_->region[static_cast<std::size_t>(u * left)]);
            }
        }
        const std::size_t first = runs_.simulate(places);
        set_scales(first);
        for (std::size_t i = 0; i < places.size(); ++i) {
            population_.particles.push_back(particle(first + i, scores_of(places[i])));
        }
        population_.weights.assign(places.size(), 1.0);
        population_.effective_sample_size = normalise(population_.weights);
        note_generation(places.size(), no_value);
    }

    /// Each target counts in spreads of what the first generation says of it.
    void set_scales(std::size_t first) {
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            std::vector<double> values;
            for (std::size_t i = first; i < runs_.size(); ++i) values.push_back(told(i, t));
            const double spread = spread_of(values);
            const double error = std::hypot(targets_[t].standard_error, targets_[t].discrepancy);
            scales_.push_back(spread > 0.0 ? spread : error);
        }
    }

    double acceptance_expected() const {
        return settings_.quantile * match_.generations.back().acceptance();
    }

    /// Whether what is kept comes as near as the targets are known: the regression does the rest.
    bool is_precise() const {
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const double error = std::hypot(targets_[t].standard_error, targets_[t].discrepancy);
            least = std::min(least, error / scales_[t]);
        }
        return match_.generations.back().tolerance <= least;
    }

    std::optional<MatchEnd> reason_to_end() const {
        if (is_precise()) return MatchEnd::precise;
        if (acceptance_expected() < settings_.least_acceptance) return MatchEnd::rarely_accepted;
        const double expected = static_cast<double>(settings_.particles) / acceptance_expected();
        const bool is_over = settings_.rows > 0 && static_cast<double>(runs_.size()) + expected >
                                                       static_cast<double>(settings_.rows);
        return is_over ? std::optional(MatchEnd::rows_done) : std::nullopt;
    }

    /// The next block of places to run: moves of the population that the waves before do not rule
    /// out; fewer than asked for where almost all are.
    std::vector<Eigen::VectorXd> proposals(const Kernel& kernel, std::size_t n) {
        constexpr std::size_t tries = 1000;
        std::vector<Eigen::VectorXd> found;
        for (std::size_t tried = 0; found.size() < n && tried < tries * n; ++tried, ++moves_) {
            Eigen::VectorXd normals(static_cast<Eigen::Index>(names_.size()));
            for (std::size_t j = 0; j < names_.size(); ++j) {
                normals[static_cast<Eigen::Index>(j)] = normal_quantile(
                    keyed_uniform(settings_.seed, "abc step\n" + names_[j], moves_));
            }
            Eigen::VectorXd scores =
                kernel.move(keyed_uniform(settings_.seed, "abc parent", moves_), normals);
            const bool ruled_out =
                before_ != nullptr && before_->filter.distance(unit_of(scores)) > 1.0;
            if (!ruled_out) found.push_back(std::move(scores));
        }
        return found;
    }

    /// Runs one block and keeps what comes within the tolerance; returns how many were run.
    std::size_t run_block(const Kernel& kernel, double tolerance, Population& next) {
        std::vector<Eigen::VectorXd> moved = proposals(kernel, settings_.particles);
        Rows places;
        for (const Eigen::VectorXd& scores : moved) places.push_back(unit_of(scores));
        if (places.empty()) return 0;
        const std::size_t first = runs_.simulate(places);
        for (std::size_t i = 0; i < moved.size(); ++i) {
            Particle made = particle(first + i, std::move(moved[i]));
            if (made.distance > tolerance) continue;
            next.weights.push_back(kernel.weight(made.scores));
            next.particles.push_back(std::move(made));
        }
        return places.size();
    }

    /// Whether a generation has come to enough points that count for enough.
    bool is_enough(const Population& next, std::size_t rows) const {
        if (next.particles.size() < settings_.particles) return false;
        const bool is_long =
            next.particles.size() >= 3 * settings_.particles || rows >= rows_at_most();
        std::vector<double> weights = next.weights;
        const double half = 0.5 * static_cast<double>(settings_.particles);
        return is_long || normalise(weights) >= half;
    }

    std::size_t rows_at_most() const {
        return static_cast<std::size_t>(
            std::ceil(static_cast<double>(settings_.particles) / settings_.least_acceptance));
    }

    /// Makes the next generation; where too few are kept the last one stays.
    bool advance() {
        std::vector<double> distances;
        for (const Particle& one : population_.particles) distances.push_back(one.distance);
        const double tolerance = quantile_of(std::move(distances), settings_.quantile);
        const Kernel kernel(population_);
        Population next;
        std::size_t rows = 0;
        while (!is_enough(next, rows)) {
            const bool is_over = settings_.rows > 0 && runs_.size() >= settings_.rows;
            const std::size_t added =
                is_over || rows >= rows_at_most() ? 0 : run_block(kernel, tolerance, next);
            if (added == 0) {
                match_.end = is_over ? MatchEnd::rows_done : MatchEnd::rarely_accepted;
                return false;
            }
            rows += added;
        }
        next.effective_sample_size = normalise(next.weights);
        population_ = std::move(next);
        note_generation(rows, tolerance);
        return true;
    }

    void note_generation(std::size_t rows, double tolerance) {
        Generation noted{rows,
                         population_.particles.size(),
                         tolerance,
                         population_.effective_sample_size,
                         {},
                         {}};
        for (std::size_t j = 0; j < names_.size(); ++j) {
            std::vector<double> values;
            for (const Particle& one : population_.particles) {
                values.push_back(runs_[one.run].judged.values[j]);
            }
            const auto [low, high] = std::ranges::minmax(values);
            noted.low.push_back(low);
            noted.high.push_back(high);
        }
        match_.generations.push_back(std::move(noted));
    }

    /// The place whose values are the means of the sample.
    std::vector<double> place_of_mean(const std::vector<double>& weights) const {
        std::vector<double> place;
        for (std::size_t p = 0; p < parameters_.size(); ++p) {
            double mean = 0.0;
            for (std::size_t i = 0; i < weights.size(); ++i)
                mean += weights[i] * match_.samples[i][p];
            place.push_back(parameters_[p].place_of(mean));
        }
        return place;
    }

    void finish() {
        match_.stated = runs_[0].judged;
        match_.best = runs_.best();
        match_.acceptance = match_.generations.back().acceptance();
        const Population posterior = adjusted(population_);
        match_.effective_sample_size = posterior.effective_sample_size;
        match_.weights = posterior.weights;
        Rows places;
        for (const Particle& one : posterior.particles) places.push_back(unit_of(one.scores));
        match_.samples = values_at(parameters_, places);
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            std::vector<double> values;
            for (const Particle& one : posterior.particles) {
                values.push_back(runs_[one.run].judged.outputs[t].mean);
            }
            match_.fitted.push_back(weighted_stat(values, posterior.weights));
        }
        match_.proposed = runs_[runs_.simulate({place_of_mean(posterior.weights)})].judged;
        match_.rows = runs_.size() + (before_ == nullptr ? 0 : before_->rows);
    }

    const std::vector<ExploredParameter>& parameters_;
    std::vector<std::string> names_;
    const std::vector<MatchTarget>& targets_;
    const AbcSettings& settings_;
    const Match* before_;
    JudgedRuns runs_;
    std::vector<double> scales_;  // by target
    Population population_;
    std::uint64_t moves_ = 0;  // of all generations
    Match match_;
};

}  // namespace

Match sample_posterior(const std::vector<ExploredParameter>& parameters,
                       const std::vector<MatchTarget>& targets,
                       const AbcSettings& settings,
                       const Simulator& simulator,
                       const Match* before,
                       const std::function<void(const Generation&)>& on_generation) {
    expects(!parameters.empty() && !targets.empty(), "there is something to match");
    expects(settings.particles >= 2, "a population has a spread");
    return Sampling(parameters, targets, settings, simulator, before).run(on_generation);
}

}  // namespace cantiere
