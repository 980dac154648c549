#include <algorithm>

#include "model/rules/network.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

/// Index A in single precision, as it is stored: exp of the weighted sum of logarithms.
float geometric_mean(const AutonomyParameters& p,
                     const DomainLevels& x,
                     const DomainWeights& weights) {
    float sum = 0.0f;
    for (const Domain domain : members<Domain>()) {
        const float level = std::max(static_cast<float>(x[domain]), static_cast<float>(p.floor));
        sum = sum + log(level) * static_cast<float>(weights[domain]);
    }
    return std::min(exp(sum), 1.0f);
}

/// Active instruments of section 0.
bool is_active(const Person& person) {
    if (person.work == WorkState::internship || person.work == WorkState::subsidised) return true;
    if (person.subsidy_left > 0 || person.incentive_left > 0) return true;
    if (person.tutor_left > 0) return true;
    if (person.support_left > 0 && person.support != Instrument::rent_guarantee) return true;
    const Instrument step = step_of(person);
    return person.step_left > 0 && step != Instrument::count &&
           step != Instrument::coop_b_placement;
}

void note_after_exit(World& world, Person& person, bool active) {
    const AutonomyParameters& p = world.p().autonomy;
    if (person.exit_month == no_month) return;
    const bool assisted = person.benefit_cents > 0 || person.local_aid_cents > 0;
    const bool down =
        person.work == WorkState::detained || person.housing == HousingState::homeless;
    person.unstable = person.unstable || assisted || active || down;
    const bool long_enough = world.month - person.exit_month >= p.stable_months;
    if (long_enough && !person.unstable && !person.stable_counted) {
        person.stable_counted = true;
        world.tell(EventKind::stable_exit, person);
    }
    if (person.relapsed || !(has_open_file(person) || assisted || down)) return;
    person.relapsed = true;
    person.qualifying = 0;  // another exit takes six months of its own
    world.tell(EventKind::relapsed, person);
    if (person.care == CareState::exited) person.care = CareState::known;
}

void let_exit(World& world, Person& person) {
    const AutonomyParameters& p = world.p().autonomy;
    if (person.taper_left > 0) return;
    const bool out = person.exit_month != no_month && !person.relapsed;
    if (!out && person.qualifying >= p.exit_months) {
        person.exit_month = world.month;
        person.stable_counted = person.relapsed = person.unstable = false;
        if (person.care != CareState::unknown) close_file(person, CareState::exited);
        world.tell(EventKind::exited, person);
        if (person.work == WorkState::coop_b) {
            world.tell(EventKind::exited_social_economy, person);
        }
    }
    if (!person.reference_out && person.reference_qualifying >= p.exit_months) {
        person.reference_out = true;
        person.file_from_before = has_open_file(person);
        world.tell(EventKind::reference_exited, person);
    }
}

/// The same exit rule with another index: only counted, so that no file closes.
void judge_other(const World& world, const Person& person, OtherReading& other, bool able) {
    const AutonomyParameters& p = world.p().autonomy;
    const bool assisted = person.benefit_cents > 0 || person.local_aid_cents > 0;
    const bool nothing_due = !assisted && person.due_cents <= 0;
    const bool good = able && nothing_due && double{other.autonomy} >= p.exit_level;
    other.qualifying = good ? other.qualifying + 1 : 0;
    const bool open = has_open_file(person);
    if (!open) other.file_from_before = false;
    const bool down =
        person.work == WorkState::detained || person.housing == HousingState::homeless;
    if (other.out && ((open && !other.file_from_before) || assisted || down)) {
        other.out = false;
        other.qualifying = 0;
    }
}

void let_other_exit(World& world, Person& person, OtherReading& other, EventKind kind) {
    if (person.taper_left > 0 || other.out) return;
    if (other.qualifying < world.p().autonomy.exit_months) return;
    other.out = true;
    other.file_from_before = has_open_file(person);
    world.tell(kind, person);
}

void judge_exit(World& world, Person& person) {
    const AutonomyParameters& p = world.p().autonomy;
    const bool active = is_active(person);
    const bool detained = person.work == WorkState::detained;
    const bool able = !active && !detained && core_domains_hold(p, domains_of(world, person));
    const bool autonomous = able && double{person.autonomy} >= p.exit_level;
    const bool assisted = person.benefit_cents > 0 || person.local_aid_cents > 0;
    const bool due = assisted || person.due_cents > 0;
    person.qualifying = autonomous && !due ? person.qualifying + 1 : 0;
    const bool owed = person.reference_due_cents > 0;
    const bool would_get = (owed && person.takes_up) || person.local_aid_cents > 0;
    person.reference_qualifying =
        autonomous && !owed && !would_get ? person.reference_qualifying + 1 : 0;
    // A file open since before the exit is the scenario's law's; one opened after it is a relapse.
    if (!has_open_file(person)) person.file_from_before = false;
    const bool back = has_open_file(person) && !person.file_from_before;
    const bool homeless = person.housing == HousingState::homeless;
    if (person.reference_out && (back || would_get || detained || homeless)) {
        person.reference_out = false;
        person.reference_qualifying = 0;
    }
    judge_other(world, person, person.work_light, able);
    judge_other(world, person, person.equal, able);
    note_after_exit(world, person, active);
    let_exit(world, person);
    let_other_exit(world, person, person.work_light, EventKind::exited_work_light);
    let_other_exit(world, person, person.equal, EventKind::exited_equal);
}

