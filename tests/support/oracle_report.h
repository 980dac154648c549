#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/state/care.h"
#include "tests/support/oracle_person.h"

namespace cantiere::oracle {

/// Collects differences, the first ten in words.
class Report {
  public:
    void about(std::string who) { who_ = std::move(who); }

    template <class A, class B>
    void same(const char* what, const A& naive, const B& fast) {
        if (number(naive) == number(fast)) return;
        if (lines_.size() < 10) {
            lines_.push_back(
                fmt::format("{}: {} is {}, not {}", who_, what, number(fast), number(naive)));
        }
    }
    std::vector<std::string> lines() && { return std::move(lines_); }

  private:
    template <class T>
    static double number(T x) requires std::is_arithmetic_v<T> {
        return static_cast<double>(x);
    }
    static double number(Month x) { return x.index(); }
    static double number(MunicipalityId x) { return x.value; }
    template <class E>
    static double number(E x) requires std::is_enum_v<E> {
        return static_cast<double>(x);
    }

    std::string who_;
    std::vector<std::string> lines_;
};

/// Compares the long-run standing of one person.
void compare_standing(Report& report, const Person& naive, const Standing& fast, ResidentId who);

}  // namespace cantiere::oracle
