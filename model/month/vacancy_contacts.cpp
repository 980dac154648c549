#include "model/month/vacancy_contacts.h"

#include <algorithm>
#include <limits>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

/// Index of a draw about contact `contact` and a municipality: no two pairs share one.
Draws::Index pair_index(std::int64_t contact, MunicipalityId municipality) {
    return (static_cast<Draws::Index>(contact) << 16) | municipality.value;
}

/// How a resident's skills suit each sector; all 1 where skills do not count.
EnumArray<Sector, double> match_of(const JobSearchParameters& p,
                                   EntityKey key,
                                   const Draws& draws) {
    EnumArray<Sector, double> match;
    match.fill(1.0);
    if (p.skill_weight <= 0.0) return match;
    for (const Sector sector : members<Sector>()) {
        const auto index = static_cast<Draws::Index>(sector);
        match[sector] = skill_match(p, draws.uniform(key, Month{0}, Decision::sector_fit, index));
    }
    return match;
}

/// A hash as a number in (0, 1), of the same order.
double unit(std::uint64_t hash) { return (static_cast<double>(hash >> 11) + 0.5) * 0x1p-53; }

}  // namespace

VacancyMap::VacancyMap(const std::vector<Vacancy>& vacancies) {
    for (std::size_t i = 0; i < vacancies.size(); ++i) {
        const Vacancy& vacancy = vacancies[i];
        if (places_.empty() || places_.back().municipality != vacancy.municipality) {
            places_.push_back({vacancy.municipality, {}});
        }
        places_.back().vacancies[vacancy.sector].push_back({vacancy.key.value, i});
    }
}

std::vector<VacancyMap::Option> VacancyMap::options_of(
    ResidentId who,
    const Match& match,
    const Reach& reach,
    const JobSearchParameters& parameters) const {
    const WayLimit limit{parameters.maximum_travel_minutes, parameters.mobility_for_far_jobs};
    std::vector<Option> options;
    options.reserve(places_.size());
    for (const Place& place : places_) {
        if (!reach.may_work_in(who, place.municipality, limit)) continue;
        const double hours = reach.minutes(who, place.municipality) / 60.0;
        double size = 0.0;
        for (const Sector sector : members<Sector>()) {
            size += static_cast<double>(place.vacancies[sector].size()) * match[sector];
        }
        options.push_back({place, size * exp(-parameters.travel_decay_per_hour * hours)});
    }
    return options;
}

const VacancyMap::Place& VacancyMap::choose_place(const std::vector<Option>& options,
                                                  EntityKey key,
                                                  std::int64_t contact,
                                                  const Draws& draws,
                                                  Month month) {
    expects(!options.empty(), "a contact leads to one of the places in reach");
    const Option* first = &options.front();
    double first_time = std::numeric_limits<double>::infinity();
    for (const Option& option : options) {
        const auto index = pair_index(contact, option.place.municipality);
        const double u = draws.uniform(key, month, Decision::contact_municipality, index);
        // -log u >= 1-u: most need no logarithm to come too late.
        if (1.0 - u > first_time * option.rate) continue;
        const double time = -log(u) / option.rate;
        if (time >= first_time) continue;
        first = &option;
        first_time = time;
    }
    return first->place;
}

std::size_t VacancyMap::choose_vacancy(const Place& place,
                                       const Match& match,
                                       std::uint64_t point) {
    std::size_t best = 0;
    std::pair<double, std::uint64_t> greatest{-1.0, 0};
    for (const Sector sector : members<Sector>()) {
        const std::vector<Entry>& entries = place.vacancies[sector];
        if (entries.empty()) continue;
        // Within a sector u^(1/skillmatch) is greatest where u is.
        const Entry* luckiest = nullptr;
        std::uint64_t hash = 0;
        for (const Entry& entry : entries) {
            const std::uint64_t own = detail::mix_bits(point ^ entry.key);
            if (luckiest != nullptr && own <= hash) continue;
            luckiest = &entry;
            hash = own;
        }
        const double share = match[sector];
        const double luck = share < 1.0 ? power(unit(hash), 1.0 / share) : unit(hash);
        if (std::pair{luck, hash} <= greatest) continue;
        best = luckiest->vacancy;
        greatest = {luck, hash};
    }
    return best;
}

std::vector<Application> VacancyMap::contacts_of(ResidentId who,
                                                 EntityKey key,
                                                 std::int64_t contacts,
                                                 const Reach& reach,
                                                 const JobSearchParameters& parameters,
                                                 const Draws& draws,
                                                 Month month) const {
    std::vector<Application> heard_of;
    if (contacts <= 0) return heard_of;
    const Match match = match_of(parameters, key, draws);
    const std::vector<Option> options = options_of(who, match, reach, parameters);
    if (options.empty()) return heard_of;
    for (std::int64_t contact = 0; contact < contacts; ++contact) {
        const Place& place = choose_place(options, key, contact, draws, month);
        const auto index = static_cast<Draws::Index>(contact);
        const std::uint64_t point = draws.ticket(key, month, Decision::contact_vacancy, index);
        const Application application{choose_vacancy(place, match, point), who};
        if (std::find(heard_of.begin(), heard_of.end(), application) == heard_of.end()) {
            heard_of.push_back(application);
        }
    }
    return heard_of;
}

}  // namespace cantiere
