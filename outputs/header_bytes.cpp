#include "outputs/header_bytes.h"

namespace cantiere {
namespace {

constexpr std::size_t length_bytes = sizeof(std::uint64_t);  // what any text takes at least

template <class List, class PutOne>
void put_list(ByteWriter& bytes, const List& list, PutOne put_one) {
    bytes.number(list.size());
    for (const auto& one : list) {
        put_one(one);
    }
}

template <class Entry, class TakeOne>
void take_list(ByteReader& bytes, std::vector<Entry>& list, TakeOne take_one) {
    list.resize(bytes.length(length_bytes));
    for (Entry& one : list) {
        take_one(one);
    }
}

void put_scenarios(ByteWriter& bytes, const std::vector<ScenarioEntry>& scenarios) {
    put_list(bytes, scenarios, [&bytes](const ScenarioEntry& one) {
        bytes.text(one.id);
        bytes.text(one.title_en);
        bytes.text(one.title_it);
        bytes.text(one.base);
        bytes.text(one.law_en);
        bytes.text(one.law_it);
        bytes.number(one.null_twin ? 1 : 0);
    });
}

void take_scenarios(ByteReader& bytes, std::vector<ScenarioEntry>& scenarios) {
    take_list(bytes, scenarios, [&bytes](ScenarioEntry& one) {
        one.id = bytes.text();
        one.title_en = bytes.text();
        one.title_it = bytes.text();
        one.base = bytes.text();
        one.law_en = bytes.text();
        one.law_it = bytes.text();
        one.null_twin = bytes.number() != 0;
    });
}

void put_parameters(ByteWriter& bytes, const std::vector<ParameterEntry>& parameters) {
    put_list(bytes, parameters, [&bytes](const ParameterEntry& one) {
        bytes.text(one.name);
        bytes.text(one.unit);
        put_list(bytes, one.values, [&bytes](double value) { bytes.real(value); });
    });
}

void take_parameters(ByteReader& bytes, std::vector<ParameterEntry>& parameters) {
    take_list(bytes, parameters, [&bytes](ParameterEntry& one) {
        one.name = bytes.text();
        one.unit = bytes.text();
        take_list(bytes, one.values, [&bytes](double& value) { value = bytes.real(); });
    });
}

void put_origin(ByteWriter& bytes, const Provenance& provenance) {
    put_list(bytes, provenance.files, [&bytes](const ProvenanceFile& one) {
        bytes.text(one.path);
        bytes.text(one.text);
        bytes.text(one.sha256);
    });
    bytes.text(provenance.resolved_study);
    bytes.text(provenance.version);
    bytes.text(provenance.git_commit);
    bytes.text(provenance.build_flags);
}

Provenance take_origin(ByteReader& bytes) {
    Provenance provenance;
    take_list(bytes, provenance.files, [&bytes](ProvenanceFile& one) {
        one.path = bytes.text();
        one.text = bytes.text();
        one.sha256 = bytes.text();
    });
    provenance.resolved_study = bytes.text();
    provenance.version = bytes.text();
    provenance.git_commit = bytes.text();
    provenance.build_flags = bytes.text();
    return provenance;
}

}  // namespace

void append_header(ByteWriter& bytes, const ResultsHeader& header) {
    bytes.text(header.study);
    bytes.text(header.title_en);
    bytes.text(header.title_it);
    bytes.number(static_cast<std::uint64_t>(header.start.year));
    bytes.number(static_cast<std::uint64_t>(header.start.month));
    bytes.number(header.months);
    put_scenarios(bytes, header.scenarios);
    bytes.number(header.draws);
    bytes.number(header.replicates);
    bytes.number(header.seed);
    put_list(bytes, header.municipalities, [&bytes](const MunicipalityEntry& one) {
        bytes.text(one.name);
        bytes.text(one.istat_code);
    });
    put_parameters(bytes, header.parameters);
    bytes.real(header.discount_rate_per_year);
    bytes.text(header.discount_schedule);
    bytes.number(static_cast<std::uint64_t>(header.price_year));
    bytes.real(header.wtp_eur_per_autonomy_year);
    bytes.number(static_cast<std::uint64_t>(header.effects));
    put_origin(bytes, header.provenance);
}

ResultsHeader header_from(ByteReader& bytes) {
    ResultsHeader header;
    header.study = bytes.text();
    header.title_en = bytes.text();
    header.title_it = bytes.text();
    header.start.year = static_cast<int>(bytes.number());
    header.start.month = static_cast<int>(bytes.number());
    header.months = bytes.number();
    take_scenarios(bytes, header.scenarios);
    header.draws = bytes.number();
    header.replicates = bytes.number();
    header.seed = bytes.number();
    take_list(bytes, header.municipalities, [&bytes](MunicipalityEntry& one) {
        one.name = bytes.text();
        one.istat_code = bytes.text();
    });
    take_parameters(bytes, header.parameters);
    header.discount_rate_per_year = bytes.real();
    header.discount_schedule = bytes.text();
    header.price_year = static_cast<int>(bytes.number());
    header.wtp_eur_per_autonomy_year = bytes.real();
    header.effects = static_cast<Effects>(bytes.number());
    header.provenance = take_origin(bytes);
    return header;
}

}  // namespace cantiere
