#include "model/variables.h"

#include <algorithm>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

using enum Axis;
using V = Variable;
constexpr auto per_run = Reduction::per_run;
constexpr auto over_replicates = Reduction::mean_over_replicates;
constexpr auto over_runs = Reduction::mean_over_runs;
constexpr auto plain = Discounting::none;
constexpr auto discounted = Discounting::to_start;
constexpr auto always = Missing::never;
constexpr auto maybe = Missing::possible;

constexpr std::size_t variable_count = static_cast<std::size_t>(Variable::count);
constexpr std::size_t axis_count = static_cast<std::size_t>(Axis::count);

// The table of the results: contract of the file, row by row.
// clang-format off
constexpr std::array<VariableShape, variable_count> table{{
    {V::cost, "cost", {payer}, per_run, "EUR", discounted, always,
     "Cost by payer: debits minus credits",
     "Costo per ente pagatore: addebiti meno accrediti"},
    {V::net_cost_public, "net_cost_public", {}, per_run, "EUR", discounted, always,
     "Net cost to public payers, detention and refuge at marginal cost; less taxes that the displaced no longer pay",
     "Costo netto per gli enti pubblici, detenzione e rifugio al costo marginale; tolte le imposte che gli spiazzati non pagano più"},
    {V::net_cost_public_average, "net_cost_public_average", {}, per_run, "EUR", discounted, always,
     "Net cost to public payers, detention and refuge at average cost",
     "Costo netto per gli enti pubblici, detenzione e rifugio al costo medio"},
    {V::net_cost_societal, "net_cost_societal", {}, per_run, "EUR", discounted, always,
     "Net cost to society: resources of all payers less the value of work done, net of that which the displaced do not do",
     "Costo netto per la società: risorse di tutti meno il valore del lavoro svolto, tolto quello che gli spiazzati non svolgono"},
    {V::net_cost_societal_without_output, "net_cost_societal_without_output", {}, per_run, "EUR", discounted, always,
     "Net cost to society without the value of work done",
     "Costo netto per la società senza il valore del lavoro svolto"},
    {V::programme_cost, "programme_cost", {}, per_run, "EUR", discounted, always,
     "Cost of instruments, coordination, incentives and reliefs for cooperatives",
     "Costo di strumenti, coordinamento, incentivi e sgravi alle cooperative"},
    {V::assistance_cost, "assistance_cost", {}, per_run, "EUR", discounted, always,
     "Cost of benefits, shelter and other assistance",
     "Costo di sussidi, accoglienza e altra assistenza"},
    {V::budget, "budget", {payer, year}, over_replicates, "EUR", plain, always,
     "Yearly spending by payer, undiscounted",
     "Spesa annua per ente pagatore, non attualizzata"},
    {V::ledger, "ledger", {payer, category, year}, over_runs, "EUR", plain, always,
     "Yearly spending by payer and category, undiscounted",
     "Spesa annua per ente pagatore e categoria, non attualizzata"},
    {V::planned_outlay, "planned_outlay", {year}, over_replicates, "EUR", plain, always,
     "Planned yearly public outlay of a programme, or the money its null twin receives, undiscounted",
     "Spesa pubblica annua prevista di un programma, o ricevuta dal suo gemello nullo, non attualizzata"},
    {V::unspent_outlay, "unspent_outlay", {year}, over_replicates, "EUR", plain, always,
     "Money a null twin paid for no bundle and owes to none under way: returned after the programme, or in hand at the horizon; 0 elsewhere",
     "Denaro che un gemello nullo non ha pagato né deve per pacchetti in corso: restituito dopo il programma, o rimasto all'orizzonte; 0 altrove"},
    {V::autonomy_years, "autonomy_years", {}, per_run, "autonomy-years", discounted, always,
     "Autonomy-years of all residents",
     "Anni di autonomia di tutti i residenti"},
    {V::autonomy_years_undiscounted, "autonomy_years_undiscounted", {}, per_run, "autonomy-years", plain, always,
     "Autonomy-years of all residents, undiscounted",
     "Anni di autonomia di tutti i residenti, non attualizzati"},
    {V::autonomy_years_work_light, "autonomy_years_work_light", {}, per_run, "autonomy-years", discounted, always,
     "Autonomy-years of all residents when the index weighs work and income less",
     "Anni di autonomia di tutti i residenti con un indice che pesa meno lavoro e reddito"},
    {V::autonomy_years_equal, "autonomy_years_equal", {}, per_run, "autonomy-years", discounted, always,
     "Autonomy-years of all residents when the index weighs the eight domains alike",
     "Anni di autonomia di tutti i residenti con un indice che pesa allo stesso modo gli otto ambiti"},
    {V::self_sufficient_years, "self_sufficient_years", {}, per_run, "person-years", plain, always,
     "Years in work, above the poverty line by own net income, without means-tested assistance",
     "Anni di lavoro sopra la soglia di povertà con reddito proprio, senza assistenza"},
    {V::residents, "residents", {}, per_run, "people", plain, always,
     "Residents present in at least one month",
     "Residenti presenti in almeno un mese"},
    {V::referrals, "referrals", {}, per_run, "events", plain, always,
     "Completed referrals", "Invii completati"},
    {V::starts, "starts", {}, per_run, "events", plain, always,
     "Starts of internships and job placements",
     "Avvii di tirocini e inserimenti lavorativi"},
    {V::completions, "completions", {}, per_run, "events", plain, always,
     "Internships that reached their planned last month",
     "Tirocini arrivati all'ultimo mese previsto"},
    {V::early_successes, "early_successes", {}, per_run, "events", plain, always,
     "Internships left early for a job of at least one month",
     "Tirocini lasciati prima per un lavoro di almeno un mese"},
    {V::dropouts, "dropouts", {}, per_run, "events", plain, always,
     "Drop-outs: instruments ended early for other reasons than a job, death, detention, emigration",
     "Abbandoni: strumenti interrotti per motivi diversi da lavoro, morte, detenzione, emigrazione"},
    {V::host_hires, "host_hires", {}, per_run, "events", plain, always,
     "Completers hired by their host within three months",
     "Assunti dall'impresa ospitante entro tre mesi dal termine"},
    {V::quota_hires, "quota_hires", {}, per_run, "events", plain, always,
     "Hires of disabled people in places that employers owe by law",
     "Assunzioni di persone disabili nei posti dovuti per legge dai datori di lavoro"},
    {V::hires, "hires", {}, per_run, "events", plain, always,
     "Hires by any employer", "Assunzioni presso qualsiasi datore di lavoro"},
    {V::displaced_job_months, "displaced_job_months", {}, per_run, "job-months", plain, always,
     "Job-months lost by ordinary applicants to residents hired from month 0 on, until they find other work or the lost job would have ended",
     "Mesi di lavoro persi dai candidati ordinari a favore di residenti assunti dal mese 0 in poi, finché trovano altro lavoro o quel lavoro sarebbe finito"},
    {V::exits, "exits", {}, per_run, "events", plain, always,
     "Exits to autonomy under the scenario's law",
     "Uscite in autonomia secondo la legge dello scenario"},
    {V::administrative_exits, "administrative_exits", {}, per_run, "events", plain, always,
     "Files closed or benefits stopped for any reason; not exits to autonomy",
     "Pratiche chiuse o sussidi cessati per qualsiasi motivo; non uscite in autonomia"},
    {V::social_economy_exits, "social_economy_exits", {}, per_run, "events", plain, always,
     "Exits to autonomy while employed in a type-B cooperative, included in exits",
     "Uscite in autonomia lavorando in una cooperativa di tipo B, comprese nelle uscite"},
    {V::reference_law_exits, "reference_law_exits", {}, per_run, "events", plain, always,
     "Exits to autonomy counted under the reference law",
     "Uscite in autonomia contate secondo la legge di riferimento"},
    {V::exits_work_light, "exits_work_light", {}, per_run, "events", plain, always,
     "Exits to autonomy under the scenario's law by an index that weighs work and income less; counted only, they close no file",
     "Uscite in autonomia secondo la legge dello scenario con un indice che pesa meno lavoro e reddito; solo contate, non chiudono pratiche"},
    {V::exits_equal, "exits_equal", {}, per_run, "events", plain, always,
     "Exits to autonomy under the scenario's law by an index that weighs the eight domains alike; counted only, they close no file",
     "Uscite in autonomia secondo la legge dello scenario con un indice che pesa allo stesso modo gli otto ambiti; solo contate, non chiudono pratiche"},
    {V::stable_exits, "stable_exits", {}, per_run, "events", plain, always,
     "Exits with twelve months of follow-up without assistance, detention or homelessness",
     "Uscite seguite da dodici mesi senza assistenza, detenzione o perdita della casa"},
    {V::relapses, "relapses", {}, per_run, "events", plain, always,
     "Relapses after an exit", "Ricadute dopo un'uscita"},
    {V::exclusions, "exclusions", {}, per_run, "events", plain, always,
     "Exclusions from services", "Esclusioni dai servizi"},
    {V::permanent_exclusions, "permanent_exclusions", {}, per_run, "people", plain, always,
     "People excluded for at least 24 months at the end",
     "Persone escluse da almeno 24 mesi alla fine"},
    {V::reoffences, "reoffences", {}, per_run, "events", plain, always,
     "Returns to prison for a new sentence", "Rientri in carcere per una nuova pena"},
    {V::alternative_measures, "alternative_measures", {}, per_run, "events", plain, always,
     "Sentences whose last part is served outside prison",
     "Pene la cui ultima parte si sconta fuori dal carcere"},
    {V::revocations, "revocations", {}, per_run, "events", plain, always,
     "Alternative measures revoked without a new sentence: the rest is served in prison",
     "Misure alternative revocate senza una nuova pena: il resto si sconta in carcere"},
    {V::justified_envy, "justified_envy", {}, per_run, "pairs", plain, always,
     "Resident and seat, in all rounds: the resident would rather have the seat and has priority there over somebody who got it",
     "Residente e posto, in tutti i turni: il residente preferirebbe il posto e vi ha la precedenza su qualcuno che lo ha avuto"},
    {V::blocking_pairs, "blocking_pairs", {}, per_run, "pairs", plain, always,
     "Justified envy, and residents who would rather have a seat that stayed free, in all rounds",
     "Invidia giustificata, e residenti che preferirebbero un posto rimasto libero, in tutti i turni"},
    {V::floor_shortfall, "floor_shortfall", {}, per_run, "seats", plain, always,
     "Seats by which groups stayed below their floors, in all rounds",
     "Posti mancanti ai gruppi rispetto alle loro quote minime, in tutti i turni"},
    {V::autonomy, "autonomy", {month}, over_replicates, "1", plain, maybe,
     "Mean autonomy of residents present", "Autonomia media dei residenti presenti"},
    {V::autonomy_nonwork, "autonomy_nonwork", {month}, over_replicates, "1", plain, maybe,
     "Mean autonomy over the six non-work domains",
     "Autonomia media nei sei ambiti diversi dal lavoro"},
    {V::wait_months, "wait_months", {month}, over_replicates, "months", plain, maybe,
     "Mean wait so far of those in a queue, for assessment, a step of the project or its support", "Attesa media finora di chi è in coda, per la valutazione, un passo del progetto o il suo sostegno"},
    {V::wait_to_start_median, "wait_to_start_median", {}, over_replicates, "months", plain, maybe,
     "Kaplan-Meier median from referral to first instrument, never served included",
     "Mediana di Kaplan-Meier dall'invio al primo strumento, compresi i mai serviti"},
    {V::autonomy_by_domain, "autonomy_by_domain", {month, domain}, over_runs, "1", plain, maybe,
     "Mean level in each domain of residents present",
     "Livello medio in ciascun ambito dei residenti presenti"},
    {V::care_share, "care_share", {month, care_state}, over_replicates, "1", plain, maybe,
     "Share of residents present by care state",
     "Quota dei residenti presenti per stato di presa in carico"},
    {V::work_share, "work_share", {month, work_state}, over_replicates, "1", plain, maybe,
     "Share of residents present by work state",
     "Quota dei residenti presenti per condizione lavorativa"},
    {V::autonomy_years_by_group, "autonomy_years_by_group", {group}, over_replicates, "autonomy-years", discounted, always,
     "Autonomy-years by group; groups overlap", "Anni di autonomia per gruppo; i gruppi si sovrappongono"},
    {V::cost_by_group, "cost_by_group", {group}, over_replicates, "EUR", discounted, always,
     "Net cost to public payers by group; groups overlap",
     "Costo netto per gli enti pubblici per gruppo; i gruppi si sovrappongono"},
    {V::starts_by_group, "starts_by_group", {group}, over_replicates, "events", plain, always,
     "Starts by group; groups overlap", "Avvii per gruppo; i gruppi si sovrappongono"},
    {V::stable_exits_by_group, "stable_exits_by_group", {group}, over_replicates, "events", plain, always,
     "Stable exits by group; groups overlap", "Uscite stabili per gruppo; i gruppi si sovrappongono"},
    {V::residents_by_group, "residents_by_group", {group}, over_replicates, "people", plain, always,
     "Residents by group; groups overlap", "Residenti per gruppo; i gruppi si sovrappongono"},
    {V::wait_by_group, "wait_by_group", {group}, over_replicates, "months", plain, maybe,
     "Mean months from referral to start of those who started, by group",
     "Mesi medi dall'invio all'avvio di chi è stato avviato, per gruppo"},
    {V::autonomy_years_by_municipality, "autonomy_years_by_municipality", {municipality}, over_replicates, "autonomy-years", discounted, always,
     "Autonomy-years by municipality of residence", "Anni di autonomia per comune di residenza"},
    {V::cost_by_municipality, "cost_by_municipality", {municipality}, over_replicates, "EUR", discounted, always,
     "Net cost to public payers by municipality of residence",
     "Costo netto per gli enti pubblici per comune di residenza"},
    {V::starts_by_municipality, "starts_by_municipality", {municipality}, over_replicates, "events", plain, always,
     "Starts by municipality of residence", "Avvii per comune di residenza"},
    {V::residents_by_municipality, "residents_by_municipality", {municipality}, over_replicates, "people", plain, always,
     "Residents by municipality", "Residenti per comune"},
    {V::served, "served", {}, per_run, "people", plain, always,
     "People who started an instrument other than orientation and assessment",
     "Persone che hanno iniziato uno strumento oltre a orientamento e valutazione"},
    {V::autonomy_years_served, "autonomy_years_served", {}, per_run, "autonomy-years", discounted, always,
     "Autonomy-years of the people served", "Anni di autonomia delle persone servite"},
    {V::autonomy_years_served_base, "autonomy_years_served_base", {}, per_run, "autonomy-years", discounted, always,
     "Autonomy-years of the same people under the base",
     "Anni di autonomia delle stesse persone nello scenario di base"},
    {V::hires_served, "hires_served", {}, per_run, "events", plain, always,
     "Hires of the people served", "Assunzioni delle persone servite"},
    {V::hires_served_base, "hires_served_base", {}, per_run, "events", plain, always,
     "Hires of the same people under the base",
     "Assunzioni delle stesse persone nello scenario di base"},
    {V::autonomy_years_to, "autonomy_years_to", {horizon}, per_run, "autonomy-years", discounted, maybe,
     "Autonomy-years up to a horizon", "Anni di autonomia fino a un orizzonte"},
    {V::net_cost_public_to, "net_cost_public_to", {horizon}, per_run, "EUR", discounted, maybe,
     "Net cost to public payers up to a horizon",
     "Costo netto per gli enti pubblici fino a un orizzonte"},
    {V::exits_to, "exits_to", {horizon}, per_run, "events", plain, maybe,
     "Exits to autonomy up to a horizon", "Uscite in autonomia fino a un orizzonte"},
    {V::care_flow, "care_flow", {year, care_state, care_state_to}, over_runs, "people", plain, always,
     "Moves between care states in a year", "Passaggi tra stati di presa in carico in un anno"},
    {V::gainers, "gainers", {group}, over_replicates, "1", plain, maybe,
     "Share of residents with at least 0.05 autonomy-years more than under the base",
     "Quota di residenti con almeno 0,05 anni di autonomia in più della base"},
    {V::losers, "losers", {group}, over_replicates, "1", plain, maybe,
     "Share of residents with at least 0.05 autonomy-years less than under the base",
     "Quota di residenti con almeno 0,05 anni di autonomia in meno della base"},
    {V::utilisation, "utilisation", {month, instrument}, over_runs, "1", plain, maybe,
     "Share of slots in use", "Quota di posti occupati"},
    {V::queue_length, "queue_length", {month, instrument}, over_runs, "people", plain, always,
     "People waiting for an instrument", "Persone in attesa di uno strumento"},
    {V::network_density, "network_density", {year}, over_runs, "1", plain, maybe,
     "Density of the network of institutions", "Densità della rete delle istituzioni"},
    {V::network_loss, "network_loss", {year}, over_runs, "1", plain, maybe,
     "Share of referrals lost on the way", "Quota di invii persi lungo il percorso"},
    {V::duplicated_assessments, "duplicated_assessments", {year}, over_runs, "1", plain, maybe,
     "Duplicated assessments per case", "Valutazioni duplicate per caso"},
    {V::months_to_first_instrument, "months_to_first_instrument", {year}, over_runs, "months", plain, maybe,
     "Months from identification to first instrument",
     "Mesi dall'individuazione al primo strumento"},
    {V::eligible, "eligible", {}, per_run, "people", plain, always,
     "People of the target of the scenario, present in at least one month",
     "Persone del gruppo destinatario dello scenario, presenti in almeno un mese"},
    {V::cherry_picking_index, "cherry_picking_index", {}, per_run, "1", plain, maybe,
     "Mean chance of finding work untreated of the eligible people served over that of all eligible: above 1 is creaming",
     "Probabilità media di trovare lavoro senza interventi degli ammissibili serviti su quella di tutti: sopra 1 è scrematura"},
    {V::autonomy_gini, "autonomy_gini", {}, per_run, "1", plain, maybe,
     "Gini coefficient of people's mean autonomy over the window", "Coefficiente di Gini dell'autonomia media delle persone nella finestra"},
    {V::autonomy_p10, "autonomy_p10", {}, per_run, "1", plain, maybe,
     "Tenth percentile of people's mean autonomy over the window", "Decimo percentile dell'autonomia media delle persone nella finestra"},
    {V::welfare_mean, "welfare_mean", {}, per_run, "1", plain, maybe,
     "Atkinson welfare of people's mean autonomy, aversion 0: their mean", "Benessere di Atkinson dell'autonomia media delle persone, avversione 0: la media"},
    {V::welfare_geometric, "welfare_geometric", {}, per_run, "1", plain, maybe,
     "Atkinson welfare of people's mean autonomy, aversion 1", "Benessere di Atkinson dell'autonomia media delle persone, avversione 1"},
    {V::welfare_harmonic, "welfare_harmonic", {}, per_run, "1", plain, maybe,
     "Atkinson welfare of people's mean autonomy, aversion 2", "Benessere di Atkinson dell'autonomia media delle persone, avversione 2"},
    {V::gain_concentration, "gain_concentration", {}, per_run, "autonomy-years", discounted, always,
     "Twice the covariance of people's gain over the base and their rank of need: above 0 the needier gain more; over the mean gain it is the concentration index",
     "Doppio della covarianza tra guadagno sulla base e rango del bisogno: sopra 0 guadagna di più chi ha più bisogno; sul guadagno medio è l'indice di concentrazione"},
    {V::gainers_of_all, "gainers_of_all", {}, per_run, "1", plain, always,
     "Share of all residents with at least 0.05 autonomy-years more than under the base", "Quota di tutti i residenti con almeno 0,05 anni di autonomia in più della base"},
    {V::losers_of_all, "losers_of_all", {}, per_run, "1", plain, always,
     "Share of all residents with at least 0.05 autonomy-years less than under the base", "Quota di tutti i residenti con almeno 0,05 anni di autonomia in meno della base"},
    {V::harmed_at_least, "harmed_at_least", {}, per_run, "1", plain, always,
     "Lower Frechet bound of the share that loses 0.05 autonomy-years, whatever the pairing of luck", "Limite inferiore di Fréchet della quota che perde 0,05 anni di autonomia, comunque si appai la sorte"},
    {V::harmed_at_most, "harmed_at_most", {}, per_run, "1", plain, always,
     "Upper Frechet bound of the share that loses 0.05 autonomy-years, whatever the pairing of luck", "Limite superiore di Fréchet della quota che perde 0,05 anni di autonomia, comunque si appai la sorte"},
    {V::autonomy_urban, "autonomy_urban", {}, per_run, "1", plain, maybe,
     "Mean autonomy of people who live within 27.7 minutes by car of the largest municipality", "Autonomia media di chi vive entro 27,7 minuti d'auto dal comune più grande"},
    {V::autonomy_inner, "autonomy_inner", {}, per_run, "1", plain, maybe,
     "Mean autonomy of people who live farther than 27.7 minutes by car from the largest municipality", "Autonomia media di chi vive oltre 27,7 minuti d'auto dal comune più grande"},
    {V::served_share_urban, "served_share_urban", {}, per_run, "1", plain, maybe,
     "Share of the eligible people served, within 27.7 minutes by car of the largest municipality", "Quota degli ammissibili serviti, entro 27,7 minuti d'auto dal comune più grande"},
    {V::served_share_inner, "served_share_inner", {}, per_run, "1", plain, maybe,
     "Share of the eligible people served, farther than 27.7 minutes by car from the largest municipality", "Quota degli ammissibili serviti, oltre 27,7 minuti d'auto dal comune più grande"},
    {V::eligible_by_group, "eligible_by_group", {group}, over_replicates, "people", plain, always,
     "Eligible people by group; groups overlap", "Ammissibili per gruppo; i gruppi si sovrappongono"},
    {V::served_by_group, "served_by_group", {group}, over_replicates, "people", plain, always,
     "Eligible people served by group; groups overlap", "Ammissibili serviti per gruppo; i gruppi si sovrappongono"},
    {V::access_ratio_by_group, "access_ratio_by_group", {group}, over_replicates, "1", plain, maybe,
     "Share of the group's eligible people served over that of all: below 1 the group is left behind", "Quota di ammissibili del gruppo serviti su quella di tutti: sotto 1 il gruppo resta indietro"},
    {V::wait_median_by_group, "wait_median_by_group", {group}, over_replicates, "months", plain, maybe,
     "Kaplan-Meier median from referral to first instrument, never served included, by group", "Mediana di Kaplan-Meier dall'invio al primo strumento, compresi i mai serviti, per gruppo"},
    {V::wait_p90_by_group, "wait_p90_by_group", {group}, over_replicates, "months", plain, maybe,
     "Kaplan-Meier ninetieth percentile from referral to first instrument, by group", "Novantesimo percentile di Kaplan-Meier dall'invio al primo strumento, per gruppo"},
    {V::exclusion_rate_by_group, "exclusion_rate_by_group", {group}, over_replicates, "1", plain, maybe,
     "Share of residents with an exclusion event in the window, by group", "Quota di residenti con un'esclusione nella finestra, per gruppo"},
    {V::false_priority_by_group, "false_priority_by_group", {group}, over_replicates, "1", plain, maybe,
     "Of the less needy half of those assessed, the share that the assessment puts in the needier half, by group", "Tra la metà meno bisognosa dei valutati, la quota che la valutazione pone nella metà più bisognosa, per gruppo"},
    {V::missed_priority_by_group, "missed_priority_by_group", {group}, over_replicates, "1", plain, maybe,
     "Of the needier half of those assessed, the share that the assessment puts in the less needy half, by group", "Tra la metà più bisognosa dei valutati, la quota che la valutazione pone nella metà meno bisognosa, per gruppo"},
    {V::recorded_starts, "recorded_starts", {}, per_run, "events", plain, always,
     "Starts as an office files them: every internship or job placement begun", "Avvii come li registra un ufficio: ogni tirocinio o inserimento iniziato"},
    {V::recorded_completions, "recorded_completions", {}, per_run, "events", plain, always,
     "Completions as an office files them: internships that reached their end or were left for a job", "Completamenti come li registra un ufficio: tirocini finiti o lasciati per un lavoro"},
    {V::recorded_hires, "recorded_hires", {}, per_run, "events", plain, always,
     "Hires as an office files them: of people whose file was open at the start of the month, however long the job", "Assunzioni come le registra un ufficio: di chi aveva la pratica aperta a inizio mese, qualunque sia la durata"},
    {V::recorded_exits, "recorded_exits", {}, per_run, "events", plain, always,
     "Exits as an office files them: every file closed, lost contact included, and every benefit that stopped", "Uscite come le registra un ufficio: ogni pratica chiusa, anche per contatto perso, e ogni sussidio cessato"},
    {V::recorded_returns, "recorded_returns", {}, per_run, "events", plain, always,
     "Returns as an office files them: relapses of people who opened a file again", "Ritorni come li registra un ufficio: ricadute di chi ha riaperto una pratica"},
    {V::parameter_value, "parameter_value", {parameter}, Reduction::from_study, "in the parameter's unit", plain, always,
     "Value of each parameter in each draw", "Valore di ogni parametro in ogni estrazione"},
}};
// clang-format on

