#include "model/core/columns.h"
#include "model/rules/autonomy.h"
#include "model/rules/instruments.h"
#include "model/rules/internship.h"
#include "model/rules/travel.h"
#include "model/state/residents.h"
#include "model/state/territory.h"
#include "tests/support/catch.h"

namespace cantiere {

TEST_CASE("Every instrument has an owner and is either a main step or a support") {
    int main_steps = 0;
    for (const Instrument instrument : members<Instrument>()) {
        CHECK(owner(instrument) != InstitutionRole::count);
        main_steps += is_main_step(instrument);
        if (is_placed(instrument)) CHECK(is_main_step(instrument));
        if (is_course(instrument)) CHECK(is_main_step(instrument));
    }
    CHECK(main_steps == 10);
    CHECK_FALSE(is_main_step(Instrument::supported_housing));
    CHECK(owner(Instrument::health_path) == InstitutionRole::health_authority_service);
    CHECK(owner(Instrument::coop_b_placement) == InstitutionRole::social_cooperative);
}

TEST_CASE("Courses are training, for a trade or with people, and the language") {
    for (const Instrument instrument : members<Instrument>()) {
        const bool course = instrument == Instrument::vocational_training ||
                            instrument == Instrument::relational_training ||
                            instrument == Instrument::language;
        CHECK(is_course(instrument) == course);
    }
}

TEST_CASE("Who belongs to several groups drops out of an internship as the likeliest of them") {
    InternshipParameters p;
    p.ordinary_dropout_hazard = 0.05;
    p.dropout_hazard[Group::addiction] = 0.08;
    p.dropout_hazard[Group::migrant] = 0.04;
    p.dropout_hazard[Group::disability] = 0.06;
    CHECK(group_dropout_hazard(p, 0) == 0.05);
    CHECK(group_dropout_hazard(p, bit(Group::migrant)) == 0.04);
    CHECK(group_dropout_hazard(p, bit(Group::migrant) | bit(Group::addiction)) == 0.08);
    CHECK(group_dropout_hazard(p, bit(Group::addiction) | bit(Group::disability)) == 0.08);
}

TEST_CASE("A host hires with the logit of capitals, limitation, groups, territory and frailty") {
    InternshipParameters p;
    p.conversion_intercept = -1.55;
    p.conversion_territory = 0.1;
    p.conversion_professional = 1.6;
    p.conversion_relational = 1.2;
    p.conversion_disability = -0.3;
    p.conversion_frailty = 0.6;
    // -1.55 + .1 + 1.6 x .2 - 1.2 x .1 + (-.3 x .5 - .2) x .8 + .6 x .5 = -1.23; 1 / (1 + e^1.23)
    const Probability hired = conversion_probability(p, 0.7, 0.4, 0.5, -0.2, 0.8, 0.5);
    CHECK(hired.value() == Approx(0.226181).margin(1e-6));
}

TEST_CASE("Seats of internships and jobs are placed, orientation and assessment are no service") {
    CHECK(is_placed(Instrument::internship));
    CHECK(is_placed(Instrument::subsidised_hire));
    CHECK(is_placed(Instrument::coop_b_placement));
    CHECK_FALSE(is_placed(Instrument::vocational_training));
    CHECK_FALSE(counts_as_served(Instrument::orientation));
    CHECK_FALSE(counts_as_served(Instrument::skills_assessment));
    CHECK_FALSE(counts_as_served(Instrument::count));
    CHECK(counts_as_served(Instrument::counselling));
    CHECK(counts_as_served(Instrument::rent_guarantee));
}

TEST_CASE("Great-circle distances are those of the sphere") {
    CHECK(great_circle_km(43.93, 10.92, 43.93, 10.92) == 0.0);
    // A degree of latitude is pi R / 180 = 111.195 km; half the equator pi R.
    CHECK(great_circle_km(43.0, 10.0, 44.0, 10.0) == Approx(111.195).margin(0.001));
    CHECK(great_circle_km(0.0, 0.0, 0.0, 180.0) == Approx(20015.115).margin(0.001));
    // Pistoia to Prato, about 16 km.
    const double there = great_circle_km(43.9333, 10.9167, 43.8808, 11.0966);
    CHECK(there == Approx(15.5).margin(0.5));
    CHECK(there == great_circle_km(43.8808, 11.0966, 43.9333, 10.9167));
    CHECK_THROWS_AS(great_circle_km(91.0, 0.0, 0.0, 0.0), ContractViolation);
}

TEST_CASE("Travel minutes have a fixed part and a part for the way") {
    CHECK(travel_minutes(0.0, 1.3, 40.0, 5.0) == 5.0);
    CHECK(travel_minutes(20.0, 1.3, 40.0, 5.0) == Approx(44.0));
    TravelTimes travel(2);
    travel.car(MunicipalityId{0}, MunicipalityId{1}) = 44.0;
    CHECK(travel.car(MunicipalityId{0}, MunicipalityId{1}) == 44.0);
    CHECK(travel.car(MunicipalityId{1}, MunicipalityId{0}) == 0.0);
    CHECK(travel.transit(MunicipalityId{0}, MunicipalityId{1}) == 0.0);
}

}  // namespace cantiere
