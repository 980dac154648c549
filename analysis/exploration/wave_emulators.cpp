#include "analysis/exploration/wave_emulators.h"

#include <cmath>
#include <utility>

namespace cantiere {

WaveEmulators fit_wave(const Rows& points,
                       const std::vector<std::vector<SimulatedOutput>>& outputs) {
    WaveEmulators wave;
    for (std::size_t t = 0; t < outputs.front().size(); ++t) {
        std::vector<double> values;
        double noise = 0.0;
        for (const std::vector<SimulatedOutput>& row : outputs) {
            values.push_back(row[t].mean);
            noise += row[t].variance;
        }
        wave.noise.push_back(noise / static_cast<double>(points.size()));
        wave.emulators.push_back(
            Emulator::fitted(points, values, noise > 0.0 ? Noise::estimated : Noise::none));
    }
    return wave;
}

double implausibility_at(const WaveEmulators& wave,
                         const std::vector<MatchTarget>& targets,
                         const std::vector<double>& point,
                         std::size_t rank) {
    std::vector<double> all;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        all.push_back(implausibility(targets[t], wave.emulators[t].at(point), wave.noise[t]));
    }
    return ranked(std::move(all), rank);
}

double WaveFilter::distance(const std::vector<double>& point) const {
    double farthest = 0.0;
    for (auto wave = waves.rbegin(); wave != waves.rend() && farthest <= 1.0; ++wave) {
        const double found = implausibility_at(*wave, targets, point, rank);
        farthest = std::max(farthest, found / cutoff);
    }
    return farthest;
}

double mean_sd(const Emulator& emulator, const Rows& points) {
    double sum = 0.0;
    for (const std::vector<double>& point : points) {
        sum += std::sqrt(emulator.at(point).variance);
    }
    return points.empty() ? no_value : sum / static_cast<double>(points.size());
}

}  // namespace cantiere
