#include "model/month/vacancy_contacts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "model/core/draws_of_many.h"
#include "model/core/highest_weight.h"
#include "model/core/rows.h"
#include "model/month/vacancy_ways.h"

namespace cantiere {
namespace {

/// Index of a draw about contact `contact` and a municipality: no two pairs share one.
Draws::Index pair_index(std::int64_t contact, MunicipalityId municipality) {
    return (static_cast<Draws::Index>(contact) << 16) | municipality.value;
}

/// A hash as a number in (0, 1), of the same order.
double unit(std::uint64_t hash) { return (static_cast<double>(hash >> 11) + 0.5) * 0x1p-53; }

/// Tells whether -log u could be below `time`: it is at least 2 (1-u) / (1+u), so that most need no
/// logarithm to come too late.
bool could_come_before(double time, double u) {
    constexpr double almost_two = 2.0 - 1e-9;
    return almost_two * (1.0 - u) <= time * (1.0 + u);
}

/// The luckiest vacancy of a sector for a contact.
struct Luckiest {
    std::size_t vacancy = 0;
    std::uint64_t hash = 0;
    double share = 1.0;  // skillmatch with the sector
    double most = 0.0;   // luck is surely no more

    /// u^(1/share), u the hash; equal luck is told apart by the hash itself.
    std::pair<double, std::uint64_t> luck() const {
        return {share < 1.0 ? power(unit(hash), 1.0 / share) : unit(hash), hash};
    }
};

/// The greatest that u^(1/share) may be, without a power: log u <= u-1, and e^x <= 1/(1-x).
double greatest_luck(double u, double share) {
    constexpr double margin_of_luck = 1e-9;
    return share / (share + 1.0 - u) + margin_of_luck;
}

template <class T>
using ColumnOfBlock = std::array<T, rows_per_block>;

}  // namespace

/// One contact each of up to `rows_per_block` seekers, a row each.
struct VacancyMap::Contacts {
    const Draws& draws;
    Month month;
    std::int64_t contact = 0;  // the how manieth of each
    std::span<const Seeker> seekers;
    ColumnOfBlock<EntityKey> key{};
    EnumArray<Sector, ColumnOfBlock<double>> match{};  // skillmatch; 1 where skills do not count
    ColumnOfBlock<const double*> ways{};               // what they leave of each place's attraction
    ColumnOfBlock<double> rate{};                      // of the place looked at: exp(utility)
    ColumnOfBlock<double> uniform{};
    ColumnOfBlock<std::size_t> in_time{};  // who could be at that place first
    ColumnOfBlock<double> first_time{};
    ColumnOfBlock<std::size_t> first_place{};
    ColumnOfBlock<std::uint64_t> point{};

    Contacts(const Draws& own_draws, Month now) : draws(own_draws), month(now) {}

    std::size_t size() const { return seekers.size(); }
    std::span<const EntityKey> keys() const { return std::span(key).first(size()); }

    void read(std::span<const Seeker> who, VacancyWays& all_ways) {
        seekers = who;
        ColumnOfBlock<std::size_t> begin;
        for (std::size_t i = 0; i < size(); ++i) {
            key[i] = seekers[i].key;
            begin[i] = all_ways.begin_of(seekers[i].who);
        }
        for (std::size_t i = 0; i < size(); ++i) ways[i] = all_ways.all().data() + begin[i];
    }

    void read_skills(const JobSearchParameters& p) {
        for (const Sector sector : members<Sector>()) {
            match[sector].fill(1.0);
            if (p.skill_weight <= 0.0) continue;
            const auto index = static_cast<Draws::Index>(sector);
            fill_uniforms(match[sector], draws, keys(), {Month{0}, Decision::sector_fit, index});
            for (double& suits : match[sector]) suits = skill_match(p, suits);
        }
    }

    void draw_race(Draws::Index place) {
        fill_uniforms(uniform, draws, keys(), {month, Decision::contact_municipality, place});
    }

    /// Those who could be at the place looked at before any other.
    std::span<const std::size_t> rows_in_time() {
        std::size_t many = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            in_time[many] = i;
            many += could_come_before(first_time[i] * rate[i], uniform[i]) ? 1u : 0u;
        }
        return std::span(in_time).first(many);
    }

    /// Draws where among the vacancies of its place each contact leads.
    void draw_points() {
        std::array<ColumnOfBlock<std::uint32_t>, 4> words{};
        const auto index = static_cast<Draws::Index>(contact);
        fill_words({words[0], words[1], words[2], words[3]},
                   draws,
                   keys(),
                   {month, Decision::contact_vacancy, index});
        for (std::size_t i = 0; i < size(); ++i) {
            point[i] = (std::uint64_t{words[0][i]} << 32) | words[1][i];
        }
    }
};

