#pragma once

#include "model/parameters.h"
#include "model/rules/target.h"

namespace cantiere {

/// The two sets of parameters in force in a month: a programme's own way of finding, referring and
/// planning serves its target; everybody else is served as usual. They are one and the same when no
/// programme runs.
struct Regimes {
    const Parameters& programme;
    const Parameters& others;

    /// Returns the parameters by which services deal with someone of these groups and sex.
    const Parameters& of(GroupMask groups, Sex sex) const {
        return is_target(programme.target, groups, sex) ? programme : others;
    }
};

}  // namespace cantiere
