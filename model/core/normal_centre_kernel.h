#pragma once
/// Normal quantiles near the centre, N at a time: what the unit of each instruction set compiles at
/// its own width, and the kernels there are. Plain types only, no inline functions but those
/// forced, so that no two sets share a symbol.

#include <cstddef>
#include <cstring>

namespace cantiere::detail {

/// Fills `to[i]` with the quantile of `u[i]`, right within .425 of 1/2; each operation is that of
/// double, in the order of the formula.
using CentreFill = void (*)(double* to, const double* u, std::size_t count);

extern const CentreFill fill_centre_portable;
extern const CentreFill fill_centre_avx2;
extern const CentreFill fill_centre_avx512;

// Coefficients of AS 241 (Wichura 1988), constant term first; not inline, so that a unit of other
// instructions has its own.
inline constexpr int terms_of_centre = 8;
// NOLINTBEGIN(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays): std::array has functions
constexpr double centre_top[terms_of_centre] = {3.3871328727963666080e0,
                                                1.3314166789178437745e2,
                                                1.9715909503065514427e3,
                                                1.3731693765509461125e4,
                                                4.5921953931549871457e4,
                                                6.7265770927008700853e4,
                                                3.3430575583588128105e4,
                                                2.5090809287301226727e3};
constexpr double centre_bottom[terms_of_centre] = {1.0,
                                                   4.2313330701600911252e1,
                                                   6.8718700749205790830e2,
                                                   5.3941960214247511077e3,
                                                   2.1213794301586595867e4,
                                                   3.9307895800092710610e4,
                                                   2.8729085735721942674e4,
                                                   5.2264952788528545610e3};

/// Evaluates a polynomial of one number, or of several side by side.
template <class Real>
[[gnu::always_inline]] inline Real centre_polynomial(const double (&terms)[terms_of_centre],
                                                     Real x) {
    Real sum{};
    for (int i = terms_of_centre; i-- > 0;) sum = sum * x + terms[i];
    return sum;
}
// NOLINTEND(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays)

/// Returns the normal quantile of 1/2 + `centred`.
template <class Real>
[[gnu::always_inline]] inline Real central_quantile(Real centred) {
    const Real rest = 0.180625 - centred * centred;
    return centred * centre_polynomial(centre_top, rest) / centre_polynomial(centre_bottom, rest);
}

/// The compiler's vector of N doubles.
template <int N>
struct DoubleVector {
    using Doubles [[gnu::vector_size(N * sizeof(double))]] = double;
};

/// Fills `count` <= N neighbouring places.
template <int N>
[[gnu::always_inline]] inline void fill_lanes_of_centre(double* to,
                                                        const double* u,
                                                        std::size_t count) {
    using Doubles = typename DoubleVector<N>::Doubles;
    Doubles chances{};
    std::memcpy(&chances, u, count * sizeof(double));
    const Doubles quantiles = central_quantile(chances - 0.5);
    std::memcpy(to, &quantiles, count * sizeof(double));
}

template <int N>
[[gnu::always_inline]] inline void fill_centre(double* to, const double* u, std::size_t count) {
    std::size_t at = 0;
    for (; at + N <= count; at += N) fill_lanes_of_centre<N>(to + at, u + at, N);
    if (at < count) fill_lanes_of_centre<N>(to + at, u + at, count - at);
}

}  // namespace cantiere::detail
