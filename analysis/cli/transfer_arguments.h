#pragma once
/// What `transfer` is asked, and the places that it names.

#include <string>
#include <vector>

#include "analysis/cli/answer_file.h"
#include "analysis/cli/programme_choice.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/transfer/matrix.h"

namespace cantiere {

struct TransferArguments {
    SensitivityArguments run;
    std::vector<std::string> territories;  // of --to
    std::string law;
    std::vector<std::string> matrix;  // studies
    std::string where;
    AnswerFile file;
    bool curves = false;
    bool preconditions = false;
    bool card = false;
};

/// Returns how a study is read with the packs of another place; empty ones stay. Packs are named by
/// path, or by the id of a shipped one ("versilia"). Throws UsageError.
StudyOptions options_there(const std::string& territory,
                           const std::string& law,
                           StudyOptions options);

/// A place named: its territory and its law.
struct NamedPlace {
    std::string territory, law;  // as --to and --law name them; empty: of home
};

/// Returns the places that --to and --law name, without them those of the shipped studies that are
/// named like a territory, but for the country and for home; each with the law of its study.
std::vector<NamedPlace> places_named(const TransferArguments& arguments,
                                     const ProgrammeStudy& home);

/// Reads the study at home with the packs of each place. Throws InputError, UsageError.
std::vector<ProgrammeStudy> read_in_places(const ProgrammeStudy& home,
                                           const std::vector<NamedPlace>& places,
                                           const StudyOptions& options);

/// Returns the place of a study that was read.
ExportPlace export_place_of(const ProgrammeStudy& programme);

}  // namespace cantiere
