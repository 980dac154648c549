#pragma once
/// Latin hypercube draws of parameters, keyed by name: adding a parameter moves no other.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cantiere {

/// Returns one uniform in (0, 1) for each of `draws` parameter draws: each of `draws` equal strata
/// of (0, 1) holds exactly one. The order of the strata and the place within them are keyed by
/// (seed, name, draws, block), so draws under another number are unrelated; block 0 is the plain
/// run, further blocks of draws are those of sequential stopping.
std::vector<double> latin_hypercube(std::uint64_t seed,
                                    std::string_view name,
                                    std::size_t draws,
                                    std::uint64_t block = 0);

/// The draws of the parameters that a study makes: whole Latin hypercubes, one after another.
struct DrawPlan {
    std::uint64_t seed = 0;
    std::size_t draws = 1;            // a multiple of `hypercube_draws`
    std::size_t hypercube_draws = 1;  // of one hypercube; they are the key of its strata
};

/// Returns one uniform in (0, 1) for each draw of a plan: its hypercubes are the blocks from 0 on,
/// so more of them leave the draws before as they are.
std::vector<double> uniforms_of(const DrawPlan& plan, std::string_view name);

/// Returns one uniform in (0, 1), keyed by (seed, name, index): what designs other than the Latin
/// hypercube are made of.
double keyed_uniform(std::uint64_t seed, std::string_view name, std::uint64_t index);

}  // namespace cantiere
