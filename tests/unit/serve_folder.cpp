#include "analysis/serve/exchange.h"
#include "analysis/serve/results_folder.h"
#include "outputs/results_error.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

/// The status with which a name is refused; 200 where it is a file of the folder.
int status_of(const ResultsFolder& folder, const std::string& name) {
    try {
        static_cast<void>(folder.file(name, ".h5"));
        return 200;
    } catch (const ApiError& error) {
        return error.status();
    }
}

}  // namespace

TEST_CASE("A name is a name: no way out of the folder, no hidden file, no control character") {
    for (const std::string name : {"a.h5", "Mine 1.h5", "è.h5", "a..b.h5"}) {
        CAPTURE(name);
        CHECK(is_plain_file_name(name));
    }
    for (const std::string& name : {std::string(),
                                    std::string("."),
                                    std::string(".."),
                                    std::string(".a.h5"),
                                    std::string("../a.h5"),
                                    std::string("a/b.h5"),
                                    std::string("a\\b.h5"),
                                    std::string("a\0.h5", 5),
                                    std::string("a\n.h5"),
                                    std::string("a\x7f.h5"),
                                    std::string(121, 'a')}) {
        CAPTURE(name);
        CHECK_FALSE(is_plain_file_name(name));
    }
    CHECK(is_run_name("Mine 1.h5"));
    CHECK(is_run_name("bari-20261129+x_y"));
    for (const std::string name : {"", "-o", ".a", " a", "a/b", "a;b", "a\nb", "è", "_a"}) {
        CAPTURE(name);
        CHECK_FALSE(is_run_name(name));
    }
}

TEST_CASE("Files are those that lie in the folder once links are resolved") {
    const TestFolder place("serve-folder");
    const fs::path inside = place.file("inside");
    fs::create_directories(inside / "folder.h5");
    write_contents(place.file("outside.h5"), "x");
    write_contents(inside / "a.h5", "x");
    write_contents(inside / "b.txt", "x");
    fs::create_symlink("../outside.h5", inside / "out.h5");
    fs::create_symlink("a.h5", inside / "in.h5");
    fs::create_symlink("nowhere.h5", inside / "broken.h5");
    fs::create_symlink("..", inside / "up");
    const ResultsFolder folder(inside);
    CHECK(folder.names(".h5") == std::vector<std::string>{"a.h5", "in.h5"});
    CHECK(status_of(folder, "a.h5") == 200);
    CHECK(status_of(folder, "in.h5") == 200);
    for (const std::string name : {"out.h5", "broken.h5", "folder.h5", "none.h5"}) {
        CAPTURE(name);
        CHECK(status_of(folder, name) == 404);
    }
    for (const std::string name : {"../outside.h5", "up/outside.h5", "b.txt", "", "a"}) {
        CAPTURE(name);
        CHECK(status_of(folder, name) == 400);
    }
    CHECK_THROWS_AS(ResultsFolder(place.file("nowhere")), ResultsError);
    CHECK_THROWS_AS(ResultsFolder(place.file("outside.h5")), ResultsError);
    fs::create_directory_symlink(inside, place.file("link"));
    CHECK(status_of(ResultsFolder(place.file("link")), "a.h5") == 200);
}

TEST_CASE("Values of a request are known, stated once and of their kind") {
    const auto status = [](const std::multimap<std::string, std::string>& values) {
        try {
            const Query query(values, {"wtp", "scenarios"});
            static_cast<void>(query.amount("wtp"));
            return 200;
        } catch (const ApiError& error) {
            return error.status();
        }
    };
    CHECK(status({{"wtp", "20000"}, {"lang", "it"}}) == 200);
    CHECK(status({{"wtp", ""}}) == 200);
    CHECK(status({{"wtp", "1"}, {"wtp", "2"}}) == 400);
    CHECK(status({{"wpt", "1"}}) == 400);
    CHECK(status({{"lang", "de"}}) == 400);
    for (const char* const text : {"-1", "nan", "inf", "1e999", "1,5", "1 ", "0x10", "1e13"}) {
        CAPTURE(text);
        CHECK(status({{"wtp", text}}) == 400);
    }
    const Query query({{"scenarios", "a,,b,"}}, {"scenarios"});
    CHECK(query.names("scenarios") == std::vector<std::string>{"a", "b"});
}

}  // namespace cantiere
