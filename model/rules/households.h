#pragma once

namespace cantiere {

/// Households: a partner's income, small children and who minds them (model.md 3.1, 5.14, 5.5 row
/// 18).
struct HouseholdParameters {
    double partner_share = 0.35;           // live with a partner; survivors of violence do not
    double pair_share = 0.1;               // of partners: residents in need themselves
    double partner_employed_share = 0.45;  // of the other partners
    double partner_income_eur_month = 1200.0;
    double pension_eur_month = 538.69;  // of a partner past working age
    double further_adult_scale = 0.5;   // added to the scale of the poverty line
    double parting_hazard_per_month = 0.0;
    double mother_keeps_share = 0.85;   // of couples that part: minors stay with their mother
    double small_children_share = 0.4;  // of households with minors
    double childcare_barrier = 0.6;     // search multiplier while nobody minds small children
};

/// Who shares the household as an adult: nobody, somebody outside the agents, or another resident.
/// Someone retired lives on the old-age allowance, outside the agents.
enum class Partner : unsigned char { none, outside, resident, retired };

/// Chance that the minors of an outside partner's couple stay with the resident when it parts.
inline double keeps_minors(const HouseholdParameters& p, bool is_mother) {
    return is_mother ? p.mother_keeps_share : 1.0 - p.mother_keeps_share;
}

/// Tells whether small children keep the parent from searching: no childcare, and no partner who is
/// at home by day.
inline bool is_held_back(bool small_children, bool childcare, bool partner_at_home) {
    return small_children && !childcare && !partner_at_home;
}

}  // namespace cantiere
