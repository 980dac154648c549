#include "scenarios/study_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "scenarios/did_you_mean.h"
#include "scenarios/study_sections.h"

namespace cantiere {
namespace {

constexpr std::string_view price_index_path = "shipped:evidence/price_index.csv";
constexpr std::string_view usual_reference_law = "../laws/italy-2024-adi.toml";
constexpr std::string_view shipped_reference_law = "shipped:laws/italy-2024-adi.toml";

/// How provenance calls a file: relative to the study's folder.
std::string provenance_path(const std::string& path, const std::string& study_path) {
    const bool fixed =
        path.starts_with(shipped_prefix) || path.starts_with('/') || path == overrides_path;
    if (fixed && !study_path.starts_with('/')) {
        return path;
    }
    const std::filesystem::path folder(folder_of(study_path));
    const std::filesystem::path relative =
        std::filesystem::path(path).lexically_relative(folder.empty() ? "." : folder);
    const bool outside = path.starts_with(shipped_prefix) || path == overrides_path;
    return outside || relative.empty() ? path : relative.generic_string();
}

/// Reads one study; each member function is a step of the reading.
class StudyReader {
  public:
    StudyReader(const std::string& path, const StudyOptions& options)
        : path_(path_from("", path)), options_(options) {}

    StudyReading read() {
        std::optional<Study> study = read_all();
        if (options_.warnings == Warnings::refuse) {
            problems_.promote_warnings();
        }
        problems_.sort();
        if (problems_.has_errors()) {
            study.reset();
        }
        return {std::move(study), std::move(problems_)};
    }

  private:
    ReadingContext reading() { return {options_.files, files_, problems_}; }

    std::optional<Study> read_all() {
        std::optional<TomlTable> file = read_toml(path_, "the study", std::nullopt, reading());
        if (!file || !lay_overrides_over(*file)) {
            return std::nullopt;
        }
        TableReader reader(*file, {files_.at(path_), 1, 1}, "the study", problems_);
        if (!check_head(reader, "study", problems_)) {
            return std::nullopt;
        }
        Study study;
        study.places = detail::places_of_keys(*file);
        read_head(reader, study);
        study.horizon = detail::read_horizon(reader, problems_);
        study.evaluation = detail::read_evaluation(reader, problems_);
        std::vector<std::string> only;
        study.experiment = detail::read_experiment(reader, only, problems_);
        study.modules = detail::read_modules(reader, problems_);
        read_packs(reader, study);
        reader.finish();
        detail::keep_only(study, only, study.places["experiment.only"], problems_);
        if (!problems_.has_errors()) {
            detail::check_study(study, problems_);
        }
        study.files = provenance_files();
        return study;
    }

    /// Lays what the command line changes over the study, as one more file.
    bool lay_overrides_over(TomlTable& study) {
        const FileText kept = options_.files.read(std::string(overrides_path));
        const bool from_results = options_.sources == SourceCheck::skip;
        const std::string text = from_results && kept.state == FileState::read
                                     ? kept.text
                                     : overrides_text(options_.overrides, study);
        if (text.empty()) {
            return true;
        }
        const auto file =
            std::make_shared<const SourceFile>(SourceFile{std::string(overrides_path), text});
        const std::optional<TomlTable> table = parse_toml(file, problems_);
        if (!table) {
            return false;
        }
        files_.emplace(file->path, file);
        merge_over(study, *table);
        return true;
    }

    void read_head(TableReader& reader, Study& study) {
        study.path = path_;
        study.id = reader.id("results are named by it");
        study.title = reader.title("title", Need::required).value_or(Title{study.id, study.id});
        reader.title("description");
        reader.title("notes");
        reader.any("extends");
    }

    PriceIndex read_prices() {
        ReadFiles apart;
        Problems missing;  // no index at all is told where an amount needs one
        const ReadingContext context{options_.files, apart, missing};
        const auto file =
            read_source(std::string(price_index_path), "the price index", std::nullopt, context);
        if (!file) {
            return {};
        }
        files_.emplace(file->path, file);
        return {parse_csv(file, problems_), problems_};
    }

    void read_packs(TableReader& reader, Study& study) {
        const PriceIndex prices = read_prices();
        const EvidenceCatalogue evidence = options_.sources == SourceCheck::look_up
                                               ? read_evidence(path_, options_.files)
                                               : EvidenceCatalogue{};
        const ReadingContext files = reading();
        const PackContext context{
            files,
            prices,
            evidence,
            detail::covered_price_year(reader, study.evaluation.price_year, prices, problems_),
            {study.experiment.seed, study.experiment.draws, study.experiment.hypercube_draws}};
        detail::PackShelf shelf(path_, context);
        const detail::ScenarioDefaults defaults{
            shelf.named(reader, "territory", PackKind::territory, Need::required),
            shelf.named(reader, "law", PackKind::law, Need::required),
            shelf.named(reader, "behaviour", PackKind::behaviour, Need::required),
            study.experiment.base,
            options_.overrides.territory.has_value(),
            options_.overrides.law.has_value()};
        read_set(reader, study, context);
        detail::read_scenarios(reader, defaults, shelf, study);
        study.evaluation.reference_law = read_reference_law(reader, shelf);
    }

