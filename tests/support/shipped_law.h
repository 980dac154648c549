#pragma once
/// Law packs as they are shipped, in euros of their own year.

#include <string>

#include "model/parameters.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"
#include "tests/support/catch.h"

namespace cantiere {

/// Puts `to` where `from` stands in a text, which must have it.
inline void put_in_place(std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

/// Reads the parameters of services as usual under the law `id`, in prices of `price_year`, every
/// number at its value. The study of Pistoia is asked with that law in place of its own.
inline Parameters under_shipped_law(const std::string& id, int price_year) {
    const std::string study = "scenarios/studies/pistoia.toml";
    const FileSource disk = disk_files();
    StudyOptions options;
    options.overrides.draws = 1;
    options.files.list = disk.list;
    options.files.read = [=](const std::string& path) {
        FileText file = disk.read(path);
        if (path != study) return file;
        put_in_place(file.text, "italy-2016-sia", id);
        put_in_place(file.text, "price_year = 2024", "price_year = " + std::to_string(price_year));
        return file;
    };
    const StudyReading reading = read_study(study, options);
    INFO(text(reading.problems));
    REQUIRE(reading.study.has_value());
    REQUIRE(reading.study->scenarios.front().law->id == id);
    Parameters p = run_inputs(*reading.study, 0, 0).usual;
    p.benefit.local_eur = p.benefit.regional_eur = 0.0;  // of the territory, not of the law
    return p;
}

}  // namespace cantiere
