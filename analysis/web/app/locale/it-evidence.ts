/// What readers see of evidence, data and method, in Italian.

import type { englishEvidence } from "./en-evidence";

export const italianEvidence: Record<keyof typeof englishEvidence, string> = {
  // Evidence
  evidenceTitle: "Evidenze",
  evidenceLead: "Il rapporto intero di una simulazione, e che cosa il modello riproduce del mondo.",
  reportTitle: "Rapporto",
  reportLead:
    "Una pagina che si apre ovunque e non carica nulla: dalla risposta in una frase a ogni dato con la sua fonte.",
  downloadReport: "Scarica il rapporto",
  reportFailed: "Il rapporto non è arrivato.",
  reportWait: "Il rapporto è in scrittura; può richiedere alcuni secondi.",
  previewLabel: "Anteprima del rapporto",
  validationTitle: "Il modello riproduce il mondo?",
  validationLead:
    "Regolarità viste nel mondo, poste accanto alla simulazione: quelle rispettate e quelle mancate.",
  validationSentence: "Regolarità rispettate: {met} su {all}.",
  validationSource: "cantiere validate, ogni parametro al suo valore",
  noValidation:
    "In questa cartella non c'è una validazione. Scrivetene una: cantiere validate --json",
  // Data and method
  dataTitle: "Dati e metodo",
  dataLead: "Ogni numero del modello, da dove viene, e come nascono i risultati.",
  methodTitle: "Come funziona",
  method1:
    "Un territorio è simulato mese per mese, residente per residente: lavoro, servizi, sussidi, casa, salute.",
  method2:
    "Prima con i servizi come lavorano di solito, poi con ogni programma, con le stesse persone e la stessa sorte.",
  method3:
    "Lo si fa molte volte, con altri valori dei numeri incerti (estrazioni) e altra sorte (repliche).",
  method4:
    "Ciò che cambia è l'effetto. L'intervallo dice quanto è sicuro; dove contiene lo zero, non si vede differenza.",
  wordAutonomyYear: "Anno di autonomia",
  wordAutonomyYearText:
    "Un residente per un anno in piena autonomia, su reddito, lavoro, casa, salute, relazioni, competenze, sicurezza e pratiche.",
  wordStableExit: "Uscita stabile",
  wordStableExitText:
    "Un'uscita dall'assistenza non seguita entro 12 mesi da assistenza, strumenti, detenzione o perdita della casa.",
  wordTwin: "Gemello nullo",
  wordTwinText:
    "Lo stesso denaro previsto, offerto come servizi ordinari: distingue il coordinamento dalla spesa.",
  wordWorth: "Valore di un anno di autonomia",
  wordWorthText:
    "Quanto al massimo si pagherebbe per averlo. È una scelta, non un risultato: spostatelo e guardate che cosa cambia.",
  wordDraws: "Estrazioni e repliche",
  wordDrawsText:
    "La variazione tra estrazioni è ciò che le fonti lasciano incerto; tra repliche, la sorte.",
  wordNet: "Effetto netto",
  wordNetText: "Su tutti i residenti in difficoltà: ciò che perdono altri candidati è tolto.",
  parametersTitle: "Parametri",
  parametersLead: "Ognuno con il suo intervallo e i valori dichiarati dai file forniti.",
  searchParameters: "Cerca tra i parametri",
  qualityLabel: "Qualità",
  qualityCounts: "Valori dichiarati: {found} trovati, {recalled} ricordati, {assumed} ipotizzati.",
  qualityHelp: "Che cosa vuol dire trovato, ricordato, ipotizzato",
  qualityHelpText:
    "Trovato: letto nella fonte indicata. Ricordato: noto da una fonte, non riletto. Ipotizzato: scelto dagli autori, con un intervallo da cui si estrae.",
  foundParameters: "Parametri trovati: {count}",
  noParameters: "Nessun parametro corrisponde. Provate un'altra parola.",
  usually: "Predefinito",
  home: "Dichiarato in",
  oneStated: "{count} valore dichiarato",
  someStated: "{count} valori dichiarati",
  statedValues: "Valori dichiarati",
  pack: "File",
  value: "Valore",
  sourceLabel: "Fonte",
  showMore: "Mostrane altri {count}",
};
