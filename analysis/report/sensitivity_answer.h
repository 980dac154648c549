#pragma once
/// An answer of `sensitivity --study --json` as figures of a report take it.

#include <string>
#include <vector>

#include "analysis/report/document.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/findings.h"

namespace cantiere {

/// One answer about the study of some findings: of its first outcome, the net benefit if it is in.
class SensitivityAnswer {
  public:
    SensitivityAnswer(const Findings& findings, const FigureJson& answer, std::size_t place);

    const Findings& f;
    const FigureJson& json;
    const std::string outcome;  // "net_benefit"

    /// What it says of the outcome.
    const FigureJson& told() const { return json["outputs"][outcome]; }

    std::string method() const { return json["method"].get<std::string>(); }

    /// Names a fact of the answer by its place among the files: `sensitivity/0:WHAT`.
    std::string of(std::string_view what) const;

    /// Names a fact of a factor: `sensitivity/0:at_low/NAME`.
    std::string of_factor(std::string_view what, const FigureJson& factor) const;

    /// Says what a factor, or an axis, is.
    std::string name_of(const FigureJson& part) const;

    /// Names the outcome in words, and its unit for charts.
    std::string outcome_name() const;
    std::string unit() const;

    /// Starts the data of a figure, with the runs as their source.
    FigureJson data(std::string_view kind, const std::string& title) const;

    /// Makes the figure, under an id of its own.
    ReportFigure figure(FigureJson data, ReportTable table) const;

  private:
    const std::size_t place_;
};

ReportFigure tornado_of(const SensitivityAnswer& answer);
ReportFigure plane_of(const SensitivityAnswer& answer);
ReportFigure shares_of(const SensitivityAnswer& answer);

}  // namespace cantiere