constexpr std::array<std::string_view, axis_count> axis_names{"scenario",
                                                              "draw",
                                                              "replicate",
                                                              "month",
                                                              "year",
                                                              "payer",
                                                              "category",
                                                              "group",
                                                              "domain",
                                                              "municipality",
                                                              "care_state",
                                                              "care_state_to",
                                                              "work_state",
                                                              "parameter",
                                                              "instrument",
                                                              "horizon"};

constexpr bool table_follows_enum() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].variable) != i) {
            return false;
        }
    }
    return true;
}
static_assert(table_follows_enum());

std::vector<Axis> run_axes(Reduction reduction) {
    switch (reduction) {
        case Reduction::per_run:
            return {scenario, draw, replicate};
        case Reduction::mean_over_replicates:
            return {scenario, draw};
        case Reduction::mean_over_runs:
            return {scenario};
        case Reduction::from_study:
            return {draw};
    }
    return {};
}

}  // namespace

std::span<const VariableShape> all_variables() { return table; }

const VariableShape& shape_of(Variable variable) {
    expects(variable < Variable::count, "the variable is one of the table");
    return table[static_cast<std::size_t>(variable)];
}

std::optional<Variable> find_variable(std::string_view name) {
    const auto* const row = std::ranges::find(table, name, &VariableShape::name);
    return row == table.end() ? std::nullopt : std::optional(row->variable);
}

std::vector<Axis> dimensions(Variable variable) {
    const VariableShape& shape = shape_of(variable);
    std::vector<Axis> axes = run_axes(shape.reduction);
    axes.insert(axes.end(), shape.axes.span().begin(), shape.axes.span().end());
    return axes;
}

std::string_view name(Variable variable) { return shape_of(variable).name; }

std::string_view name(Axis axis) {
    expects(axis < Axis::count, "the axis is one of the list");
    return axis_names[static_cast<std::size_t>(axis)];
}

bool is_money(Variable variable) { return shape_of(variable).unit == "EUR"; }

}  // namespace cantiere
