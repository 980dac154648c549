#include "analysis/comparison_json.h"
#include "analysis/serve/api.h"
#include "tests/support/catch.h"
#include "tests/unit/analysis_comparison_example.h"

namespace cantiere {
namespace {

using Values = std::multimap<std::string, std::string>;

struct Told {
    int status = 0;
    ApiJson json;
};

Told told(const ApiAnswer& answer) { return {answer.status, ApiJson::parse(answer.body)}; }

Told ask(Api& api, const std::string& path, const Values& query = {}) {
    return told(api.answer({Method::get, path, query, ""}));
}

Told send(Api& api, const std::string& path, const ApiJson& body) {
    return told(api.answer({Method::post, path, {}, body.dump()}));
}

/// The folder of the example: as usual, and a programme called a twin. By hand: the programme costs
/// 100 EUR x (draw - 0.5) more, -50, 50 and 150, so 50 on average; it gives 3 autonomy-years.
struct ServedExample {
    TestFolder folder{"serve-answers"};
    Results results = example_results(folder, example_header());
    Api api{folder.path(), {}};
};

const ApiJson& scenario(const ApiJson& comparison, std::size_t place) {
    return comparison["scenarios"][place];
}

constexpr std::string_view own_body = R"({"name": "mine", "study": "bari", "draws": 1,
    "own": {"id": "mine", "from": "bari-cantiere", "set": {"internship.slots": 45}}})";

}  // namespace

TEST_CASE("A comparison that is served is the one of compare --json") {
    ServedExample example;
    const Told served = ask(example.api, "compare", {{"result", "example.h5"}});
    REQUIRE(served.status == 200);
    Comparison comparison = compare(example.results, {});
    CHECK(served.json["comparison"] == ApiJson::parse(as_json(comparison).dump()));
    CHECK_THAT(served.json["headline"].get<std::string>(),
               Catch::Contains("As usual") || Catch::Contains("usual"));
}

TEST_CASE("A comparison follows base, willingness to pay and perspective of the request") {
    ServedExample example;
    const auto difference = [&](Values query, const char* variable, std::size_t place) {
        query.emplace("result", "example.h5");
        const Told served = ask(example.api, "compare", query);
        REQUIRE(served.status == 200);
        return scenario(served.json["comparison"], place)["difference"][variable]["mean"]
            .get<double>();
    };
    CHECK(difference({}, "net_cost_public", 1) == Approx(50.0));
    CHECK(difference({}, "net_benefit", 1) == Approx(3.0 * 20000.0 - 50.0));
    CHECK(difference({{"wtp", "10"}}, "net_benefit", 1) == Approx(3.0 * 10.0 - 50.0));
    CHECK(difference({{"wtp", "0"}}, "net_benefit", 1) == Approx(-50.0));
    CHECK(difference({{"base", "pisola-null-twin"}}, "net_cost_public", 0) == Approx(-50.0));
    CHECK(difference({{"perspective", "state"}, {"wtp", "10"}}, "net_benefit", 1) ==
          Approx(3.0 * 10.0 - 50.0));
    CHECK(difference({{"perspective", "municipality"}, {"wtp", "10"}}, "net_benefit", 1) ==
          Approx(3.0 * 10.0));
    CHECK(ask(example.api, "compare", {{"result", "example.h5"}, {"scenarios", "pisola"}}).status ==
          400);
    CHECK(ask(example.api, "compare", {{"result", "example.h5"}, {"perspective", "all"}}).status ==
          400);
    CHECK(ask(example.api, "compare", {}).status == 400);
}

TEST_CASE("Figures of a scenario alone show it, whatever it is, on the plane where it lies") {
    ServedExample example;
    const Told served =
        ask(example.api,
            "figures",
            {{"result", "example.h5"}, {"scenarios", "pisola-null-twin"}, {"wtp", "5000"}});
    REQUIRE(served.status == 200);
    bool has_plane = false;
    for (const ApiJson& figure : served.json["figures"]) {
        CHECK(figure["schema"] == 1);
        if (figure["kind"] != "plane") continue;
        has_plane = true;
        CHECK(figure["tab"] == "value");
        CHECK(figure["wtp"] == 5000.0);
        REQUIRE(figure["strategies"].size() == 2);
        CHECK(figure["strategies"][1]["cost"]["mean"].get<double>() == Approx(50.0));
        CHECK(figure["strategies"][1]["effect"]["mean"].get<double>() == Approx(3.0));
    }
    CHECK(has_plane);
}

