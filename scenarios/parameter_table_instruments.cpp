#include "scenarios/parameter_rows.h"

namespace cantiere::detail {
namespace {

using Row = InstrumentParameters;

/// Writes the rows of one instrument, named by it.
class InstrumentRows {
  public:
    InstrumentRows(std::vector<ParameterSpec>& table, Instrument instrument)
        : rows_(table, std::string(name(instrument)) + ".", PackKind::behaviour),
          index_(static_cast<int>(instrument)),
          en_(text_en(instrument)),
          it_(text_it(instrument)) {}

    void home(PackKind kind) { rows_.home(kind); }

    ParameterSpec& number(std::string_view name,
                          std::string unit,
                          double low,
                          double high,
                          const Text& text,
                          Field field) {
        ParameterSpec& spec = rows_.number(name,
                                           std::move(unit),
                                           low,
                                           high,
                                           {en_ + ": " + text.en, it_ + ": " + text.it},
                                           field);
        spec.index = index_;
        return spec;
    }

  private:
    Rows rows_;
    int index_;
    std::string en_, it_;
};

/// Tells whether the programme and the territory state how many seats there are: not in type-B
/// cooperatives, where turnover and `employers.coop_extra_places` open the places and nobody's
/// programme pays for them.
bool has_seats(Instrument instrument) { return instrument != Instrument::coop_b_placement; }

// clang-format off

void add_delivery(InstrumentRows& rows, Instrument instrument) {
    rows.home(PackKind::behaviour);
    if (instrument != Instrument::internship) {  // of an internship they are in InternshipParameters
        rows.number("months", "months", 1, 120, {"planned length", "durata prevista"}, of_instrument<&Row::months>).type = ValueType::integer;
        rows.number("dropout_hazard_per_month", "1/month", 0, 5, {"hazard of dropping out", "frequenza di abbandono"}, of_instrument<&Row::dropout_hazard_per_month>);
    }
    rows.home(PackKind::territory);
    if (has_seats(instrument)) {
        rows.number("usual_slots_per_1000", "slots per 1000 people", 0, 1000, {"usual seats at once per 1,000 people in need", "posti ordinari contemporanei ogni 1.000 persone in stato di bisogno"},
            of_instrument<&Row::usual_slots_per_1000>);
    }
    rows.number("cost_eur_month", "EUR/month", 0, 50000, {"cost of a month of delivery", "costo di un mese di erogazione"}, of_instrument<&Row::cost_eur_month>).payer_field = of_instrument<&Row::payer>;
    rows.number("cost_eur_once", "EUR", 0, 500000, {"cost at the start", "costo all'avvio"}, of_instrument<&Row::cost_eur_once>).payer_field = of_instrument<&Row::payer>;
}

void add_programme_seats(InstrumentRows& rows) {
    rows.home(PackKind::policy);
    rows.number("slots", "slots", 0, 100000, {"seats the programme adds, at once", "posti che il programma aggiunge, contemporanei"}, of_instrument<&Row::slots>).type = ValueType::integer;
    ParameterSpec& payer = rows.number("programme_payer", "1", 0, static_cast<double>(count_of<Payer> - 1), {"who pays the programme's seats", "chi paga i posti del programma"},
        of_instrument<&Row::programme_payer>);
    payer.type = ValueType::payer;
}

void add_effects(InstrumentRows& rows) {
    rows.home(PackKind::behaviour);
    rows.number("professional_effect", "share", 0, 1, {"share of the gap in professional capital closed at completion", "quota del divario di capitale professionale colmata al termine"},
        of_instrument<&Row::professional_effect>);
    rows.number("relational_effect", "share", 0, 1, {"share of the gap in relational capital closed at completion", "quota del divario di capitale relazionale colmata al termine"},
        of_instrument<&Row::relational_effect>);
    rows.number("health_effect", "share", 0, 1, {"share of the gap in health closed at completion", "quota del divario di salute colmata al termine"},
        of_instrument<&Row::health_effect>);
    rows.number("language_effect", "share", 0, 1, {"share of the gap in language and dealing with offices closed at completion", "quota del divario di lingua e rapporti con gli uffici colmata al termine"},
        of_instrument<&Row::language_effect>);
    rows.number("mobility_effect", "share", 0, 1, {"share of the gap in mobility closed at completion", "quota del divario di mobilità colmata al termine"},
        of_instrument<&Row::mobility_effect>);
    rows.number("trust_effect", "1", 0, 1, {"added to trust at completion", "aggiunta alla fiducia al termine"}, of_instrument<&Row::trust_effect>);
    rows.number("safety_effect", "1", 0, 1, {"added to safety at completion", "aggiunta alla sicurezza al termine"}, of_instrument<&Row::safety_effect>);
    rows.number("aid_effect", "1", 0, 1, {"added to the part of a limitation that aids make up for", "aggiunta alla parte di limitazione compensata dagli ausili"}, of_instrument<&Row::aid_effect>);
}

// clang-format on

}  // namespace

void add_instrument_rows(std::vector<ParameterSpec>& table) {
    for (const Instrument instrument : members<Instrument>()) {
        InstrumentRows rows(table, instrument);
        add_delivery(rows, instrument);
        if (has_seats(instrument)) add_programme_seats(rows);
        add_effects(rows);
    }
}

}  // namespace cantiere::detail
