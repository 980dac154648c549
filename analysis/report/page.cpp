#include "analysis/report/page.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/facts.h"
#include "analysis/report/page_style.h"

namespace cantiere {
namespace {

bool lists(const std::vector<std::size_t>& places, std::size_t place) {
    return std::ranges::find(places, place) != places.end();
}

std::string cell(std::string_view text, bool names_row, bool is_words) {
    if (names_row) return fmt::format("<th scope=\"row\">{}</th>", html_text(text));
    return fmt::format("<td{}>{}</td>", is_words ? "" : " class=\"n\"", html_text(text));
}

std::string head_of(const ReportTable& table) {
    std::string cells;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const bool is_words = column == 0 || lists(table.words, column);
        cells += fmt::format("<th scope=\"col\"{}>{}</th>",
                             is_words ? "" : " class=\"n\"",
                             html_text(table.header[column]));
    }
    return fmt::format("<thead><tr>{}</tr></thead>\n", cells);
}

std::string row_of(const ReportTable& table, std::size_t row) {
    std::string cells;
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        cells += cell(table.rows[row][column], column == 0, lists(table.words, column));
    }
    return fmt::format("<tr{}>{}</tr>\n", lists(table.sums, row) ? " class=\"sum\"" : "", cells);
}

/// A table that scrolls by itself where the page is narrower, also by keyboard.
std::string table_of(const ReportTable& table) {
    std::string rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) rows += row_of(table, row);
    return fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">"
        "<table>\n<caption>{}</caption>\n{}<tbody>\n{}</tbody></table></div>\n",
        html_text(plain_text(table.caption)),
        html_text(table.caption),
        head_of(table),
        rows);
}

/// JSON within a page: nothing in it may end the element that holds it.
std::string embedded(const nlohmann::ordered_json& json) {
    std::string text = json.dump();
    std::string safe;
    for (const char c : text) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return safe;
}

struct BlockWriter {
    Language language;

    std::string operator()(const Paragraph& p) const {
        return fmt::format("<p>{}</p>\n", html_text(p.text));
    }
    std::string operator()(const Remark& remark) const {
        return fmt::format("<p class=\"remark\">{}</p>\n", html_text(remark.text));
    }
    std::string operator()(const SubHeading& heading) const {
        return fmt::format("<h3>{}</h3>\n", html_text(heading.text));
    }
    std::string operator()(const BulletList& list) const {
        std::string items;
        for (const std::string& item : list.items) {
            items += fmt::format("<li>{}</li>\n", html_text(item));
        }
        return fmt::format("<ul>\n{}</ul>\n", items);
    }
    std::string operator()(const ReportTable& table) const { return table_of(table); }
    std::string operator()(const Listing& listing) const {
        return fmt::format("<pre tabindex=\"0\"><code>{}</code></pre>\n", html_text(listing.text));
    }
    std::string operator()(const ReportFigure& figure) const {
        return fmt::format(
            "<figure id=\"{}\" data-figure=\"{}\">\n<figcaption>{}</figcaption>\n"
            "<script type=\"application/json\">{}</script>\n{}<p class=\"source\">{}: {}</p>\n"
            "</figure>\n",
            figure.id,
            figure.kind,
            html_text(figure.title),
            embedded(figure.data),
            table_of(figure.table),
            in_language(language, "Source", "Fonte"),
            html_text(figure.source));
    }
};

std::string contents_of(const ReportDocument& document) {
    std::string items;
    for (const ReportSection& section : document.sections) {
        items += fmt::format("<li><a href=\"#{}\">{}</a></li>\n",
                             section.id,
                             html_text(plain_text(section.title)));
    }
    return fmt::format(
        "<nav aria-label=\"{0}\"><details><summary>{0}</summary><ol>\n{1}</ol>"
        "</details></nav>\n",
        in_language(document.language, "Contents", "Indice"),
        items);
}

std::string section_of(const ReportSection& section, Language language) {
    std::string blocks;
    for (const ReportBlock& block : section.blocks)
        blocks += std::visit(BlockWriter{language}, block);
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n"
        "<h2 id=\"{0}-title\">{1}</h2>\n{2}</section>\n",
        section.id,
        html_text(section.title),
        blocks);
}

/// Only what the page itself holds may run or load.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: "
    "blob:";

}  // namespace

std::string page_of(const ReportDocument& document, const PageScripts& scripts) {
    std::string body;
    for (const std::string& band : document.bands) {
        body += fmt::format("<p class=\"band\" role=\"note\">{}</p>\n", html_text(band));
    }
    body += fmt::format("<header><h1>{}</h1>\n<p class=\"subtitle\">{}</p></header>\n",
                        html_text(document.title),
                        html_text(document.subtitle));
    body += contents_of(document);
    std::string sections;
    for (const ReportSection& section : document.sections) {
        sections += section_of(section, document.language);
    }
    body += fmt::format("<main>\n{}</main>\n<footer><p>{}</p></footer>\n",
                        sections,
                        html_text(document.colophon));
    const std::string script =
        scripts.figures.empty() ? "" : fmt::format("<script>{}</script>\n", scripts.figures);
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}{}</body>\n"
        "</html>\n",
        in_language(document.language, "en", "it"),
        policy,
        html_text(plain_text(document.title)),
        page_style(),
        body,
        script);
}

}  // namespace cantiere
