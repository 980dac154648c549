#pragma once

#include "model/month/accounts_books.h"
#include "model/parameters.h"
#include "model/state/events.h"

namespace cantiere {

/// Posts what a lender gives and gets back, transfers, and what the fund that guarantees a loan
/// pays it for what the borrower will not, a resource. Nothing for any other event.
void post_loan(AccountBooks& books, const Event& event, const Parameters& p);

}  // namespace cantiere