    void read_set(TableReader& reader, Study& study, const PackContext& context) {
        const TomlTable* set = reader.table("set");
        if (set == nullptr) {
            return;
        }
        study.set = read_assignments(*set,
                                     study.id,
                                     std::nullopt,
                                     {context.price_year,
                                      std::nullopt,
                                      context.prices,
                                      context.evidence,
                                      Sourcing::not_asked,
                                      problems_});
        sample(study.set, context.plan);
    }

    std::shared_ptr<const Pack> read_reference_law(TableReader& reader, detail::PackShelf& shelf) {
        const TomlTable* table = reader.table("evaluation");
        if (table != nullptr && table->find("reference_law") != nullptr) {
            TableReader evaluation(*table, reader.place("evaluation"), "[evaluation]", problems_);
            return shelf.named(evaluation, "reference_law", PackKind::law);
        }
        const std::string beside = path_from(path_, usual_reference_law);
        const bool exists = options_.files.read(beside).state == FileState::read;
        return shelf.at(exists ? beside : std::string(shipped_reference_law),
                        PackKind::law,
                        {files_.at(path_), 1, 1});
    }

    std::vector<ProvenanceFile> provenance_files() const {
        std::vector<ProvenanceFile> result;
        for (const auto& [path, file] : files_) {
            result.push_back(provenance_file(provenance_path(path, path_), file->text));
        }
        const std::string study = provenance_path(path_, path_);
        std::sort(result.begin(), result.end(), [&study](const auto& a, const auto& b) {
            return std::pair(a.path != study, a.path) < std::pair(b.path != study, b.path);
        });
        return result;
    }

    std::string path_;
    const StudyOptions& options_;
    ReadFiles files_;
    Problems problems_;
};

Problems check_pack_of(PackKind kind, const std::string& path, const StudyOptions& options) {
    Problems problems;
    ReadFiles files;
    const ReadingContext reading{options.files, files, problems};
    ReadFiles apart;
    Problems missing;
    const auto index = read_source(std::string(price_index_path),
                                   "the price index",
                                   std::nullopt,
                                   {options.files, apart, missing});
    const PriceIndex prices =
        index ? PriceIndex(parse_csv(index, problems), problems) : PriceIndex{};
    const EvidenceCatalogue evidence = read_evidence(path, options.files);
    const int price_year = Evaluation{}.price_year;
    const auto pack =
        read_pack(kind, path, place_of(path), {reading, prices, evidence, price_year, {1, 1, 1}});
    if (pack && kind == PackKind::policy) detail::check_target(*pack, problems);
    return problems;
}

}  // namespace

StudyReading read_study(const std::string& path, const StudyOptions& options) {
    return StudyReader(path, options).read();
}

StudyReading read_study(const Provenance& provenance) {
    std::map<std::string, std::string> texts;
    for (const ProvenanceFile& file : provenance.files) {
        texts.emplace(file.path, file.text);
    }
    StudyOptions options;
    options.files = memory_files(std::move(texts));
    options.sources = SourceCheck::skip;
    const std::string path = provenance.files.empty() ? "" : provenance.files.front().path;
    return StudyReader(path, options).read();
}

std::optional<std::string> kind_of_file(const std::string& path,
                                        const FileSource& source,
                                        Problems& problems) {
    const std::vector<std::string> kinds{"study",
                                         "territory",
                                         "law",
                                         "behaviour",
                                         "policy",
                                         "calibration"};
    ReadFiles files;
    const std::string normal = path_from("", path);
    const std::optional<TomlTable> file =
        read_toml(normal, "the file asked for", std::nullopt, {source, files, problems});
    if (!file) {
        return std::nullopt;
    }
    TableReader reader(*file, {files.at(normal), 1, 1}, "this file", problems);
    std::optional<std::string> kind = reader.text("kind", Need::required);
    if (kind && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) {
        problems.error("unknown-name",
                       reader.place("kind"),
                       fmt::format("\"{}\" is no kind of file", *kind),
                       fmt::format("it is one of {}", one_of(kinds)),
                       did_you_mean(*kind, kinds, "write one of these"));
        return std::nullopt;
    }
    return kind;
}

Problems check_pack(const std::string& path, const StudyOptions& options) {
    Problems problems;
    const std::string normal = path_from("", path);
    const std::optional<std::string> kind = kind_of_file(normal, options.files, problems);
    for (const PackKind candidate :
         {PackKind::territory, PackKind::law, PackKind::behaviour, PackKind::policy}) {
        if (kind && *kind == name(candidate)) {
            problems = check_pack_of(candidate, normal, options);
        }
    }
    if (options.warnings == Warnings::refuse) {
        problems.promote_warnings();
    }
    problems.sort();
    return problems;
}

}  // namespace cantiere
