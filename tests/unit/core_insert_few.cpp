#include "model/core/insert_few.h"

#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

using Numbered = std::pair<int, char>;

bool by_number(const Numbered& a, const Numbered& b) { return a.first < b.first; }

TEST_CASE("A few are inserted in order, after their equals, wherever they belong") {
    std::vector<Numbered> many{{2, 'm'}, {4, 'm'}, {4, 'n'}, {9, 'm'}};
    insert_few(many, {{1, 'f'}, {4, 'f'}, {4, 'g'}, {5, 'f'}, {10, 'f'}}, by_number);
    REQUIRE(many == std::vector<Numbered>{{1, 'f'},
                                          {2, 'm'},
                                          {4, 'm'},
                                          {4, 'n'},
                                          {4, 'f'},
                                          {4, 'g'},
                                          {5, 'f'},
                                          {9, 'm'},
                                          {10, 'f'}});
}

TEST_CASE("Nothing is inserted, and into nothing") {
    std::vector<Numbered> many;
    insert_few(many, {}, by_number);
    REQUIRE(many.empty());
    insert_few(many, {{3, 'f'}}, by_number);
    REQUIRE(many == std::vector<Numbered>{{3, 'f'}});
    insert_few(many, {}, by_number);
    REQUIRE(many.size() == 1);
}

}  // namespace
}  // namespace cantiere
