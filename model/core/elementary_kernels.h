#pragma once
/// Polynomials behind exp and log, on the reduced range.

#include "model/core/real_format.h"

namespace cantiere::detail {

/// Computes e^r - 1 for |r| <= ln2/2 (Cephes expf, Moshier 1992).
template <class F>
[[gnu::always_inline]] constexpr F expm1_kernel(F r, SinglePrecision) {
    F sum = F(1.9875691500e-4f);
    sum = sum * r + F(1.3981999507e-3f);
    sum = sum * r + F(8.3334519073e-3f);
    sum = sum * r + F(4.1665795894e-2f);
    sum = sum * r + F(1.6666665459e-1f);
    sum = sum * r + F(5.0000001201e-1f);
    return sum * (r * r) + r;
}

/// Computes e^r - 1 for |r| <= ln2/2 as 2p / (q - p) (Cephes exp, Moshier 1992).
[[gnu::always_inline]] constexpr double expm1_kernel(double r, DoublePrecision) {
    const double z = r * r;
    double p = 1.26177193074810590878e-4;
    p = p * z + 3.02994407707441961300e-2;
    p = (p * z + 9.99999999999999999910e-1) * r;
    double q = 3.00198505138664455042e-6;
    q = q * z + 2.52448340349684104192e-3;
    q = q * z + 2.27265548208155028766e-1;
    q = q * z + 2.0;
    return 2.0 * (p / (q - p));
}

/// Computes log(1 + f) + n ln2 for 1 + f in [sqrt(1/2), sqrt(2)) (Cephes logf, Moshier 1992).
template <class F>
[[gnu::always_inline]] constexpr F log_kernel(F f, F n, SinglePrecision) {
    const F square = f * f;
    F sum = F(7.0376836292e-2f);
    sum = sum * f + F(-1.1514610310e-1f);
    sum = sum * f + F(1.1676998740e-1f);
    sum = sum * f + F(-1.2420140846e-1f);
    sum = sum * f + F(1.4249322787e-1f);
    sum = sum * f + F(-1.6668057665e-1f);
    sum = sum * f + F(2.0000714765e-1f);
    sum = sum * f + F(-2.4999993993e-1f);
    sum = sum * f + F(3.3333331174e-1f);
    const F low = f * square * sum + n * F(SinglePrecision::ln2_low);
    return (f + (low - F(0.5f) * square)) + n * F(SinglePrecision::ln2_high);
}

/// Computes log(1 + f) + n ln2 for 1 + f in [sqrt(1/2), sqrt(2)) (fdlibm e_log, Sun 1993).
[[gnu::always_inline]] constexpr double log_kernel(double f, double n, DoublePrecision) {
    constexpr double ln2_high = 6.93147180369123816490e-1;
    constexpr double ln2_low = 1.90821492927058770002e-10;
    const double s = f / (2.0 + f);
    const double z = s * s;
    double sum = 1.479819860511658591e-1;
    sum = sum * z + 1.531383769920937332e-1;
    sum = sum * z + 1.818357216161805012e-1;
    sum = sum * z + 2.222219843214978396e-1;
    sum = sum * z + 2.857142874366239149e-1;
    sum = sum * z + 3.999999999940941908e-1;
    sum = sum * z + 6.666666666666735130e-1;
    const double half_square = 0.5 * f * f;
    const double low = s * (half_square + sum * z) + n * ln2_low;
    return n * ln2_high - ((half_square - low) - f);
}

}  // namespace cantiere::detail
