#include "model/names.h"

#include <string>

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

template <class E>
std::string joined() {
    std::string text;
    for (const Label& label : labels(E{})) {
        text += text.empty() ? "" : " ";
        text += label.name;
    }
    return text;
}

template <class E>
void check_round_trip() {
    for (const E member : members<E>()) {
        REQUIRE(parse<E>(name(member)) == member);
        REQUIRE_FALSE(text_en(member).empty());
        REQUIRE_FALSE(text_it(member).empty());
    }
    CHECK_FALSE(parse<E>("").has_value());
    CHECK_FALSE(parse<E>("count").has_value());
    CHECK_FALSE(parse<E>(std::string(name(E{})) + " ").has_value());
}

}  // namespace

TEST_CASE("The lists of names are those of the contract, in its order") {
    CHECK(joined<Payer>() ==
          "municipality health_authority province_region state european_union employer "
          "third_sector resident");
    CHECK(joined<Group>() ==
          "long_term_unemployed disability detained_or_ex violence_survivor migrant homeless "
          "addiction care_leaver mental_health");
    CHECK(joined<Domain>() == "income work housing health relations skills safety administration");
    CHECK(joined<CareState>() ==
          "unknown known referred assessed_waiting in_project follow_up tapering exited excluded "
          "out");
    CHECK(joined<WorkState>() ==
          "inactive seeking internship subsidised coop_b fixed_term open_ended self_employed "
          "detained");
    CHECK(joined<Instrument>() ==
          "orientation counselling skills_assessment relational_training vocational_training "
          "language internship subsidised_hire coop_b_placement job_tutor supported_housing "
          "rent_guarantee transport_voucher microcredit aids safety_refuge health_path childcare");
    CHECK(joined<PlacementPolicy>() ==
          "first_come need_first commission_score employability uplift lottery "
          "serial_dictatorship deferred_acceptance deferred_acceptance_employer "
          "top_trading_cycles optimal optimal_with_floors bid_price");
    CHECK(joined<Module>() ==
          "demography households frailty outreach network commission services travel desks aids "
          "housing transport microcredit employers displacement contacts justice violence "
          "benefits trust exclusion learning");
    CHECK(joined<Category>() ==
          "assessment orientation training internship tutoring hiring_incentive cooperative "
          "housing transport microcredit aids refuge health childcare desk coordination benefit "
          "detention wage tax_and_contributions in_kind");
}

TEST_CASE("A name finds the member it belongs to, and no other text does") {
    check_round_trip<Payer>();
    check_round_trip<Group>();
    check_round_trip<Domain>();
    check_round_trip<CareState>();
    check_round_trip<WorkState>();
    check_round_trip<Instrument>();
    check_round_trip<PlacementPolicy>();
    check_round_trip<Module>();
    check_round_trip<Category>();
}

TEST_CASE("A member stands where its name stands") {
    CHECK(name(Payer::european_union) == "european_union");
    CHECK(name(Instrument::childcare) == "childcare");
    CHECK(name(PlacementPolicy::bid_price) == "bid_price");
    CHECK(name(Module::learning) == "learning");
    CHECK(name(Category::tax_and_contributions) == "tax_and_contributions");
    CHECK(text_en(Payer::health_authority) == "Health authority");
    CHECK(text_it(Payer::municipality) == "Comune");
}
