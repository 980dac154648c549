#include "analysis/report/facts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

// Marks of a fact within a text, control characters that no text holds: OF, value, half of its
// interval and the text shown.
constexpr char begins = '\x01';
constexpr char parts = '\x02';
constexpr char ends = '\x03';
// Marks of a link: where it leads and the text shown.
constexpr char link_begins = '\x04';
constexpr char link_ends = '\x05';

/// Writes a number so that reading it gives the same one; empty for none.
std::string exact(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

std::string marked(std::string_view of, double value, double half, std::string_view text) {
    return fmt::format("{}{}{}{}{}{}{}{}{}",
                       begins,
                       of,
                       parts,
                       exact(value),
                       parts,
                       exact(half),
                       parts,
                       text,
                       ends);
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

/// The parts of a fact.
struct Read {
    std::string_view of, value, half, shown;
};

Read read_fact(std::string_view inside) {
    const std::size_t value = inside.find(parts);
    const std::size_t half = inside.find(parts, value + 1);
    const std::size_t shown = inside.find(parts, half + 1);
    return {inside.substr(0, value),
            inside.substr(value + 1, half - value - 1),
            inside.substr(half + 1, shown - half - 1),
            inside.substr(shown + 1)};
}

/// Copies a text, words by `write_words`, what stands between two marks by `write_marked`.
template <class Words, class Marked>
std::string copied(std::string_view text,
                   char first,
                   char last,
                   Words write_words,
                   Marked write_marked) {
    std::string result;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find(first), text.size());
        result += write_words(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const std::size_t end = std::min(text.find(last), text.size());
        result += write_marked(text.substr(1, end - 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::string data_element(const Read& read) {
    const std::string half = read.half.empty() ? "" : fmt::format(R"( data-half="{}")", read.half);
    return fmt::format(R"(<data value="{}"{} data-of="{}">{}</data>)",
                       read.value,
                       half,
                       escaped(read.of),
                       escaped(read.shown));
}

std::string link_element(std::string_view inside) {
    const std::size_t shown = inside.find(parts);
    return fmt::format("<a href=\"{}\">{}</a>",
                       escaped(inside.substr(0, shown)),
                       escaped(inside.substr(shown + 1)));
}

std::string html_words(std::string_view words) {
    return copied(words, link_begins, link_ends, escaped, link_element);
}

std::string plain_words(std::string_view words) {
    return copied(
        words,
        link_begins,
        link_ends,
        [](std::string_view text) { return std::string(text); },
        [](std::string_view inside) { return std::string(inside.substr(inside.find(parts) + 1)); });
}

}  // namespace

std::string fact(std::string_view of, double value, std::string_view text) {
    return marked(of, value, no_value, text);
}

std::string difference_fact(std::string_view of, const Stat& stat, Language language) {
    return marked(of, stat.mean, (stat.high - stat.low) / 2.0, difference_text(stat, language));
}

std::string size_fact(std::string_view of, const Stat& stat, Language language) {
    std::string text = difference_text(stat, language);
    text.erase(0, std::min(text.find_first_of("0123456789"), text.size()));
    return marked(of, std::abs(stat.mean), (stat.high - stat.low) / 2.0, text);
}

std::string level_fact(std::string_view of, const Stat& stat, Language language) {
    return fact(of, stat.mean, mean_text(stat, language));
}

std::string share_fact(std::string_view of, double share, Language language) {
    return fact(of, share, percent_text(share, language));
}

std::string link(std::string_view to, std::string_view text) {
    return fmt::format("{}{}{}{}{}", link_begins, to, parts, text, link_ends);
}

std::string html_text(std::string_view text) {
    return copied(text, begins, ends, html_words, [](std::string_view inside) {
        return data_element(read_fact(inside));
    });
}

std::string plain_text(std::string_view text) {
    return copied(text, begins, ends, plain_words, [](std::string_view inside) {
        return std::string(read_fact(inside).shown);
    });
}

}  // namespace cantiere
