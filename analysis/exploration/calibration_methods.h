#pragma once
/// The part of a calibration file that says by which methods.

#include "analysis/exploration/calibration_file.h"
#include "scenarios/table_reader.h"

namespace cantiere::detail {

/// Reads the methods and their settings into a calibration: one, "both" or a list (`method`), and
/// what the command line changes of [history_matching] and [abc_smc]. Problems are told.
void read_methods(TableReader& reader,
                  const TomlValue* method,
                  const CalibrationOptions& options,
                  Problems& problems,
                  Calibration& calibration);

}  // namespace cantiere::detail
