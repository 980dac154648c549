#include "model/names.h"

#include <array>

namespace cantiere {
namespace {

constexpr std::array<Label, count_of<Payer>> payers{{
    {"municipality", "Municipality", "Comune"},
    {"health_authority", "Health authority", "Azienda sanitaria"},
    {"province_region", "Province and region", "Provincia e regione"},
    {"state", "State", "Stato"},
    {"european_union", "European Union", "Unione europea"},
    {"employer", "Employers", "Datori di lavoro"},
    {"third_sector", "Third sector", "Terzo settore"},
    {"resident", "Residents", "Residenti"},
}};

constexpr std::array<Label, count_of<Group>> groups{{
    {"long_term_unemployed", "Long-term unemployed", "Disoccupati di lunga durata"},
    {"disability", "People with a disability", "Persone con disabilità"},
    {"detained_or_ex", "Detained or formerly detained", "Detenuti o ex detenuti"},
    {"violence_survivor", "Survivors of violence", "Vittime di violenza"},
    {"migrant", "Migrants", "Migranti"},
    {"homeless", "Homeless people", "Persone senza dimora"},
    {"addiction", "People with an addiction", "Persone con dipendenze"},
    {"care_leaver", "Care leavers", "Neomaggiorenni usciti da tutela"},
    {"mental_health", "People with mental illness", "Persone con disturbo mentale"},
}};

constexpr std::array<Label, count_of<Domain>> domains{{
    {"income", "Income", "Reddito"},
    {"work", "Work", "Lavoro"},
    {"housing", "Housing", "Casa"},
    {"health", "Health", "Salute"},
    {"relations", "Relations", "Relazioni"},
    {"skills", "Skills", "Competenze"},
    {"safety", "Safety", "Sicurezza"},
    {"administration", "Dealing with offices", "Rapporti con gli uffici"},
}};

constexpr std::array<Label, count_of<CareState>> care_states{{
    {"unknown", "Unknown to services", "Non noto ai servizi"},
    {"known", "Known, no open file", "Noto, senza presa in carico"},
    {"referred", "Referred", "Inviato"},
    {"assessed_waiting", "Assessed, waiting", "Valutato, in attesa"},
    {"in_project", "In a project", "In progetto"},
    {"follow_up", "In follow-up", "In accompagnamento"},
    {"tapering", "Support tapering", "Sostegno in riduzione"},
    {"exited", "Exited to autonomy", "Uscito in autonomia"},
    {"excluded", "Excluded", "Escluso"},
    {"out", "Dead, emigrated or aged out", "Deceduto, emigrato o oltre l'età"},
}};

constexpr std::array<Label, count_of<WorkState>> work_states{{
    {"inactive", "Not seeking work", "Inattivo"},
    {"seeking", "Seeking work", "In cerca di lavoro"},
    {"internship", "In an internship", "In tirocinio"},
    {"subsidised", "In a subsidised job", "In un lavoro incentivato"},
    {"coop_b", "In a type-B cooperative", "In una cooperativa di tipo B"},
    {"fixed_term", "In a fixed-term job", "A tempo determinato"},
    {"open_ended", "In an open-ended job", "A tempo indeterminato"},
    {"self_employed", "Self-employed", "Autonomo"},
    {"detained", "Detained", "Detenuto"},
}};

constexpr std::array<Label, count_of<Instrument>> instruments{{
    {"orientation", "Orientation", "Orientamento"},
    {"counselling", "Counselling", "Consulenza"},
    {"skills_assessment", "Skills assessment", "Bilancio di competenze"},
    {"relational_training", "Relational training", "Formazione relazionale"},
    {"vocational_training", "Vocational training", "Formazione professionale"},
    {"language", "Language course and desk", "Corso di lingua e sportello"},
    {"internship", "Internship", "Tirocinio"},
    {"subsidised_hire", "Subsidised hire", "Assunzione incentivata"},
    {"coop_b_placement", "Job in a type-B cooperative", "Inserimento in cooperativa di tipo B"},
    {"job_tutor", "Job tutor", "Tutor al lavoro"},
    {"supported_housing", "Supported housing", "Abitare accompagnato"},
    {"rent_guarantee", "Rent guarantee", "Garanzia per l'affitto"},
    {"transport_voucher", "Transport voucher", "Buono trasporto"},
    {"microcredit", "Microcredit", "Microcredito"},
    {"aids", "Aids for disability", "Ausili"},
    {"safety_refuge", "Safety plan and refuge", "Piano di sicurezza e rifugio"},
    {"health_path", "Health path", "Percorso di cura"},
    {"childcare", "Childcare", "Servizi per l'infanzia"},
}};

constexpr std::array<Label, count_of<PlacementPolicy>> placement_policies{{
    {"first_come", "First come, first served", "In ordine di arrivo"},
    {"need_first", "Greatest need first", "Prima chi ha più bisogno"},
    {"commission_score", "Commission's score", "Punteggio della commissione"},
    {"employability", "Most employable first", "Prima i più occupabili"},
    {"uplift", "Greatest expected gain first", "Prima chi ne trae di più"},
    {"lottery", "Lottery", "Sorteggio"},
    {"serial_dictatorship", "Residents choose in turn", "I residenti scelgono a turno"},
    {"deferred_acceptance",
     "Deferred acceptance, residents propose",
     "Accettazione differita, propongono i residenti"},
    {"deferred_acceptance_employer",
     "Deferred acceptance, employers propose",
     "Accettazione differita, propongono le imprese"},
    {"top_trading_cycles", "Top trading cycles", "Cicli di scambio"},
    {"optimal", "Optimal assignment", "Assegnazione ottima"},
    {"optimal_with_floors", "Optimal with group floors", "Ottima con quote minime per gruppo"},
    {"bid_price", "Bid prices", "Prezzi ombra"},
}};

constexpr std::array<Label, count_of<Module>> modules{{
    {"demography", "Demography", "Demografia"},
    {"households", "Households", "Nuclei familiari"},
    {"frailty", "Unobserved frailty", "Fragilità non osservata"},
    {"outreach", "Outreach", "Ricerca attiva"},
    {"network", "Network of institutions", "Rete delle istituzioni"},
    {"commission", "Commission", "Commissione"},
    {"services", "Service queues", "Code dei servizi"},
    {"travel", "Travel", "Spostamenti"},
    {"desks", "Migrant desks", "Sportelli per migranti"},
    {"aids", "Aids for disability", "Ausili"},
    {"housing", "Housing", "Casa"},
    {"transport", "Transport", "Trasporti"},
    {"microcredit", "Microcredit", "Microcredito"},
    {"employers", "Employers", "Imprese"},
    {"displacement", "Displacement", "Spiazzamento"},
    {"contacts", "Personal contacts", "Contatti personali"},
    {"justice", "Justice", "Giustizia"},
    {"violence", "Violence", "Violenza"},
    {"benefits", "Benefits and taxes", "Sussidi e imposte"},
    {"trust", "Trust", "Fiducia"},
    {"exclusion", "Exclusion", "Esclusione"},
    {"learning", "Learning by employers", "Apprendimento delle imprese"},
}};

constexpr std::array<Label, count_of<Category>> categories{{
    {"assessment", "Assessment", "Valutazione"},
    {"orientation", "Orientation", "Orientamento"},
    {"training", "Training", "Formazione"},
    {"internship", "Internships", "Tirocini"},
    {"tutoring", "Tutoring", "Tutoraggio"},
    {"hiring_incentive", "Hiring incentives", "Incentivi all'assunzione"},
    {"cooperative", "Type-B cooperatives", "Cooperative di tipo B"},
    {"housing", "Housing", "Casa"},
    {"transport", "Transport", "Trasporti"},
    {"microcredit", "Microcredit", "Microcredito"},
    {"aids", "Aids for disability", "Ausili"},
    {"refuge", "Refuge", "Rifugio"},
    {"health", "Health", "Salute"},
    {"childcare", "Childcare", "Servizi per l'infanzia"},
    {"desk", "Desks", "Sportelli"},
    {"coordination", "Coordination", "Coordinamento"},
    {"benefit", "Benefits", "Sussidi"},
    {"detention", "Detention", "Detenzione"},
    {"wage", "Wages", "Salari"},
    {"tax_and_contributions", "Taxes and contributions", "Imposte e contributi"},
    {"in_kind", "In kind", "In natura"},
}};

}  // namespace

std::span<const Label> labels(Payer) { return payers; }
std::span<const Label> labels(Group) { return groups; }
std::span<const Label> labels(Domain) { return domains; }
std::span<const Label> labels(CareState) { return care_states; }
std::span<const Label> labels(WorkState) { return work_states; }
std::span<const Label> labels(Instrument) { return instruments; }
std::span<const Label> labels(PlacementPolicy) { return placement_policies; }
std::span<const Label> labels(Module) { return modules; }
std::span<const Label> labels(Category) { return categories; }

}  // namespace cantiere
