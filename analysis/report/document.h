#pragma once
/// What a report is made of, before it is a page: sections of sentences, tables and figures.

#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"

namespace cantiere {

// Texts of all blocks may hold facts (facts.h): numbers that say where they come from.

struct Paragraph {
    std::string text;
};

/// A remark of less weight: a legend, a warning about a table.
struct Remark {
    std::string text;
};

struct SubHeading {
    std::string text;
    int level = 3;  // of HTML
};

struct BulletList {
    std::vector<std::string> items;
};

/// A table with a caption; the first column names its rows, the others hold numbers unless they
/// are listed as words.
struct ReportTable {
    std::string caption;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> words;  // columns of words, besides the first
    std::vector<std::size_t> sums;   // rows that sum up, set in bold
    bool is_long = false;            // for looking up: in a frame of its own, in small print
};

/// A chart over its own data, which stand below it as a table.
struct ReportFigure {
    std::string id;      // unique in the report
    std::string kind;    // of the figures module
    std::string title;   // a sentence: what is to be seen
    std::string source;  // where the numbers come from
    nlohmann::ordered_json data;
    ReportTable table;
};

/// Text as it was written, lines and all: a command, a file.
struct Listing {
    std::string text;
};

/// A numbered list for looking up, in small print; `#ANCHOR-N` leads to its item N, from 1.
struct ReferenceList {
    std::string anchor;  // unique in the report
    std::vector<std::string> items;
};

using ReportBlock = std::variant<Paragraph,
                                 Remark,
                                 SubHeading,
                                 BulletList,
                                 ReportTable,
                                 ReportFigure,
                                 Listing,
                                 ReferenceList>;

struct ReportSection {
    std::string id;     // of the anchor
    std::string title;  // a sentence
    std::vector<ReportBlock> blocks;
};

struct ReportDocument {
    Language language = Language::english;
    std::string title;
    std::string subtitle;
    std::vector<std::string> bands;  // warnings over the whole report: a draft, gross effects
    std::vector<ReportSection> sections;
    std::string colophon;
};

}  // namespace cantiere