VacancyMap::VacancyMap(const std::vector<Vacancy>& vacancies)
    : begin_{0}, keys_(vacancies.size()), vacancy_(vacancies.size()) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= vacancies.size(); ++i) {
        const bool same =
            i < vacancies.size() && vacancies[i].municipality == vacancies[begin].municipality;
        if (same) continue;
        add_place(vacancies, begin, i);
        begin = i;
    }
}

void VacancyMap::add_place(const std::vector<Vacancy>& vacancies,
                           std::size_t begin,
                           std::size_t end) {
    places_.push_back(vacancies[begin].municipality);
    EnumArray<Sector, std::size_t> next{};
    for (std::size_t i = begin; i < end; ++i) ++next[vacancies[i].sector];
    std::size_t at = begin;
    for (std::size_t& sector : next) {
        at += sector;
        sector = at - sector;
        begin_.push_back(at);
    }
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t own = next[vacancies[i].sector]++;
        keys_[own] = vacancies[i].key.value;
        vacancy_[own] = i;
    }
}

void VacancyMap::rate_place(Contacts& c, std::size_t place) const {
    std::fill_n(c.rate.begin(), c.size(), 0.0);
    for (const Sector sector : members<Sector>()) {
        const auto size = static_cast<double>(part_of(place, sector).size());
        if (size == 0.0) continue;
        for (std::size_t i = 0; i < c.size(); ++i) c.rate[i] += size * c.match[sector][i];
    }
    for (std::size_t i = 0; i < c.size(); ++i) c.rate[i] *= c.ways[i][place];
}

void VacancyMap::race_to_places(Contacts& c, const Reach& reach) const {
    c.first_time.fill(std::numeric_limits<double>::infinity());
    for (std::size_t place = 0; place < places_.size(); ++place) {
        rate_place(c, place);
        c.draw_race(pair_index(c.contact, places_[place]));
        for (const std::size_t i : c.rows_in_time()) {
            const double time = -log(c.uniform[i]) / c.rate[i];
            if (time >= c.first_time[i]) continue;
            if (reach.is_kept_from(c.seekers[i].who, places_[place])) continue;
            c.first_time[i] = time;
            c.first_place[i] = place;
        }
    }
}

std::size_t VacancyMap::choose_vacancy(const Contacts& c, std::size_t row) const {
    std::array<Luckiest, EnumArray<Sector, int>::extent> luckiest;
    std::size_t sectors = 0;
    for (const Sector sector : members<Sector>()) {
        const Part part = part_of(c.first_place[row], sector);
        if (part.size() == 0) continue;
        // Within a sector u^(1/skillmatch) is greatest where u is.
        const auto keys = std::span(keys_).subspan(part.begin, part.size());
        const std::size_t own = part.begin + highest_weight(keys, c.point[row]);
        const std::uint64_t hash = random_weight(c.point[row], keys_[own]);
        const double share = c.match[sector][row];
        luckiest[sectors++] = {vacancy_[own], hash, share, greatest_luck(unit(hash), share)};
    }
    const auto all = std::span(luckiest).first(sectors);
    const auto* best = &*std::ranges::max_element(all, {}, &Luckiest::most);
    auto greatest = best->luck();
    for (const Luckiest& other : all) {
        if (&other == best || other.most < greatest.first) continue;
        const auto luck = other.luck();
        if (luck <= greatest) continue;
        best = &other;
        greatest = luck;
    }
    return best->vacancy;
}

std::vector<Application> VacancyMap::applications_of(std::vector<Seeker> seekers,
                                                     const Reach& reach,
                                                     const JobSearchParameters& parameters,
                                                     const Draws& draws,
                                                     Month month) const {
    std::vector<Application> all;
    VacancyWays ways(places_, reach, parameters);
    Contacts contacts(draws, month);
    const auto has_no_more = [&](const Seeker& s) { return s.contacts <= contacts.contact; };
    for (std::erase_if(seekers, has_no_more); !seekers.empty();
         std::erase_if(seekers, has_no_more)) {
        for_each_block(seekers.size(), [&](std::size_t begin, std::size_t end) {
            contacts.read(std::span(seekers).subspan(begin, end - begin), ways);
            contacts.read_skills(parameters);
            contacts.draw_points();
            race_to_places(contacts, reach);
            for (std::size_t i = 0; i < contacts.size(); ++i) {
                if (std::isinf(contacts.first_time[i])) continue;  // no place in reach
                all.push_back({choose_vacancy(contacts, i), contacts.seekers[i].who});
            }
        });
        ++contacts.contact;
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace cantiere
