#pragma once
/// What is kept of one resident's window, for those who look at people rather than at sums.

#include <array>
#include <cstdint>
#include <type_traits>

#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/names.h"
#include "model/state/residents.h"

namespace cantiere {

/// Months after the first eligibility at which employment is looked at.
inline constexpr std::array<int, 6> months_after_eligibility{6, 12, 24, 36, 60, 120};

/// Employment at one of these months.
enum class EmployedThen : std::int8_t { not_observed = -1, no = 0, yes = 1 };

/// Months after the first entry into supported housing at which autonomy is looked at.
inline constexpr int months_to_autonomy = 24;

/// How someone's first stay in supported housing went on.
enum class HousingEnd : std::uint8_t { under_way, dropped, own_home, otherwise };

/// What validation patterns ask of a life, beyond what the results file keeps.
struct LifeFacts {
    std::uint16_t early_successes = 0;         // internships left early for a job
    std::uint16_t coached_jobless_months = 0;  // begun jobless with a job coach
    std::uint16_t coached_hires = 0;           // in them, by an ordinary employer
    std::uint16_t unsafe_care_months = 0;      // begun with an open file and too little safety
    std::uint16_t safety_reached = 0;          // of them ended in safety
    Month housing_month = no_month;            // first start of supported housing
    Month housing_end_month = no_month;
    HousingEnd housing_end = HousingEnd::under_way;
    // With a job in a home of their own so many months after the entry, however the stay ended.
    EmployedThen autonomous_then = EmployedThen::not_observed;
    Month loan_month = no_month;      // first guaranteed loan
    Month called_month = no_month;    // its guarantee was called
    double public_eur_jobless = 0.0;  // net public cost of months out of work, undiscounted
    double public_eur_coop = 0.0;     // of months in a type-B cooperative
};

/// One resident of the window; months are those of the window, no_month for never. Plain bytes: it
/// is kept in the log of a run as it is.
struct Life {
    EntityKey key;
    GroupMask groups = 0;
    Sex sex = Sex::female;
    std::uint8_t age_years = 0;      // completed, at the first month present in the window
    std::uint32_t municipality = 0;  // its place in the territory
    float frailty = 0.0F;
    float travel_minutes = 0.0F;           // from home to the territory's largest municipality
    float workplace_minutes = 0.0F;        // to the first place of a start or hire, NaN without one
    Month first_present_month = no_month;  // first eligibility, whatever the scenario's target
    Month last_present_month = no_month;
    Month first_referral_month = no_month;
    Month first_start_month = no_month;
    Month first_hire_month = no_month;
    Month release_month = no_month;    // first release
    Month reoffence_month = no_month;  // first return to prison after it
    Month exit_month = no_month;       // first exit
    Month relapse_month = no_month;    // after it
    std::array<std::uint16_t, count_of<WorkState>> months_in_work_state{};
    std::uint16_t starts = 0;
    std::uint16_t completions = 0;  // of internships, as the drop-outs
    std::uint16_t dropouts = 0;
    std::uint16_t host_hires = 0;
    std::uint16_t hires = 0;
    std::uint16_t separations = 0;
    std::uint16_t excluded_months = 0;
    std::uint8_t stable_exit = 0;  // 1 when the first exit was stable
    std::uint32_t treated = 0;     // bit mask of Instrument
    std::array<EmployedThen, months_after_eligibility.size()> employed_at{};
    std::array<double, count_of<Payer>> cost_eur{};  // discounted, marginal
    double autonomy_years = 0.0;                     // discounted
    LifeFacts facts;
};
static_assert(std::is_trivially_copyable_v<Life>);

/// Returns the bit of `instrument` in Life::treated.
constexpr std::uint32_t treated_bit(Instrument instrument) {
    return std::uint32_t{1} << static_cast<unsigned>(instrument);
}

/// The labour market of one month, as counted at its end.
struct LabourMonth {
    double seeking = 0.0;    // residents
    double employed = 0.0;   // residents
    double vacancies = 0.0;  // opened in the month
    double employers = 0.0;
    double ties = 0.0;          // pairs of residents who know each other, neither in prison
    double ties_at_work = 0.0;  // of them both employed
    double ties_divided = 0.0;  // of them one employed
};

}  // namespace cantiere
