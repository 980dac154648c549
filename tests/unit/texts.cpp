#include <map>
#include <set>
#include <string>

#include "analysis/catalogue/catalogue.h"
#include "analysis/catalogue/pattern.h"
#include "analysis/catalogue/told_problems.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// Texts that are the same in both languages, and may be.
const std::set<std::string>& same_in_both() {
    static const std::set<std::string> texts{
        "base",  // words of both languages
        "scenario",
        "1 scenario",
        "file",
        "1 thread",
        "in {}; {}",  // a run, and the command that repeats it
    };
    return texts;
}

std::string in_italian(std::string_view english) { return told(english, Language::italian); }

}  // namespace

TEST_CASE("Every text of the catalogue is there in both languages, and takes the same values") {
    std::size_t rows = 0;
    for (const CataloguePart& part : catalogue()) {
        for (const TextPair& row : part.rows) {
            ++rows;
            INFO(part.subject << ": " << row.english);
            CHECK_FALSE(row.english.empty());
            CHECK_FALSE(row.italian.empty());
            CHECK(holes_of(row.english) == holes_of(row.italian));
            CHECK((row.english == row.italian) ==
                  same_in_both().contains(std::string(row.english)));
        }
    }
    CHECK(rows > 500);
}

TEST_CASE("No text stands in the catalogue twice") {
    std::map<std::string, std::string> subjects;
    for (const CataloguePart& part : catalogue()) {
        for (const TextPair& row : part.rows) {
            INFO(row.english << ", also in " << subjects[std::string(row.english)]);
            CHECK(subjects[std::string(row.english)].empty());
            subjects[std::string(row.english)] = part.subject;
        }
    }
}

TEST_CASE("A finished text is told with what was filled in") {
    CHECK(in_italian("unknown option \"--thredas\"") == "opzione sconosciuta \"--thredas\"");
    CHECK(in_italian("give a whole number from 1 to 4096") == "dare un numero intero da 1 a 4096");
    CHECK(in_italian("\nending after the runs under way (Ctrl-C again ends now)\n") ==
          "\nfinisce dopo le esecuzioni in corso (un altro Ctrl-C finisce subito)\n");
    CHECK(told("give it once", Language::english) == "give it once");
}

TEST_CASE("What the user wrote is kept, even where it is a word of the catalogue") {
    CHECK(in_italian("unknown command \"seed\"") == "comando sconosciuto \"seed\"");
    CHECK(in_italian("--only is \"is\"") == "--only è \"is\"");
    CHECK(in_italian("nobody wrote this sentence") == "nobody wrote this sentence");
}

TEST_CASE("Words that are filled in are told too") {
    CHECK(in_italian("a.toml: 1 error, 3 warnings") == "a.toml: 1 errore, 3 avvisi");
    CHECK(in_italian("it is one of found, recalled or assumed") ==
          "è uno tra found, recalled o assumed");
    CHECK(in_italian("--where \"a <\", character 4: a name or a number is expected, not the end") ==
          "--where \"a <\", carattere 4: è atteso un nome o un numero, non la fine");
    CHECK(told_words("2 draws", Language::italian) == "2 estrazioni");
    CHECK(told_words("2 draws", Language::english) == "2 draws");
}

TEST_CASE("Problems are told with their codes and places") {
    Problems problems;
    problems.warning("a-code", place_of("a.toml"), "start is \"May\"", "it has no default", "");
    const Problem problem = told(problems, Language::italian).list().front();
    CHECK(problem.code == "a-code");
    CHECK(problem.severity == Severity::warning);
    CHECK(problem.place.file->path == "a.toml");
    CHECK(problem.what == "start è \"May\"");
    CHECK(problem.why == "non ha un valore predefinito");
    CHECK(problem.fix.empty());
}

TEST_CASE("Of several patterns a text follows the one that states the most of it") {
    CHECK(in_italian("draws is -3") == "draws è -3");
    CHECK(in_italian("draws is 3, outside of its range 1 to 2") ==
          "draws è 3, fuori del suo intervallo da 1 a 2");
}

TEST_CASE("A pattern finds what was filled into it") {
    const auto two = fillings("{} of {}", "3 of 4 of 5");
    REQUIRE(two);
    CHECK((*two)[0].text == "3");
    CHECK((*two)[1].text == "4 of 5");
    CHECK_FALSE(fillings("{} of {}", "3 in 4"));
    CHECK(fillings("a {*} pack", "a law pack")->front().is_told);
    // The end must fit too: the first comma is not the one of the pattern.
    CHECK(fillings("{}, high", "1, 2, high")->front().text == "1, 2");
    CHECK(fillings("{ value = {} }", "{ value = 3 }")->front().text == "3");
    CHECK(filled("{1} before {0}", {"a", "b"}) == "b before a");
    CHECK(letters_of("{} of {*}") == 4);
    CHECK(holes_of("{ x = {}, {1} }") == 2);
}

}  // namespace cantiere