TEST_CASE("The list of runs tells what a file says of itself") {
    ServedExample example;
    write_contents(example.folder.file("other.h5"), "no results");
    const Told served = ask(example.api, "runs", {{"lang", "it"}});
    REQUIRE(served.json.size() == 1);
    const ApiJson& run = served.json[0];
    CHECK(run["name"] == "example.h5");
    CHECK(run["title"] == "Pi.So.La. a Pistoia, così com'è");
    CHECK(run["start"] == "2015-11");
    CHECK(run["draft"] == true);
    CHECK(run["scenarios"][1]["null_twin"] == true);
    CHECK(run["bytes"] == std::filesystem::file_size(example.folder.file("example.h5")));
}

TEST_CASE("Paths, methods and bodies that the interface lacks are refused as problems") {
    ServedExample example;
    const auto refused = [](const Told& answer) {
        CHECK_FALSE(answer.json["problems"][0]["message"].get<std::string>().empty());
        return answer.status;
    };
    CHECK(refused(ask(example.api, "nothing")) == 404);
    CHECK(refused(ask(example.api, "runs/1")) == 404);
    CHECK(refused(ask(example.api, "about/")) == 404);
    CHECK(refused(ask(example.api, "jobs/7")) == 404);
    CHECK(refused(ask(example.api, "jobs/7/cancel")) == 405);
    CHECK(refused(ask(example.api, "check")) == 405);
    CHECK(refused(send(example.api, "compare", {})) == 405);
    CHECK(refused(told(example.api.answer({Method::post, "check", {}, "{"}))) == 400);
    CHECK(refused(send(example.api, "check", ApiJson::array())) == 400);
    const std::string deep =
        R"({"set": {"x": )" + std::string(200'000, '[') + std::string(200'000, ']') + "}}";
    CHECK(refused(told(example.api.answer({Method::post, "check", {}, deep}))) == 400);
    CHECK(refused(send(example.api, "check", {{"study", "bari"}})) == 400);
    CHECK(refused(send(example.api, "runs", {{"name", "x"}, {"study", 3}})) == 400);
    CHECK(refused(send(example.api, "runs", {{"name", "x"}, {"study", "bari"}, {"draws", 0}})) ==
          400);
    CHECK(refused(send(example.api, "runs", {{"name", "x"}, {"study", "bari"}, {"draw", 1}})) ==
          400);
    CHECK(refused(send(example.api, "runs", {{"name", "x"}, {"study", "barri"}})) == 404);
}

TEST_CASE("What is wrong with a request is told in its language") {
    const TestFolder folder("serve-language");
    Api api(folder.path(), {});
    const ApiJson problem = ask(api, "nowhere", {{"lang", "it"}}).json["problems"][0];
    CHECK(problem["message"] == "a questo indirizzo non c'è nulla (l'interfaccia ne ha altri)");
}

TEST_CASE("A server that reads only refuses runs and writes nothing") {
    const TestFolder folder("serve-read-only");
    Api api(folder.path(), {true});
    CHECK(send(api, "runs", ApiJson::parse(own_body)).status == 403);
    CHECK(send(api, "jobs/1/cancel", {}).status == 403);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("A lever out of range is told with its key, and no study is written") {
    const TestFolder folder("serve-check");
    Api api(folder.path(), {});
    ApiJson body{{"study", "bari"},
                 {"scenario", "bari-cantiere"},
                 {"set", {{"internship.slots", 45}}}};
    CHECK(send(api, "check", body).json["ok"] == true);
    body["set"]["internship.slots"] = -5;
    const Told wrong = send(api, "check", body);
    CHECK(wrong.json["ok"] == false);
    CHECK(wrong.json["problems"][0]["key"] == "internship.slots");
    const Told in_italian =
        told(api.answer({Method::post, "check", {{"lang", "it"}}, body.dump()}));
    CHECK(in_italian.json["problems"][0]["hint"] == "scrivere un numero da 0 a 100000");
    CHECK(in_italian.json["problems"][0]["code"] == wrong.json["problems"][0]["code"]);
    ApiJson order = ApiJson::parse(own_body);
    order["own"]["set"]["internship.slots"] = -5;
    CHECK(send(api, "runs", order).status == 422);
    CHECK(std::filesystem::is_empty(folder.path()));
}

}  // namespace cantiere
