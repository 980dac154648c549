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

/// The fact at the start of a text, and how long it is.
struct Read {
    std::string_view of, value, half, shown;
    std::size_t length = 0;
};

Read read_fact(std::string_view text) {
    const std::size_t end = text.find(ends);
    const std::string_view inside = text.substr(1, end - 1);
    const std::size_t value = inside.find(parts);
    const std::size_t half = inside.find(parts, value + 1);
    const std::size_t shown = inside.find(parts, half + 1);
    return {inside.substr(0, value),
            inside.substr(value + 1, half - value - 1),
            inside.substr(half + 1, shown - half - 1),
            inside.substr(shown + 1),
            end + 1};
}

/// Copies a text, words by `write_words`, facts by `write_fact`.
template <class Words, class Facts>
std::string copied(std::string_view text, Words write_words, Facts write_fact) {
    std::string result;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find(begins), text.size());
        result += write_words(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const Read read = read_fact(text);
        result += write_fact(read);
        text.remove_prefix(read.length);
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

std::string html_text(std::string_view text) { return copied(text, escaped, data_element); }

std::string plain_text(std::string_view text) {
    return copied(
        text,
        [](std::string_view words) { return std::string(words); },
        [](const Read& read) { return std::string(read.shown); });
}

}  // namespace cantiere