/// People who left and fell back come to the services again (5.16).
void come_back(World& world, Person& person) {
    const AutonomyParameters& p = world.p().autonomy;
    if (person.care != CareState::exited || double{person.autonomy} >= p.relapse_level) return;
    const Hazard hazard{p.relapse_hazard};
    if (!world.draws->event(hazard, person.key, world.month, Decision::care_reentry)) return;
    person.care = CareState::known;
    person.identified = world.month;
    person.first_service = no_month;
}

void exclude(World& world, Person& person) {
    const AutonomyParameters& p = world.p().autonomy;
    const bool at_risk =
        is_jobless(person) && !has_open_file(person) && person.care != CareState::excluded &&
        double{person.trust} < p.exclusion_trust && person.jobless > p.exclusion_jobless_months;
    const Hazard hazard{p.exclusion_hazard};
    if (at_risk && world.draws->event(hazard, person.key, world.month, Decision::exclusion)) {
        close_file(person, CareState::excluded);
        world.tell(EventKind::excluded, person);
        person.excluded_months = 0;
    }
    person.excluded_months = person.care == CareState::excluded ? person.excluded_months + 1 : 0;
}

/// Members of the table: the cooperative and the probation office first where it leads.
std::vector<InstitutionRole> members_of(const NetworkParameters& p) {
    std::vector<InstitutionRole> order;
    if (p.cooperative_led > 0.5) {
        order = {InstitutionRole::social_cooperative, InstitutionRole::probation_office};
    }
    for (const InstitutionRole role : members<InstitutionRole>()) {
        if (std::find(order.begin(), order.end(), role) == order.end()) order.push_back(role);
    }
    order.resize(std::min(order.size(), static_cast<std::size_t>(whole_months(p.members))));
    return order;
}

}  // namespace

void judge(World& world) {
    const AutonomyParameters& p = world.p().autonomy;
    for (Person& person : world.people) {
        if (!is_here(person)) {
            person.autonomy = person.autonomy_nonwork = 0.0f;
            person.work_light.autonomy = person.equal.autonomy = 0.0f;
            continue;
        }
        const DomainLevels x = domains_of(world, person);
        person.autonomy = geometric_mean(p, x, p.weights);
        person.autonomy_nonwork = geometric_mean(p, x, nonwork_weights(p.weights));
        const auto& other = p.other_weights;
        person.work_light.autonomy = geometric_mean(p, x, other[OtherWeights::work_light]);
        person.equal.autonomy = geometric_mean(p, x, other[OtherWeights::equal]);
        judge_exit(world, person);
        come_back(world, person);
        exclude(world, person);
    }
}

void update_network(World& world) {
    const NetworkParameters& p = world.p().network;
    const bool runs = world.programme_runs();
    const std::vector<InstitutionRole> table = members_of(p);
    const auto sits = [&](InstitutionRole role) {
        return std::find(table.begin(), table.end(), role) != table.end();
    };
    const Hazard turnover{p.turnover_hazard_per_year / 12.0};
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            if (b <= a) continue;
            const bool both = runs && sits(a) && sits(b);
            const bool pair = runs && a == InstitutionRole::municipal_social_service &&
                              b == InstitutionRole::municipal_economic_development;
            const double at_table = both ? p.tie_target : 0.0;
            const double target = pair ? std::max(at_table, p.social_economic_tie) : at_table;
            double tie = next_tie(p, world.tie[a][b], target, p.usual_tie);
            double sharing =
                next_tie(p, world.sharing[a][b], both ? p.sharing_target : 0.0, p.usual_sharing);
            const EntityKey key = hash_key(
                {0x7469655f, static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b)});
            if (world.draws->event(turnover, key, world.month, Decision::tie_turnover)) {
                tie = after_turnover(p, tie, p.usual_tie);
                sharing = after_turnover(p, sharing, p.usual_sharing);
            }
            world.tie[a][b] = world.tie[b][a] = tie;
            world.sharing[a][b] = world.sharing[b][a] = sharing;
        }
    }
    world.network_months = runs && has_table(p) ? world.network_months + 1 : 0;
}

}  // namespace cantiere::oracle
