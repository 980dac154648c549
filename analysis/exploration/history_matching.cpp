#include "analysis/exploration/history_matching.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/exploration/region.h"
#include "analysis/exploration/wave_emulators.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

/// One matching; each member function is a step of it.
class Matching {
  public:
    Matching(const std::vector<ExploredParameter>& parameters,
             const std::vector<MatchTarget>& targets,
             const MatchSettings& settings,
             const Simulator& simulator)
        : parameters_(parameters),
          names_(names_of(parameters)),
          targets_(targets),
          settings_(settings),
          runs_(parameters, targets, simulator),
          wave_rows_(settings.rows == 0 ? 10 * parameters.size() : settings.rows) {
        const std::size_t usual = targets.size() < 10 ? 1 : 2;
        filter_.targets = targets;
        filter_.rank = std::min(settings.rank == 0 ? usual : settings.rank, targets.size());
        filter_.cutoff = settings.cutoff;
    }

    Match run(const std::function<void(const Wave&)>& on_wave) {
        constexpr std::size_t candidates = 50;
        Rows next = latin_hypercube_rows(names_, wave_rows_, settings_.seed, candidates);
        next.insert(next.begin(), runs_.stated_place());
        for (std::size_t number = 0; number < settings_.waves; ++number) {
            add_wave(next, number);
            if (on_wave) on_wave(match_.waves.back());
            if (region_.points.empty()) {
                match_.end = MatchEnd::empty;
                break;
            }
            if (is_precise()) {
                match_.end = MatchEnd::precise;
                break;
            }
            next = spread_out(region_.points, wave_rows_);
        }
        finish();
        match_.filter = std::move(filter_);
        match_.region = std::move(region_.points);
        return std::move(match_);
    }

