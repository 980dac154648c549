#include "tests/support/many_people.h"

#include <algorithm>

namespace cantiere::many_people {
namespace {

/// Prison, which everybody may go back to: share of those out who go in, and of those in who are
/// let out, both at the end of a month.
const double goes_in = chance(0.03);
constexpr double is_let_out = 1.0 / 8.0;

/// Moves people of one kind into prison and out of it.
void swap_prisoners(double& outside, double& inside) {
    const double in = outside * goes_in;
    const double out = inside * is_let_out;
    outside += out - in;
    inside += in - out;
}

}  // namespace

void CareFlows::month() {
    reach_out();
    refer();
    give_up();
    deliver();
    imprison();
    exclude();
}

double CareFlows::referred() const {
    double sum = 0.0;
    for (const double share : arriving_) sum += share;
    for (const double share : to_be_lost_) sum += share;
    return sum;
}

double CareFlows::in_project() const {
    double sum = orientation_ + waiting_;
    for (const double share : training_) sum += share;
    return sum;
}

/// h_out exp(-b_L (1-L) - b_tau tau/60) sqrt(T); reengagement grows with outreach.
void CareFlows::reach_out() {
    const double hazard = 0.08 * std::exp(-1.0 * 0.25 - 0.3 * 8.0 / 60.0) * std::sqrt(0.5);
    const double found = unknown_ * chance(hazard);
    const double back = excluded_ * chance(0.02 * 0.08 / 0.02);
    unknown_ -= found;
    excluded_ -= back;
    known_ += found + back;
}

/// Two hand-overs, each lost with the same chance after a geometric delay.
void CareFlows::refer() {
    const double loss = 0.28 * 0.8 + 0.08 * 0.2;
    const double ends = 1.0 / (1.0 + 2.0 * 0.8 + 0.5 * 0.2);
    const double sent = known_ * chance(0.20);
    known_ -= sent;
    double one = ends;  // the first hand-over takes d months
    for (std::size_t d = 0; d < longest; ++d) {
        const double two = one * ends * static_cast<double>(d + 1);
        to_be_lost_[d] += sent * (loss * one + (1.0 - loss) * loss * two);
        arriving_[d] += sent * (1.0 - loss) * (1.0 - loss) * two;
        one *= 1.0 - ends;
    }
    known_ += to_be_lost_.front();
    to_be_lost_.front() = 0.0;
}

void CareFlows::give_up() {
    const double gone = waiting_ * chance(0.03);
    waiting_ -= gone;
    known_ += gone;
}

void CareFlows::deliver() {
    const double drops_orientation = chance(0.03);
    const double drops_training = chance(0.06);
    waiting_ += training_.front() * (1.0 - drops_training);
    for (double& share : training_) {
        known_ += share * drops_training;
        share *= 1.0 - drops_training;
    }
    for (std::size_t left = 1; left < training_.size(); ++left) {
        training_[left - 1] = training_[left];
    }
    training_.back() = orientation_ * (1.0 - drops_orientation);
    known_ += orientation_ * drops_orientation;
    orientation_ = arriving_.front();
    for (auto* way : {&arriving_, &to_be_lost_}) {
        for (std::size_t d = 1; d < longest; ++d) (*way)[d - 1] = (*way)[d];
        way->back() = 0.0;
    }
}

/// Who goes in leaves no file open behind.
void CareFlows::imprison() {
    double closed = (orientation_ + waiting_) * goes_in;
    orientation_ *= 1.0 - goes_in;
    waiting_ *= 1.0 - goes_in;
    for (double& share : training_) {
        closed += share * goes_in;
        share *= 1.0 - goes_in;
    }
    for (auto* way : {&arriving_, &to_be_lost_}) {
        for (double& share : *way) {
            closed += share * goes_in;
            share *= 1.0 - goes_in;
        }
    }
    swap_prisoners(unknown_, unknown_inside_);
    swap_prisoners(known_, known_inside_);
    swap_prisoners(excluded_, excluded_inside_);
    known_inside_ += closed;
}

void CareFlows::exclude() {
    for (double* share : {&unknown_, &known_}) {
        const double gone = *share * chance(0.02);
        *share -= gone;
        excluded_ += gone;
    }
}

void HomeFlows::month() {
    const auto [stable, precarious, homeless, shelter] = out_;
    const double dear = stable * chance(0.06);
    const double lost = precarious * chance(0.05);
    const double moves = homeless * chance(0.15 + 0.04);
    const double finds = shelter * chance(0.04);
    out_[0] = stable - dear;
    out_[1] = precarious + dear - lost + moves * 0.04 / 0.19 + finds;
    out_[2] = homeless + lost - moves;
    out_[3] = shelter + moves * 0.15 / 0.19 - finds;
    for (std::size_t home = 0; home < 4; ++home) {
        const double in = out_[home] * goes_in;
        const double freed = in_[home] * is_let_out;
        out_[home] += freed - in;
        in_[home] -= freed;
        in_[home == 3 ? 2 : home] += in;  // a place in a shelter is lost
    }
}

LevelMean HomeFlows::level() const {
    constexpr double levels[] = {1.0, 0.7, 0.1, 0.9};
    LevelMean all;
    for (std::size_t home = 0; home < 4; ++home) {
        all.add(out_[home], levels[home]);
        all.add(in_[home], 0.1);
    }
    return all;
}

/// Who is let out meets the month's changes, who goes in does not.
void SafetyFlows::month() {
    std::map<int, double> out;
    std::map<int, double> in;
    for (const auto& [level, share] : in_) {
        out[level] += share * is_let_out;
        in[level] += share * (1.0 - is_let_out);
    }
    for (const auto& [level, share] : out_) {
        out[level] += share * (1.0 - goes_in);
        in[level] += share * goes_in;
    }
    out_.clear();
    const double changes = chance(0.06 + 0.03);
    for (const auto& [level, share] : out) {
        out_[level] += share * (1.0 - changes);
        out_[std::min(1000, level + 150)] += share * changes * 0.06 / 0.09;
        out_[std::max(0, level - 300)] += share * changes * 0.03 / 0.09;
    }
    in_ = in;
}

LevelMean SafetyFlows::level() const {
    LevelMean all;
    for (const auto& [level, share] : out_) all.add(share, level / 1000.0);
    for (const auto& [level, share] : in_) all.add(share, 0.0);
    return all;
}

}  // namespace cantiere::many_people
