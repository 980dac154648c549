#pragma once
/// The bibliography of a report: every source that the numbers of its studies cite, once.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/evidence_rows.h"
#include "analysis/language.h"
#include "analysis/report/packs_within.h"

namespace cantiere {

/// A citation and what leads to it.
struct CitedSource {
    std::string citation;                                 // empty: the catalogue states none
    bool is_in_catalogue = false;                         // else it is what the numbers name
    std::map<std::string, std::set<std::string>> grades;  // quality to keys of the catalogue
};

/// Sources in the order of their citations, letters of both cases alike; those that the catalogue
/// has no citation for are the last one. Keys that share a citation are one source. What is not in
/// the catalogue has the qualities of the numbers that name it.
class Bibliography {
  public:
    Bibliography(const std::vector<StatedInput>& inputs, const EvidenceRows& catalogue);

    const std::vector<CitedSource>& sources() const { return sources_; }

    /// Returns the numbers, from 1, of what an input cites, each once.
    std::vector<std::size_t> numbers_of(const StatedInput& input) const;

  private:
    std::vector<CitedSource> sources_;
    std::map<std::string, std::size_t> numbers_;  // by what inputs name
};

/// Tells a source with its links: `CITATION (found: KEY, KEY; assumed: KEY)`.
std::string source_text(const CitedSource& source, Language language);

}  // namespace cantiere
