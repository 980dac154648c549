#include "model/month/drift.h"

#include <array>
#include <span>

#include "model/core/lane_functions.h"
#include "model/core/rare_draws_among.h"
#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

constexpr std::size_t width = Row4::width;

/// What a month in one work state does to the capitals.
struct MonthlyRates {
    float professional_growth = 0.0f;
    float professional_decay = 0.0f;
    float relational_growth = 0.0f;
    float relational_decay = 0.0f;
    float health_gain = 0.0f;
};

using RateTable = EnumArray<WorkState, MonthlyRates>;

/// Growth of an internship that the programme pays: what it promises, as far as it is delivered so.
MonthlyRates programme_rates(const MonthlyRates& internship,
                             const CapitalParameters& p,
                             double fidelity) {
    MonthlyRates rates = internship;
    if (p.internship_growth <= 0.5) return rates;
    rates.professional_growth = static_cast<float>(p.internship_professional_growth * fidelity);
    rates.relational_growth = static_cast<float>(p.internship_relational_growth * fidelity);
    return rates;
}

RateTable rates_by_work(const CapitalParameters& p) {
    RateTable table;
    for (const WorkState state : members<WorkState>()) {
        MonthlyRates& row = table[state];
        if (is_employed(state)) {
            row.professional_growth = static_cast<float>(p.job_professional_growth);
            row.relational_growth = static_cast<float>(p.job_relational_growth);
            row.health_gain = static_cast<float>(p.health_work_gain);
        } else if (state == WorkState::internship && p.internship_growth > 0.5) {
            row.professional_growth = static_cast<float>(p.internship_professional_growth);
            row.relational_growth = static_cast<float>(p.internship_relational_growth);
        } else {
            row.professional_decay = static_cast<float>(p.professional_decay);
            row.relational_decay = static_cast<float>(p.relational_decay);
        }
    }
    return table;
}

/// The residents present among the rows of a block, in order.
struct BlockPresent {
    std::array<ResidentId, rows_per_block> rows{};
    std::array<EntityKey, rows_per_block> keys{};
    std::size_t count = 0;

    BlockPresent(const People& people, std::size_t begin, std::size_t end) {
        for (const ResidentId who : cantiere::rows<ResidentId>(begin, end)) {
            rows[count] = who;
            keys[count] = people.key[who];
            if (people.presence[who] == Presence::present) ++count;
        }
    }
};

using BlockValues = std::array<float, rows_per_block>;

/// Coefficients of the rows of a block; all zero for those not present, who stay as they are.
struct BlockRates {
    BlockValues professional_growth{}, professional_decay{}, relational_growth{},
        relational_decay{};
    BlockValues health_reversion{}, health_change{};

    void set(std::size_t row, const MonthlyRates& rates, float reversion, float noise) {
        professional_growth[row] = rates.professional_growth;
        professional_decay[row] = rates.professional_decay;
        relational_growth[row] = rates.relational_growth;
        relational_decay[row] = rates.relational_decay;
        health_reversion[row] = reversion;
        health_change[row] = rates.health_gain + noise;
    }
};

/// Change of health by chance of each of those present; each has their own draw.
using BlockNoise = std::array<double, rows_per_block>;

BlockNoise health_noise(const BlockPresent& here, double sd, const Draws& draws, Month month) {
    BlockNoise noise{};
    if (sd <= 0.0) return noise;
    const Occasion change{month, Decision::health_change};
    fill_normals(noise, draws, std::span(here.keys).first(here.count), change);
    for (double& change_by_chance : noise) change_by_chance *= sd;
    return noise;
}

/// Rates of the residents of the block that begins at row `begin`.
BlockRates block_rates(const RateTable& table,
                       const MonthlyRates& of_programme,
                       const BlockPresent& here,
                       const BlockNoise& noise,
                       const Work& work,
                       const Care& care,
                       const CapitalParameters& p,
                       std::size_t begin) {
    const auto reversion = static_cast<float>(p.health_reversion);
    BlockRates rates;
    for (std::size_t i = 0; i < here.count; ++i) {
        const ResidentId who = here.rows[i];
        const bool by_programme = work.state[who] == WorkState::internship &&
                                  care.step_funding[who] == Funding::programme;
        rates.set(who.index() - begin,
                  by_programme ? of_programme : table[work.state[who]],
                  reversion,
                  static_cast<float>(noise[i]));
    }
    return rates;
}

[[gnu::always_inline]] inline Row4 read(const ResidentColumn<Level>& column,
                                        std::size_t begin,
                                        std::size_t count) {
    return Row4::load(column.data() + begin, count);
}

/// One of growth and decay is zero in every lane.
Row4 moved(Row4 level, const float* growth, const float* decay, double floor) {
    return decayed(grown(level, Row4::load(growth)),
                   Row4::load(decay),
                   Row4(static_cast<float>(floor)));
}

