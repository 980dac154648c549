#pragma once

#include "model/state/care.h"
#include "model/state/households.h"

namespace cantiere {

/// Before phase 16: what each resident's partner earns. Outside the agents it is fixed; residents
/// who share a household share what each of them earns now. Writes `standing.partner_gross_cents`
/// and, once, who shares a household; reads people and work. Source: model.md 3.1.
/// Leaves out that couples part and new ones form.
void share_incomes(Standing& standing,
                   Households& households,
                   const People& people,
                   const Work& work);

}  // namespace cantiere
