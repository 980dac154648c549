#include "scenarios/problems.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace cantiere {
namespace {

const std::string& path_of(const Place& place) {
    static const std::string none;
    return place.file ? place.file->path : none;
}

}  // namespace

Place place_of(std::string path) {
    return {std::make_shared<const SourceFile>(SourceFile{std::move(path), ""}), 0, 0};
}

void Problems::error(std::string code,
                     Place place,
                     std::string what,
                     std::string why,
                     std::string fix) {
    list_.push_back({std::move(code),
                     Severity::error,
                     std::move(place),
                     std::move(what),
                     std::move(why),
                     std::move(fix)});
}

void Problems::warning(std::string code,
                       Place place,
                       std::string what,
                       std::string why,
                       std::string fix) {
    error(std::move(code), std::move(place), std::move(what), std::move(why), std::move(fix));
    list_.back().severity = Severity::warning;
}

void Problems::note(std::string code,
                    Place place,
                    std::string what,
                    std::string why,
                    std::string fix) {
    error(std::move(code), std::move(place), std::move(what), std::move(why), std::move(fix));
    list_.back().severity = Severity::note;
}

void Problems::promote_warnings() {
    for (Problem& problem : list_) {
        if (problem.severity == Severity::warning) {
            problem.severity = Severity::error;
        }
    }
}

void Problems::sort() {
    std::map<std::string, std::size_t> order;
    for (const Problem& problem : list_) {
        order.emplace(path_of(problem.place), order.size());
    }
    const auto where = [&order](const Problem& problem) {
        return std::tuple(order.at(path_of(problem.place)),
                          problem.place.line,
                          problem.place.column);
    };
    std::stable_sort(list_.begin(), list_.end(), [&where](const Problem& a, const Problem& b) {
        return where(a) < where(b);
    });
    const auto same = [&where](const Problem& a, const Problem& b) {
        return where(a) == where(b) && a.code == b.code && a.what == b.what;
    };
    list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
}

bool Problems::has_errors() const {
    return std::any_of(list_.begin(), list_.end(), [](const Problem& problem) {
        return problem.severity == Severity::error;
    });
}

InputError::InputError(Problems problems)
    : std::runtime_error(text(problems)), problems_(std::move(problems)) {}

}  // namespace cantiere
