#pragma once

namespace cantiere {

/// Trust and engagement T (model.md 5.3, 5.6, 6.2).
struct TrustParameters {
    double search_decay_per_month = 0.010;  // a month of failed search out of care
    double waiting_factor = 0.985;          // a month of waiting for a service
    double floor = 0.02;
};

}  // namespace cantiere
