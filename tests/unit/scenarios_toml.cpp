#include "scenarios/csv.h"
#include "scenarios/toml_reader.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

struct Reading {
    std::optional<TomlTable> table;
    Problems problems;
};

Reading read(std::map<std::string, std::string> texts, const std::string& path = "a.toml") {
    const FileSource source = memory_files(std::move(texts));
    ReadFiles files;
    Reading reading;
    reading.table = read_toml(path, "the study", std::nullopt, {source, files, reading.problems});
    return reading;
}

std::string first_error(const Reading& reading) {
    return reading.problems.list().empty() ? "" : text(reading.problems.list().front());
}

const TomlValue& at(const TomlTable& table, const std::string& key) {
    const TomlValue* value = table.find(key);
    REQUIRE(value != nullptr);
    return *value;
}

}  // namespace

TEST_CASE("Every value knows its file, line and column") {
    const Reading reading = read({{"a.toml", "x = 1\n[t]\n  y = { z = \"w\" }\n"}});
    const TomlTable& inner = *at(*at(*reading.table, "t").as<TomlTable>(), "y").as<TomlTable>();
    const Place& place = at(inner, "z").place;
    REQUIRE(text(place) == "a.toml:3:13");
}

TEST_CASE("Keys keep the order of the file") {
    const Reading reading = read({{"a.toml", "zebra = 1\napple = 2\n"}});
    REQUIRE(reading.table->entries[0].key == "zebra");
}

TEST_CASE("A decimal comma is explained with the number that was meant") {
    const std::string error = first_error(read({{"a.toml", "x = 1\nseed = 1,5\n"}}));
    REQUIRE_THAT(error, contains_text("a.toml:2:9: 1,5 has a decimal comma"));
    REQUIRE_THAT(error, contains_text("write 1.5"));
}

TEST_CASE("Three digits after a comma may be thousands, and both readings are told") {
    REQUIRE_THAT(first_error(read({{"a.toml", "wtp = 20,000\n"}})),
                 contains_text("write 20000 if thousands are meant, 20.000 if not"));
}

TEST_CASE("A decimal comma inside a table is explained too") {
    REQUIRE_THAT(first_error(read({{"a.toml", "x = { value = 0,25, unit = \"1\" }\n"}})),
                 contains_text("write 0.25"));
}

TEST_CASE("Only the first syntax error of a file is told, with its line") {
    const Reading reading = read({{"a.toml", "ok = 1\nx = = 2\ny = = 3\n"}});
    REQUIRE_FALSE(reading.table);
    REQUIRE(reading.problems.list().size() == 1);
    REQUIRE_THAT(first_error(reading), contains_text("a.toml:2:"));
}

TEST_CASE("A missing file offers the file of nearly the same name") {
    REQUIRE_THAT(first_error(read({{"t/bari.toml", "x = 1\n"}}, "t/bary.toml")),
                 contains_text("did you mean \"bari.toml\"?"));
}

TEST_CASE("An empty file, a binary file and an HDF5 file are told apart") {
    REQUIRE_THAT(first_error(read({{"a.toml", " \n"}})), contains_text("this file is empty"));
    REQUIRE_THAT(first_error(read({{"a.toml", std::string("\0\1\2\xff", 4)}})),
                 contains_text("zero bytes"));
    REQUIRE_THAT(first_error(read({{"a.toml", "caff\xe8 = 1\n"}})), contains_text("not UTF-8"));
    REQUIRE_THAT(first_error(read({{"a.toml", "\x89HDF\r\n\x1a\nrest"}})),
                 contains_text("it is an HDF5 file"));
}

TEST_CASE("A folder in place of a file is named as one") {
    ReadFiles files;
    Problems problems;
    const FileSource disk = disk_files("");
    REQUIRE_FALSE(read_toml("/tmp", "the study", std::nullopt, {disk, files, problems}));
    REQUIRE_THAT(text(problems), contains_text("/tmp is a folder"));
}

TEST_CASE("Extending merges tables deep and replaces lists") {
    const Reading reading = read({{"a.toml", "extends = [\"b.toml\"]\nlist = [3]\n[t]\nx = 2\n"},
                                  {"b.toml", "list = [1, 2]\n[t]\nx = 1\ny = 1\n"}});
    REQUIRE(toml_text(at(*reading.table, "t")) == "{ x = 2, y = 1 }");
    REQUIRE(toml_text(at(*reading.table, "list")) == "[3]");
}

