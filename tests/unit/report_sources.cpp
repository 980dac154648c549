#include <array>
#include <string>
#include <utility>
#include <vector>

#include "analysis/report/facts.h"
#include "analysis/report/sources.h"
#include "analysis/shell_word.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

StatedInput citing(std::vector<std::string> sources, Quality quality = Quality::assumed) {
    StatedInput input;
    input.sources = std::move(sources);
    input.quality = quality;
    return input;
}

EvidenceRows catalogue_of(const std::vector<std::array<std::string, 3>>& rows) {
    EvidenceRows all;
    for (const auto& [key, quality, citation] : rows) {
        EvidenceRow row;
        row.key = key;
        row.quality = quality;
        row.source = citation;
        all.emplace(key, row);
    }
    return all;
}

std::vector<std::string> texts_of(const Bibliography& bibliography, Language language) {
    std::vector<std::string> texts;
    for (const CitedSource& source : bibliography.sources()) {
        texts.push_back(plain_text(source_text(source, language)));
    }
    return texts;
}

}  // namespace

TEST_CASE("A bibliography has each citation once, in order, with the keys that lead to it") {
    const StatedInput both = citing({"b", "a", "none"});
    const StatedInput same = citing({"a", "a2"});
    const StatedInput own = citing({"our survey"}, Quality::found);
    const Bibliography bibliography({both, same, own},
                                    catalogue_of({{"a", "found", "Zeta 2010"},
                                                  {"a2", "assumed", "Zeta 2010"},
                                                  {"b", "recalled", "alpha, p. 3"},
                                                  {"none", "assumed", "-"},
                                                  {"never cited", "found", "Beta"}}));
    REQUIRE(texts_of(bibliography, Language::english) ==
            std::vector<std::string>{"alpha, p. 3 (recalled: b)",
                                     "our survey (not in the catalogue; found)",
                                     "Zeta 2010 (assumed: a2; found: a)",
                                     "No citation (assumed: none)"});
    REQUIRE(texts_of(bibliography, Language::italian) ==
            std::vector<std::string>{"alpha, p. 3 (a memoria: b)",
                                     "our survey (non è nel catalogo; trovato)",
                                     "Zeta 2010 (ipotesi: a2; trovato: a)",
                                     "Nessuna citazione (ipotesi: none)"});
    REQUIRE(bibliography.numbers_of(both) == std::vector<std::size_t>{1, 3, 4});
    REQUIRE(bibliography.numbers_of(same) == std::vector<std::size_t>{3});
    REQUIRE(bibliography.numbers_of(own) == std::vector<std::size_t>{2});
    REQUIRE(bibliography.numbers_of(citing({})).empty());
}

TEST_CASE("Addresses and DOIs of a citation are links, and nothing else of it is") {
    const auto page_text = [](const std::string& citation) {
        return html_text(source_text({citation, true, {{"found", {"k"}}}}, Language::english));
    };
    REQUIRE(page_text("Kroft 2013 (10.1093/qje/qjt015): <eight> months") ==
            "Kroft 2013 (<a href=\"https://doi.org/10.1093/qje/qjt015\">10.1093/qje/qjt015</a>): "
            "&lt;eight&gt; months (found: k)");
    REQUIRE(page_text("see https://example.org/a?b=1&c. Then") ==
            "see <a href=\"https://example.org/a?b=1&amp;c\">https://example.org/a?b=1&amp;c</a>. "
            "Then (found: k)");
    REQUIRE(page_text("javascript:alert(1) of 110.12345/x, art. 10.2") ==
            "javascript:alert(1) of 110.12345/x, art. 10.2 (found: k)");
}

TEST_CASE("Marks of the page within a source mean nothing") {
    const Bibliography bibliography({citing({"\x04#top\x02text\x05 and \x01unfinished"})}, {});
    REQUIRE(html_text(source_text(bibliography.sources().front(), Language::english)) ==
            " #top text  and  unfinished (not in the catalogue; assumed)");
}

TEST_CASE("A text with a mark that does not end is written to its end") {
    REQUIRE(plain_text("a \x04to\x02text") == "a text");
    REQUIRE(html_text(link("#source-3", "3") + ", " + link("#source-12", "12")) ==
            "<a href=\"#source-3\">3</a>, <a href=\"#source-12\">12</a>");
}

TEST_CASE("Words of a command line reach a shell as they are") {
    REQUIRE(shell_word("internship.slots=60") == "internship.slots=60");
    REQUIRE(shell_word("") == "''");
    REQUIRE(shell_word("it's $HOME") == "'it'\\''s $HOME'");
    REQUIRE(shell_word("a={ x = \"1\" }") == "'a={ x = \"1\" }'");
}

}  // namespace cantiere
