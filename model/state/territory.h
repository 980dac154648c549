#pragma once

#include <string>
#include <vector>

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/core/units.h"

namespace cantiere {

/// One municipality of a territory pack (Istat code, 2011 population, WGS84 coordinates).
struct Municipality {
    std::string istat_code;
    std::string name;
    int population = 0;
    double latitude = 0.0;
    double longitude = 0.0;
    bool has_residents = true;  // false: only its employers take part
};

/// Door-to-door minutes between municipalities, [home][work], by car and by public transport.
class TravelTimes {
  public:
    TravelTimes() = default;
    /// Builds `count` x `count` matrices of zeros.
    explicit TravelTimes(std::size_t count);
    double& car(MunicipalityId home, MunicipalityId work) { return car_[cell(home, work)]; }
    double car(MunicipalityId home, MunicipalityId work) const { return car_[cell(home, work)]; }
    double& transit(MunicipalityId home, MunicipalityId work) { return transit_[cell(home, work)]; }
    double transit(MunicipalityId home, MunicipalityId work) const {
        return transit_[cell(home, work)];
    }

  private:
    std::size_t cell(MunicipalityId home, MunicipalityId work) const {
        return home.index() * count_ + work.index();
    }
    std::size_t count_ = 0;
    std::vector<double> car_;
    std::vector<double> transit_;
};

/// Geography shared by all runs of a study.
struct Territory {
    std::string id;
    Column<MunicipalityId, Municipality> municipalities;
    TravelTimes travel;
};

}  // namespace cantiere
