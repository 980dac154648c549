#pragma once

namespace cantiere {

/// Ties between institutions, what they cost, and how a reorganisation dips first (model.md 5.3, 5.17.7, 6.2).
struct NetworkParameters {
    double usual_tie = 0.1;                 // W0
    double usual_sharing = 0.1;             // s0
    double tie_target = 0.0;                // lever: W* among members; 0 = no programme network
    double sharing_target = 0.0;            // lever: s* among members
    double social_economic_tie = 0.0;       // lever: W* of social service and economic development
    double members = 0.0;                   // lever: members of the table, in the order of InstitutionRole
    double hub = 0.0;                       // lever: 1 = coordination office, ties n-1; 0 = mesh n(n-1)/2
    double cooperative_led = 0.0;           // lever: 1 = the social cooperative is the node
    double tie_growth = 0.10;               // a_W a month
    double tie_decay = 0.03;                // delta_W a month without funding
    double turnover_hazard_per_year = 0.15; // staff turnover event
    double turnover_loss = 0.3;             // W <- (1-.3) W
    double dip_throughput = 0.92;           // service throughput after a hub or table starts
    double dip_months = 12.0;
};

/// Returns W after one month: towards the target when funded, decaying towards the usual level otherwise.
inline double next_tie(const NetworkParameters& p, double tie, double target) {
    if (target > tie) return tie + p.tie_growth * (target - tie);
    const double decayed_tie = tie * (1.0 - p.tie_decay);
    return decayed_tie > p.usual_tie ? decayed_tie : (tie < p.usual_tie ? tie : p.usual_tie);
}

/// Number of ties a network of `members` must keep: hub n-1, mesh n(n-1)/2.
inline double tie_count(double members, bool hub) {
    if (members < 2.0) return 0.0;
    return hub ? members - 1.0 : members * (members - 1.0) / 2.0;
}

}  // namespace cantiere
