#include "analysis/report/page.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include <fmt/format.h>

#include "analysis/report/facts.h"
#include "analysis/report/page_style.h"
#include "outputs/sha256.h"

namespace cantiere {
namespace {

bool lists(const std::vector<std::size_t>& places, std::size_t place) {
    return std::ranges::find(places, place) != places.end();
}

/// Text for readers: what stands between backticks is a command or a file.
std::string prose(std::string_view text) {
    std::string written = html_text(text);
    for (std::size_t from = written.find('`'); from != std::string::npos;) {
        const std::size_t to = written.find('`', from + 1);
        if (to == std::string::npos) break;
        const std::string inside = written.substr(from + 1, to - from - 1);
        const std::string code = fmt::format("<code>{}</code>", inside);
        written.replace(from, to - from + 1, code);
        from = written.find('`', from + code.size());
    }
    return written;
}

std::string cell(std::string_view text, bool names_row, bool is_words) {
    if (names_row) return fmt::format("<th scope=\"row\">{}</th>", html_text(text));
    return fmt::format("<td{}>{}</td>", is_words ? "" : " class=\"n\"", prose(text));
}

std::string header_row(const ReportTable& table) {
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
        "<div class=\"scroll{}\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">"
        "<table>\n<caption>{}</caption>\n{}<tbody>\n{}</tbody></table></div>\n",
        table.is_long ? " long" : "",
        html_text(plain_text(table.caption)),
        html_text(table.caption),
        header_row(table),
        rows);
}

/// JSON within a page: nothing in it may end the element that holds it.
std::string embedded(const nlohmann::ordered_json& json) {
    std::string safe;
    for (const char c : json.dump()) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return safe;
}

struct BlockWriter {
    Language language;

    std::string operator()(const Paragraph& p) const {
        return fmt::format("<p>{}</p>\n", prose(p.text));
    }
    std::string operator()(const Remark& remark) const {
        return fmt::format("<p class=\"remark\">{}</p>\n", prose(remark.text));
    }
    std::string operator()(const SubHeading& heading) const {
        return fmt::format("<h{0}>{1}</h{0}>\n", heading.level, html_text(heading.text));
    }
    std::string operator()(const BulletList& list) const {
        std::string items;
        for (const std::string& item : list.items) {
            items += fmt::format("<li>{}</li>\n", prose(item));
        }
        return fmt::format("<ul>\n{}</ul>\n", items);
    }
    std::string operator()(const ReportTable& table) const { return table_of(table); }
    std::string operator()(const Listing& listing) const {
        return fmt::format("<pre tabindex=\"0\"><code>{}</code></pre>\n", html_text(listing.text));
    }
    std::string operator()(const ReferenceList& list) const {
        std::string items;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            items += fmt::format("<li id=\"{}-{}\">{}</li>\n",
                                 list.anchor,
                                 i + 1,
                                 html_text(list.items[i]));
        }
        return fmt::format("<ol class=\"references\">\n{}</ol>\n", items);
    }
    std::string operator()(const ReportFigure& figure) const {
        return fmt::format(
            "<figure id=\"{}\" data-figure=\"{}\">\n<figcaption>{}</figcaption>\n"
            "<script type=\"application/json\" data-figure-data=\"{}\">{}</script>\n"
            "<details class=\"data\" open><summary>{}</summary>\n{}</details>\n"
            "<p class=\"source\">{}: {}</p>\n</figure>\n",
            figure.id,
            figure.kind,
            html_text(figure.title),
            figure.id,
            embedded(figure.data),
            in_language(language, "The numbers", "I numeri"),
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

/// Bytes as Base64 (RFC 4648).
std::string base64(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? digits[group >> (18 - 6 * k) & 63U] : '=';
        }
    }
    return text;
}

/// What a policy allows of one inline text, by its hash; nothing where there is none.
std::string allowed(std::string_view text) {
    return text.empty() ? "'none'" : fmt::format("'sha256-{}'", base64(sha256(text)));
}

/// Only the one script and the one style that the page holds count, and nothing may load.
std::string policy_of(std::string_view script, std::string_view style) {
    return fmt::format(
        "default-src 'none'; script-src {}; style-src {}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'",
        allowed(script),
        allowed(style));
}

std::string head_of(const ReportDocument& document, const PageScripts& scripts) {
    const std::string style = fmt::format("{}{}", scripts.style, page_style());
    return fmt::format(
        "<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n",
        policy_of(scripts.script, style),
        html_text(plain_text(document.title)),
        style);
}

/// Says why a page has no charts, where it has none.
std::string_view without_charts(const ReportDocument& document, const PageScripts& scripts) {
    if (!scripts.script.empty()) return "";
    return in_language(document.language,
                       " Charts are left out, as this program was built without npm; their numbers "
                       "stand in the tables.",
                       " I grafici mancano, perché questo programma è stato compilato senza npm; i "
                       "loro numeri stanno nelle tavole.");
}

std::string body_of(const ReportDocument& document, const PageScripts& scripts) {
    std::string bands;
    for (const std::string& band : document.bands) {
        bands += fmt::format("<p class=\"band\" role=\"note\">{}</p>\n", html_text(band));
    }
    std::string sections;
    for (const ReportSection& section : document.sections) {
        sections += section_of(section, document.language);
    }
    return fmt::format(
        "<header>{}<h1>{}</h1>\n<p class=\"subtitle\">{}</p></header>\n{}"
        "<main>\n{}</main>\n<footer><p>{}{}</p></footer>\n",
        bands,
        html_text(document.title),
        html_text(document.subtitle),
        contents_of(document),
        sections,
        html_text(document.colophon),
        without_charts(document, scripts));
}

}  // namespace

std::string page_of(const ReportDocument& document, const PageScripts& scripts) {
    const std::string script =
        scripts.script.empty() ? "" : fmt::format("<script>{}</script>\n", scripts.script);
    return fmt::format("<!doctype html>\n<html lang=\"{}\">\n{}<body>\n{}{}</body>\n</html>\n",
                       in_language(document.language, "en", "it"),
                       head_of(document, scripts),
                       body_of(document, scripts),
                       script);
}

}  // namespace cantiere
