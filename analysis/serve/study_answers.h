#pragma once
/// What is answered of studies: their scenarios with their levers, and what a change would do.

#include "analysis/serve/exchange.h"
#include "analysis/serve/levers.h"
#include "analysis/serve/study_shelf.h"
#include "scenarios/pack.h"

namespace cantiere {

/// Packs and sources that come with the program, read when they are first asked for.
class ShippedEvidence {
  public:
    const SourceTexts& sources();
    const std::vector<Pack>& packs();

  private:
    SourceTexts sources_;
    std::vector<Pack> packs_;
};

/// A study with its scenarios, and the levers of one of them.
ApiJson study_answer(const StudyShelf& shelf, ShippedEvidence& evidence, const Query& query);

/// The parameters that speak of a word, with what packs state.
ApiJson parameters_answer(ShippedEvidence& evidence, const Query& query);

/// Checks a scenario with other levers: `{ok, problems}`.
ApiJson check_answer(const StudyShelf& shelf, const std::string& body, Language language);

}  // namespace cantiere
