#include "analysis/exploration/design.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <limits>
#include <numeric>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/core/contracts.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

Rows plain_hypercube(const std::vector<std::string>& names,
                     std::size_t n,
                     std::uint64_t seed,
                     std::uint64_t block) {
    Rows rows(n, std::vector<double>(names.size()));
    for (std::size_t j = 0; j < names.size(); ++j) {
        const std::vector<double> column = latin_hypercube(seed, names[j], n, block);
        for (std::size_t i = 0; i < n; ++i) {
            rows[i][j] = column[i];
        }
    }
    return rows;
}

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
    return std::transform_reduce(a.begin(),
                                 a.end(),
                                 b.begin(),
                                 0.0,
                                 std::plus<>(),
                                 [](double x, double y) { return (x - y) * (x - y); });
}

double least_distance(const Rows& rows) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            least = std::min(least, squared_distance(rows[i], rows[k]));
        }
    }
    return least;
}

/// The columns in the order in which a trajectory changes them.
std::vector<std::size_t> order_of_steps(const std::vector<std::string>& names,
                                        std::size_t trajectory,
                                        std::uint64_t seed) {
    std::vector<std::pair<double, std::size_t>> tickets;
    for (std::size_t j = 0; j < names.size(); ++j) {
        tickets.emplace_back(keyed_uniform(seed, names[j] + "\norder", trajectory), j);
    }
    std::sort(tickets.begin(), tickets.end());
    std::vector<std::size_t> order;
    for (const auto& [ticket, column] : tickets) {
        order.push_back(column);
    }
    return order;
}

void add_trajectory(Rows& rows,
                    const std::vector<std::string>& names,
                    std::size_t trajectory,
                    std::uint64_t seed,
                    std::size_t levels) {
    const double step = morris_step(levels);
    const std::size_t starts = levels / 2;
    std::vector<double> row(names.size());
    std::vector<double> steps(names.size());
    for (std::size_t j = 0; j < names.size(); ++j) {
        const double u = keyed_uniform(seed, names[j] + "\nstart", trajectory);
        const auto level = static_cast<std::size_t>(u * static_cast<double>(starts));
        const bool up = keyed_uniform(seed, names[j] + "\nway", trajectory) < 0.5;
        const double low = static_cast<double>(level) / static_cast<double>(levels - 1);
        row[j] = up ? low : low + step;
        steps[j] = up ? step : -step;
    }
    rows.push_back(row);
    for (const std::size_t j : order_of_steps(names, trajectory, seed)) {
        row[j] += steps[j];
        rows.push_back(row);
    }
}

/// Flips each binary digit by a coin of the digits before it, so that strata stay strata.
double owen_scrambled(double u, std::uint64_t seed, const std::string& column) {
    constexpr int digits = 32;
    auto bits = static_cast<std::uint64_t>(u * 0x1p32);
    std::uint64_t result = 0;
    for (int digit = 0; digit < digits; ++digit) {
        const std::uint64_t before = digit == 0 ? 0 : bits >> (digits - digit);
        const std::uint64_t node = (std::uint64_t{1} << digit) | before;
        const std::uint64_t own = (bits >> (digits - 1 - digit)) & 1U;
        const std::uint64_t flip = keyed_uniform(seed, column, node) < 0.5 ? 1U : 0U;
        result = (result << 1U) | (own ^ flip);
    }
    const double within = keyed_uniform(seed, column + "\nwithin", bits);
    return (static_cast<double>(result) + within) * 0x1p-32;
}

/// A name as a cell: between quotes where it holds what separates cells.
std::string csv_cell(const std::string& name) {
    if (name.find_first_of(",\"\n") == std::string::npos) {
        return name;
    }
    std::string doubled = name;
    for (std::size_t at = 0; (at = doubled.find('"', at)) != std::string::npos; at += 2) {
        doubled.insert(at, 1, '"');
    }
    return fmt::format("\"{}\"", doubled);
}

}  // namespace

Rows latin_hypercube_rows(const std::vector<std::string>& names,
                          std::size_t n,
                          std::uint64_t seed,
                          std::size_t candidates) {
    Rows best = plain_hypercube(names, n, seed, 0);
    double greatest = candidates > 1 ? least_distance(best) : 0.0;
    for (std::size_t block = 1; block < candidates; ++block) {
        Rows rows = plain_hypercube(names, n, seed, block);
        const double distance = least_distance(rows);
        if (distance > greatest) {
            greatest = distance;
            best = std::move(rows);
        }
    }
    return best;
}

double morris_step(std::size_t levels) {
    expects(levels >= 2 && levels % 2 == 0, "Morris takes an even number of levels");
    return static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
}

Rows morris_rows(const std::vector<std::string>& names,
                 std::size_t trajectories,
                 std::uint64_t seed,
                 std::size_t levels) {
    Rows rows;
    for (std::size_t t = 0; t < trajectories; ++t) {
        add_trajectory(rows, names, t, seed, levels);
    }
    return rows;
}

Rows sobol_rows(std::size_t dimensions, std::size_t n, std::optional<std::uint64_t> scramble) {
    boost::random::sobol sequence(dimensions);  // begins behind the origin
    Rows rows(n, std::vector<double>(dimensions, 0.0));
    for (std::size_t i = 1; i < n; ++i) {
        for (double& value : rows[i]) {
            value = static_cast<double>(sequence()) * 0x1p-64;
        }
    }
    for (std::size_t i = 0; scramble && i < n; ++i) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            rows[i][j] = owen_scrambled(rows[i][j], *scramble, fmt::format("sobol\n{}", j));
        }
    }
    return rows;
}

Rows saltelli_rows(std::size_t dimensions,
                   std::size_t n,
                   SecondOrder second_order,
                   std::optional<std::uint64_t> scramble) {
    Rows rows;
    for (const std::vector<double>& point : sobol_rows(2 * dimensions, n, scramble)) {
        const auto middle = point.begin() + static_cast<std::ptrdiff_t>(dimensions);
        const std::vector<double> a(point.begin(), middle);
        const std::vector<double> b(middle, point.end());
        rows.push_back(a);
        for (std::size_t j = 0; j < dimensions; ++j) {
            rows.push_back(a);
            rows.back()[j] = b[j];
        }
        for (std::size_t j = 0; second_order == SecondOrder::yes && j < dimensions; ++j) {
            rows.push_back(b);
            rows.back()[j] = a[j];
        }
        rows.push_back(b);
    }
    return rows;
}

Rows values_at(const std::vector<ExploredParameter>& parameters, const Rows& unit_rows) {
    Rows rows = unit_rows;
    for (std::vector<double>& row : rows) {
        for (std::size_t j = 0; j < parameters.size(); ++j) {
            row[j] = parameters[j].at(row[j]);
        }
    }
    return rows;
}

std::string csv_text(const std::vector<std::string>& names, const Rows& rows) {
    std::vector<std::string> cells;
    for (const std::string& name : names) {
        cells.push_back(csv_cell(name));
    }
    std::string text = fmt::format("{}\n", fmt::join(cells, ","));
    for (const std::vector<double>& row : rows) {
        text += fmt::format("{}\n", fmt::join(row, ","));
    }
    return text;
}

}  // namespace cantiere
