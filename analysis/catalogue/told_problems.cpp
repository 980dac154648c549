#include "analysis/catalogue/told_problems.h"

#include "analysis/catalogue/catalogue.h"

namespace cantiere {

Problems told(const Problems& problems, Language language) {
    Problems result;
    for (const Problem& problem : problems.list()) {
        const auto add = problem.severity == Severity::error     ? &Problems::error
                         : problem.severity == Severity::warning ? &Problems::warning
                                                                 : &Problems::note;
        (result.*add)(problem.code,
                      problem.place,
                      told(problem.what, language),
                      told(problem.why, language),
                      told(problem.fix, language));
    }
    return result;
}

}  // namespace cantiere
