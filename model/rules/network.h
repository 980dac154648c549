#pragma once

#include <algorithm>

namespace cantiere {

/// Ties between institutions, what they cost, and how a reorganisation dips first
/// (model.md 5.3, 5.17.7, 6.2).
struct NetworkParameters {
    double usual_tie = 0.1;            // W0
    double usual_sharing = 0.1;        // s0
    double tie_target = 0.0;           // lever: W* among members; 0 = no programme network
    double sharing_target = 0.0;       // lever: s* among members
    double social_economic_tie = 0.0;  // lever: W* of social service and economic development
    double members = 0.0;          // lever: members of the table, in the order of InstitutionRole
    double hub = 0.0;              // lever: 1 = coordination office, ties n-1; 0 = mesh n(n-1)/2
    double cooperative_led = 0.0;  // lever: 1 = the social cooperative is the node
    double tie_growth = 0.10;      // a_W a month
    double tie_decay = 0.03;       // delta_W a month without funding
    double turnover_hazard_per_year = 0.15;  // staff turnover event
    double turnover_loss = 0.3;              // W <- (1-.3) W
    double dip_throughput = 0.92;            // service throughput after a hub or table starts
    double dip_months = 12.0;
};

/// Returns W (or s) after one month: towards the target while one is funded, otherwise decaying to
/// `usual`, the level that the institutions keep up by themselves.
inline double next_tie(const NetworkParameters& p, double tie, double target, double usual) {
    if (target > usual) return tie + p.tie_growth * (target - tie);
    return tie > usual ? std::max(usual, tie * (1.0 - p.tie_decay)) : tie;
}

/// Returns W (or s) after a turnover of staff: the part above the usual level loses its share.
inline double after_turnover(const NetworkParameters& p, double tie, double usual) {
    return tie > usual ? usual + (1.0 - p.turnover_loss) * (tie - usual) : tie;
}

/// Tells whether the programme sets up a table or a hub, which reorganises the services.
inline bool has_table(const NetworkParameters& p) {
    return p.members >= 2.0 && (p.tie_target > 0.0 || p.hub > 0.5);
}

/// Share of the usual service capacity that works while a table or hub is new (model.md 6.2).
inline double service_throughput(const NetworkParameters& p, bool runs, int months_of_network) {
    return runs && has_table(p) && months_of_network < p.dip_months ? p.dip_throughput : 1.0;
}

/// Number of ties a network of `members` must keep: hub n-1, mesh n(n-1)/2.
inline double tie_count(double members, bool hub) {
    if (members < 2.0) return 0.0;
    return hub ? members - 1.0 : members * (members - 1.0) / 2.0;
}

}  // namespace cantiere