TEST_CASE("Extended files merge from left to right and each value keeps its own file") {
    const Reading reading = read({{"a.toml", "extends = [\"b.toml\", \"c.toml\"]\n"},
                                  {"b.toml", "x = 1\ny = 1\n"},
                                  {"c.toml", "x = 2\n"}});
    REQUIRE(text(at(*reading.table, "x").place) == "c.toml:1:5");
    REQUIRE(text(at(*reading.table, "y").place) == "b.toml:2:5");
}

TEST_CASE("Entries with a name merge by it across files") {
    const Reading reading = read(
        {{"a.toml", "extends = [\"b.toml\"]\n[[s]]\nid = \"two\"\nx = 9\n[[s]]\nid = \"three\"\n"},
         {"b.toml", "[[s]]\nid = \"one\"\n[[s]]\nid = \"two\"\nx = 1\ny = 1\n"}});
    REQUIRE(toml_text(at(*reading.table, "s")) ==
            "[{ id = \"one\" }, { id = \"two\", x = 9, y = 1 }, { id = \"three\" }]");
}

TEST_CASE("A number with its source is replaced as a whole, a range alone is merged into it") {
    const std::string base = "n = { value = 1, low = 0, high = 2, source = \"s\" }\n";
    const Reading whole =
        read({{"a.toml", "extends = [\"b.toml\"]\nn = { value = 5 }\n"}, {"b.toml", base}});
    REQUIRE(toml_text(at(*whole.table, "n")) == "{ value = 5 }");
    const Reading part =
        read({{"a.toml", "extends = [\"b.toml\"]\nn = { high = 3 }\n"}, {"b.toml", base}});
    REQUIRE(toml_text(at(*part.table, "n")) == "{ value = 1, low = 0, high = 3, source = \"s\" }");
}

TEST_CASE("The same name twice in one file is an error") {
    const Reading reading = read({{"a.toml", "[[s]]\nid = \"one\"\n[[s]]\nid = \"one\"\n"}});
    REQUIRE_THAT(first_error(reading), contains_text("a.toml:4:6: [[s]] \"one\" stands twice"));
}

TEST_CASE("Files that extend each other in a circle are told with the way round") {
    const Reading reading =
        read({{"a.toml", "extends = [\"b.toml\"]\n"}, {"b.toml", "extends = [\"a.toml\"]\n"}});
    REQUIRE_FALSE(reading.table);
    REQUIRE_THAT(first_error(reading), contains_text("the way is a.toml > b.toml > a.toml"));
}

TEST_CASE("Two ways to the same extended file are no circle") {
    const Reading reading = read({{"a.toml", "extends = [\"b.toml\", \"c.toml\"]\n"},
                                  {"b.toml", "extends = [\"d.toml\"]\n"},
                                  {"c.toml", "extends = [\"d.toml\"]\n"},
                                  {"d.toml", "x = 1\n"}});
    REQUIRE(reading.table);
    REQUIRE(reading.problems.list().empty());
}

TEST_CASE("A file of another kind cannot be extended") {
    const Reading reading = read({{"a.toml", "kind = \"law\"\nextends = [\"b.toml\"]\n"},
                                  {"b.toml", "kind = \"policy\"\n"}});
    REQUIRE_FALSE(reading.table);
    REQUIRE_THAT(first_error(reading), contains_text("b.toml is of kind \"policy\""));
}

TEST_CASE("CSV cells may hold commas and quotes, rows of another length are told") {
    Problems problems;
    const CsvTable table = parse_csv(std::make_shared<const SourceFile>(
                                         SourceFile{"t.csv", "k,v\r\n\"a, \"\"b\"\"\",2\n1,2,3\n"}),
                                     problems);
    REQUIRE(table.rows.size() == 1);
    REQUIRE(table.rows[0].cells[0] == "a, \"b\"");
    REQUIRE_THAT(text(problems), contains_text("t.csv:3:1: this row has 3 cells"));
}

TEST_CASE("A number of a table has a decimal point and nothing behind it") {
    REQUIRE(parse_number("1.5") == 1.5);
    REQUIRE_FALSE(parse_number("1,5"));
    REQUIRE_FALSE(parse_number(""));
    REQUIRE_FALSE(parse_number("nan"));
}
