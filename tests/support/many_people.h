#pragma once
/// The difference equations of V29: shares of many equal people under tests/verification/studies/
/// v29-many-people.toml, written from the rules of model.md and none of its code. People in prison
/// are followed beside those out of it, as they take no part in care, housing or safety.

#include <array>
#include <cmath>
#include <cstddef>
#include <map>

namespace cantiere::many_people {

/// Share that goes through a hazard in a month.
inline double chance(double hazard) { return 1.0 - std::exp(-hazard); }

/// Mean of a level over people, and its standard deviation.
struct LevelMean {
    double mean = 0.0;
    double square = 0.0;

    void add(double share, double level) {
        mean += share * level;
        square += share * level * level;
    }
    double sd() const { return std::sqrt(square > mean * mean ? square - mean * mean : 0.0); }
};

/// Care: unknown - known - on the way - orientation - training - waiting for an internship that
/// nobody offers; who is not in care may be excluded, and comes back by outreach.
class CareFlows {
  public:
    void month();

    double unknown() const { return unknown_ + unknown_inside_; }
    double known() const { return known_ + known_inside_; }
    double excluded() const { return excluded_ + excluded_inside_; }
    double referred() const;
    double in_project() const;
    double inside() const { return unknown_inside_ + known_inside_ + excluded_inside_; }

  private:
    static constexpr std::size_t longest = 120;

    void reach_out();
    void refer();
    void give_up();
    void deliver();
    void imprison();
    void exclude();

    double unknown_ = 1.0, unknown_inside_ = 0.0;
    double known_ = 0.0, known_inside_ = 0.0;
    double excluded_ = 0.0, excluded_inside_ = 0.0;
    std::array<double, longest> arriving_{};  // by months until they arrive
    std::array<double, longest> to_be_lost_{};
    double orientation_ = 0.0;
    std::array<double, 4> training_{};  // by months left after this one
    double waiting_ = 0.0;
};

/// Housing: stable, precarious, homeless, shelter.
class HomeFlows {
  public:
    void month();
    LevelMean level() const;

  private:
    std::array<double, 4> out_{1.0, 0.0, 0.0, 0.0};
    std::array<double, 4> in_{};
};

/// Safety, in thousandths.
class SafetyFlows {
  public:
    void month();
    LevelMean level() const;

  private:
    std::map<int, double> out_{{600, 1.0}};
    std::map<int, double> in_;
};

}  // namespace cantiere::many_people