/// Moves `count` neighbouring rows from `begin` on; their rates stand in their block from `at` on.
/// Inlined by force: where the count is that of the lanes it must be known to be.
[[gnu::always_inline]] inline void move_rows(Capital& capital,
                                             const BlockRates& rates,
                                             const CapitalParameters& p,
                                             std::size_t begin,
                                             std::size_t at,
                                             std::size_t count) {
    const Row4 professional = moved(read(capital.professional, begin, count),
                                    rates.professional_growth.data() + at,
                                    rates.professional_decay.data() + at,
                                    p.professional_floor);
    const Row4 relational = moved(read(capital.relational, begin, count),
                                  rates.relational_growth.data() + at,
                                  rates.relational_decay.data() + at,
                                  p.relational_floor);
    const Row4 health = read(capital.health, begin, count);
    const Row4 gap = read(capital.health_mean, begin, count) - health;
    const Row4 moved_health = health + Row4::load(rates.health_reversion.data() + at) * gap +
                              Row4::load(rates.health_change.data() + at);
    professional.store(capital.professional.data() + begin, count);
    relational.store(capital.relational.data() + begin, count);
    clamp(moved_health, Row4(0.0f), Row4(1.0f)).store(capital.health.data() + begin, count);
}

/// Moves the rows of a block, so many at a time; whole groups are known to be whole.
void move_block(Capital& capital,
                const BlockRates& rates,
                const CapitalParameters& p,
                std::size_t begin,
                std::size_t end) {
    std::size_t first = begin;
    for (; first + width <= end; first += width) {
        move_rows(capital, rates, p, first, first - begin, width);
    }
    if (first < end) move_rows(capital, rates, p, first, first - begin, end - first);
}

/// Lowers a level by a loss, not below zero.
void lower(Level& level, double loss) {
    const auto lowered = level - static_cast<Level>(loss);
    level = lowered > 0.0f ? lowered : 0.0f;
}

void evict(HousingState& state) {
    if (state == HousingState::stable) {
        state = HousingState::precarious;
    } else if (state == HousingState::precarious) {
        state = HousingState::homeless;
    }
}

enum class Shock : std::uint8_t { eviction, illness, debt, bereavement, count };

EnumArray<Shock, Hazard> shock_hazards(const CapitalParameters& p) {
    const double named = p.eviction_share + p.illness_share + p.debt_share;
    const Hazard all{p.shock_hazard_per_month};
    EnumArray<Shock, Hazard> hazards;
    hazards[Shock::eviction] = all * p.eviction_share;
    hazards[Shock::illness] = all * p.illness_share;
    hazards[Shock::debt] = all * p.debt_share;
    hazards[Shock::bereavement] = all * (named < 1.0 ? 1.0 - named : 0.0);
    return hazards;
}

}  // namespace

void drift_capitals(Capital& capital,
                    const People& people,
                    const Work& work,
                    const Care& care,
                    const CapitalParameters& parameters,
                    double fidelity,
                    const Draws& draws,
                    Month month) {
    const RateTable table = rates_by_work(parameters);
    const MonthlyRates of_programme =
        programme_rates(table[WorkState::internship], parameters, fidelity);
    for_each_block(people.key.size(), [&](std::size_t begin, std::size_t end) {
        const BlockPresent here(people, begin, end);
        const BlockNoise noise = health_noise(here, parameters.health_shock_sd, draws, month);
        const BlockRates rates =
            block_rates(table, of_programme, here, noise, work, care, parameters, begin);
        move_block(capital, rates, parameters, begin, end);
    });
}

void strike_shocks(Capital& capital,
                   Credit& credit,
                   Housing& housing,
                   const People& people,
                   const CapitalParameters& parameters,
                   const Draws& draws,
                   Month month) {
    const EnumArray<Shock, Hazard> hazards = shock_hazards(parameters);
    const auto struck = could_come_first(hazards.values,
                                         people.key,
                                         present(people),
                                         draws,
                                         month,
                                         Decision::life_shock);
    for (const ResidentId who : struck) {
        const auto cause =
            draws.competing(hazards.values, people.key[who], month, Decision::life_shock);
        if (!cause) continue;
        switch (static_cast<Shock>(*cause)) {
            case Shock::eviction:
                evict(housing.state[who]);
                break;
            case Shock::illness:
                lower(capital.health[who], parameters.illness_health_loss);
                break;
            case Shock::debt:
                lower(capital.relational[who], parameters.debt_relational_loss);
                credit.debt_cents[who] +=
                    static_cast<std::int32_t>(Cents::from_euros(parameters.debt_eur).value);
                break;
            case Shock::bereavement:
                lower(capital.relational[who], parameters.bereavement_relational_loss);
                lower(capital.health[who], parameters.bereavement_health_loss);
                break;
            case Shock::count:
                break;
        }
    }
}

}  // namespace cantiere