  private:
    void add_wave(const Rows& rows, std::size_t number) {
        Wave wave;
        wave.rows = rows.size();
        const std::size_t first = runs_.simulate(rows);
        std::vector<std::size_t> known;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            if (i >= first || filter_.distance(runs_[i].unit) <= 1.0) {
                known.push_back(i);
            }
        }
        if (known.size() < 2 * (names_.size() + 1)) {  // too few to tell a plane from its curvature
            known.resize(runs_.size());
            std::iota(known.begin(), known.end(), std::size_t{0});
        }
        wave.fitted = known.size();
        filter_.waves.push_back(fit(known));
        RegionSettings looking;
        looking.wanted = wave_rows_;
        looking.candidates = settings_.candidates;
        looking.seed = region_seed(number);
        region_ = find_region(
            names_,
            [this](const auto& point) { return filter_.distance(point); },
            looking);
        wave.share = region_.share;
        note_ranges(wave);
        note_targets(wave, first);
        match_.waves.push_back(std::move(wave));
    }

    /// Seeds of the rounds of a search lie apart from those of others.
    std::uint64_t region_seed(std::size_t number) const {
        return settings_.seed + 1000 + 16 * static_cast<std::uint64_t>(number);
    }

    WaveEmulators fit(const std::vector<std::size_t>& known) const {
        Rows points;
        std::vector<std::vector<SimulatedOutput>> outputs;
        for (const std::size_t i : known) {
            points.push_back(runs_[i].unit);
            outputs.push_back(runs_[i].judged.outputs);
        }
        return fit_wave(points, outputs);
    }

    void note_ranges(Wave& wave) const {
        for (std::size_t j = 0; j < names_.size() && !region_.points.empty(); ++j) {
            const auto [low, high] =
                std::minmax_element(region_.points.begin(),
                                    region_.points.end(),
                                    [j](const auto& a, const auto& b) { return a[j] < b[j]; });
            wave.low.push_back(parameters_[j].at((*low)[j]));
            wave.high.push_back(parameters_[j].at((*high)[j]));
        }
    }

    void note_targets(Wave& wave, std::size_t first) const {
        constexpr std::size_t looked_at = 200;
        const Rows points = spread_out(region_.points, looked_at);
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const Emulator& emulator = filter_.waves.back().emulators[t];
            WaveTarget noted;
            noted.emulator_sd = mean_sd(emulator, points);
            noted.noise_sd = std::sqrt(filter_.waves.back().noise[t]);
            noted.validation = emulator.cross_validation();
            noted.least_implausibility = runs_[first].judged.implausibility[t];
            for (std::size_t i = first; i < runs_.size(); ++i) {
                noted.least_implausibility =
                    std::min(noted.least_implausibility, runs_[i].judged.implausibility[t]);
            }
            wave.targets.push_back(noted);
        }
    }

    /// Whether emulators add little to what is unsure anyhow, so that more waves would cut little.
    bool is_precise() const {
        constexpr double little = 0.25;
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const WaveTarget& now = match_.waves.back().targets[t];
            const double else_unsure = total_sd(targets_[t], 0.0, now.noise_sd * now.noise_sd);
            if (now.emulator_sd > little * else_unsure) {
                return false;
            }
        }
        return true;
    }

    void finish() {
        match_.stated = runs_[0].judged;
        match_.best = runs_.best();
        match_.rows = runs_.size();
        match_.acceptance = region_.share;
        if (region_.points.empty()) return;
        take_samples();
        weigh();
        propose();
    }

    void take_samples() {
        RegionSettings looking;
        looking.wanted = settings_.samples;
        looking.candidates = std::max(settings_.candidates, 2 * settings_.samples);
        looking.seed = region_seed(settings_.waves);
        const Region last = find_region(
            names_,
            [this](const auto& point) { return filter_.distance(point); },
            looking);
        if (!last.points.empty()) {
            region_ = last;
            match_.acceptance = last.share;
        }
        region_.points.resize(std::min(region_.points.size(), settings_.samples));
        match_.samples = values_at(parameters_, region_.points);
    }

    /// Gaussian likelihood of the targets under the last emulators: the region is drawn from the
    /// prior, so that these are the weights of the posterior.
    void weigh() {
        std::vector<double> logs;
        means_.assign(targets_.size(), {});
        for (const std::vector<double>& point : region_.points) {
            double log_likelihood = 0.0;
            for (std::size_t t = 0; t < targets_.size(); ++t) {
                const Prediction told = filter_.waves.back().emulators[t].at(point);
                const double sd =
                    total_sd(targets_[t], told.variance, filter_.waves.back().noise[t]);
                const double away = (targets_[t].value - told.mean) / sd;
                log_likelihood -= 0.5 * away * away + std::log(sd);
                means_[t].push_back(told.mean);
            }
            logs.push_back(log_likelihood);
        }
        const double greatest = *std::max_element(logs.begin(), logs.end());
        for (const double value : logs) {
            match_.weights.push_back(std::exp(value - greatest));
        }
        match_.effective_sample_size = normalise(match_.weights);
        for (const std::vector<double>& values : means_) {
            match_.fitted.push_back(weighted_stat(values, match_.weights));
        }
    }

    void propose() {
        std::vector<double> unit(names_.size(), 0.0);
        for (std::size_t i = 0; i < region_.points.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                unit[j] += match_.weights[i] * region_.points[i][j];
            }
        }
        match_.proposed = runs_[runs_.simulate({unit})].judged;
        match_.rows = runs_.size();
    }

    const std::vector<ExploredParameter>& parameters_;
    std::vector<std::string> names_;
    const std::vector<MatchTarget>& targets_;
    const MatchSettings& settings_;
    JudgedRuns runs_;
    std::size_t wave_rows_ = 0;
    WaveFilter filter_;
    Region region_;
    std::vector<std::vector<double>> means_;  // emulated, by target, at the samples
    Match match_;
};

}  // namespace

Match match_history(const std::vector<ExploredParameter>& parameters,
                    const std::vector<MatchTarget>& targets,
                    const MatchSettings& settings,
                    const Simulator& simulator,
                    const std::function<void(const Wave&)>& on_wave) {
    expects(!parameters.empty() && !targets.empty(), "there is something to match");
    return Matching(parameters, targets, settings, simulator).run(on_wave);
}

}  // namespace cantiere
