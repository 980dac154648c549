#pragma once

#include "model/state/residents.h"

namespace cantiere {

/// Who pays for the seat a resident holds: the territory's own budget, the programme or a null
/// twin's bundle.
enum class Funding : std::uint8_t { none, usual, programme, bundle };

/// Guaranteed loans to start a business, one at a time.
struct Credit {
    ResidentColumn<std::int32_t> balance_cents;  // owed to the lender; 0 without a loan
    ResidentColumn<std::int32_t> debt_cents;     // of called guarantees and life shocks
    ResidentColumn<std::int32_t> repaid_cents;   // this month, interest included
    ResidentColumn<std::uint8_t> months_left;    // of the loan
    ResidentColumn<std::uint8_t> trades;         // 1 while the business it started is open
    ResidentColumn<std::uint8_t> tutored;        // 1 when the loan came with a tutor
    ResidentColumn<Funding> funding;             // who guarantees it: usual payer or programme
};

}  // namespace cantiere
