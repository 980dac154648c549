#include "model/month/vacancy_offers.h"

namespace cantiere {
namespace {

struct Held {
    std::size_t vacancy = 0;
    double utility = 0.0;
};

/// Tells whether an offer beats the one held.
bool beats(double utility, std::size_t vacancy, const std::optional<Held>& held) {
    if (!held) return true;
    return utility != held->utility ? utility > held->utility : vacancy < held->vacancy;
}

}  // namespace

std::vector<std::optional<std::size_t>> settle_offers(
    const std::vector<std::vector<Applicant>>& lists,
    std::size_t people) {
    std::vector<std::optional<Held>> held(people);
    std::vector<std::size_t> next(lists.size(), 0);
    std::vector<std::size_t> offering;
    for (std::size_t v = 0; v < lists.size(); ++v) offering.push_back(v);
    while (!offering.empty()) {
        const std::size_t vacancy = offering.back();
        if (next[vacancy] == lists[vacancy].size()) {
            offering.pop_back();
            continue;
        }
        const Applicant& applicant = lists[vacancy][next[vacancy]++];
        auto& own = held[applicant.person];
        if (!beats(applicant.utility, vacancy, own)) continue;
        offering.pop_back();
        if (own) offering.push_back(own->vacancy);
        own = Held{vacancy, applicant.utility};
    }
    std::vector<std::optional<std::size_t>> taken(people);
    for (std::size_t p = 0; p < people; ++p) {
        if (held[p]) taken[p] = held[p]->vacancy;
    }
    return taken;
}

}  // namespace cantiere
