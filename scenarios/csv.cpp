#include "scenarios/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace cantiere {
namespace {

/// Splits a text into rows of cells, quotes undone; blank lines are left out.
class Splitter {
  public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> result;
        while (at_ < text_.size()) {
            CsvRow row{line_, {}, {}};
            const std::size_t begin = at_;
            for (bool more = true; more; more = take(',')) {
                row.columns.push_back(1 + characters(text_.substr(begin, at_ - begin)));
                row.cells.push_back(cell());
            }
            skip_line_end();
            const bool blank = row.cells.size() == 1 && row.cells.front().empty();
            if (!blank) {
                result.push_back(std::move(row));
            }
        }
        return result;
    }

  private:
    static int characters(std::string_view text) {
        return static_cast<int>(std::ranges::count_if(text, [](char letter) {
            return (static_cast<unsigned char>(letter) & 0xc0u) != 0x80u;
        }));
    }

    bool take(char letter) {
        if (at_ >= text_.size() || text_[at_] != letter) {
            return false;
        }
        ++at_;
        return true;
    }

    void skip_line_end() {
        take('\r');
        if (take('\n')) {
            ++line_;
        }
    }

    std::string cell() {
        if (take('"')) {
            return quoted();
        }
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string result(text_.substr(at_, end - at_));
        at_ = end;
        return result;
    }

    std::string quoted() {
        std::string result;
        while (at_ < text_.size()) {
            if (take('"')) {
                if (!take('"')) {
                    break;
                }
                result += '"';
                continue;
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            result += text_[at_++];
        }
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        result += text_.substr(at_, end - at_);
        at_ = end;
        return result;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - header.begin()));
}

CsvTable parse_csv(std::shared_ptr<const SourceFile> file, Problems& problems) {
    CsvTable table;
    table.file = std::move(file);
    std::string_view text = table.file->text;
    if (text.starts_with("\xef\xbb\xbf")) {
        text.remove_prefix(3);
    }
    std::vector<CsvRow> rows = Splitter(text).rows();
    if (rows.empty()) {
        return table;
    }
    table.header = std::move(rows.front().cells);
    rows.erase(rows.begin());
    if (table.header.size() == 1 && table.header.front().find(';') != std::string::npos) {
        problems.error("csv-semicolons",
                       {table.file, 1, 1},
                       "columns are separated by semicolons",
                       "tables are read with commas between columns and points before decimals",
                       "save it again as CSV with commas, decimals after a point");
        return table;
    }
    for (CsvRow& row : rows) {
        if (row.cells.size() != table.header.size()) {
            problems.error("csv-row",
                           table.place(row),
                           fmt::format("this row has {} cells", row.cells.size()),
                           fmt::format("the header has {}", table.header.size()),
                           "separate cells by commas, put texts with commas between double quotes");
            continue;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

}  // namespace cantiere
