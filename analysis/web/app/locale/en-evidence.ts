/// What readers see of evidence, data and method, in English.

export const englishEvidence = {
  // Evidence
  evidenceTitle: "Evidence",
  evidenceLead: "The whole report of a run, and what the model reproduces of the world.",
  reportTitle: "Report",
  reportLead:
    "One page that opens anywhere and loads nothing: from the answer in a sentence to every input with its source.",
  downloadReport: "Download report",
  reportFailed: "The report did not come.",
  reportWait: "The report is being written; this can take some seconds.",
  previewLabel: "Preview of the report",
  validationTitle: "Does the model reproduce the world?",
  validationLead:
    "Patterns seen in the world, set against the simulation: those that are met, and those that are missed.",
  validationSentence: "{met} of {all} patterns are met.",
  validationSource: "cantiere validate, every parameter at its value",
  noValidation: "No validation is kept in this folder. Write one: cantiere validate --json",
  // Data and method
  dataTitle: "Data and method",
  dataLead: "Every number of the model, where it comes from, and how the results come about.",
  methodTitle: "How it works",
  method1:
    "A territory is simulated month by month, resident by resident: work, services, benefits, housing, health.",
  method2:
    "First with services as they usually work, then under each programme, with the same people and the same luck.",
  method3:
    "That is done many times, with other values of the uncertain numbers (draws) and other luck (replicates).",
  method4:
    "What differs is the effect. Its interval says how sure it is; where it holds zero, the run shows no difference.",
  wordAutonomyYear: "Autonomy-year",
  wordAutonomyYearText:
    "One resident for one year at full autonomy, over income, work, housing, health, relations, skills, safety and administration.",
  wordStableExit: "Stable exit",
  wordStableExitText:
    "An exit from assistance not followed within 12 months by assistance, an instrument, detention or homelessness.",
  wordTwin: "Null twin",
  wordTwinText:
    "The same planned money, offered as standard services: tells coordination from spending.",
  wordWorth: "Worth of an autonomy-year",
  wordWorthText:
    "What one would pay for it at most. It is a choice, not a result: move it and see what changes.",
  wordDraws: "Draws and replicates",
  wordDrawsText:
    "The spread over draws is what the sources leave uncertain; over replicates, luck.",
  wordNet: "Net effect",
  wordNetText: "Over all residents in need: what other applicants lose is taken off.",
  parametersTitle: "Parameters",
  parametersLead: "Each with its range and the values that the shipped files state.",
  searchParameters: "Search the parameters",
  qualityLabel: "Quality",
  qualityCounts: "Stated values: {found} found, {recalled} recalled, {assumed} assumed.",
  qualityHelp: "What found, recalled and assumed mean",
  qualityHelpText:
    "Found: read in the source that is named. Recalled: known from a source, not looked up again. Assumed: chosen by the authors, with a range that is drawn from.",
  foundParameters: "Parameters found: {count}",
  noParameters: "No parameter matches. Try another word.",
  usually: "Default",
  home: "Stated in",
  oneStated: "{count} stated value",
  someStated: "{count} stated values",
  statedValues: "Stated values",
  pack: "File",
  value: "Value",
  sourceLabel: "Source",
  showMore: "Show {count} more",
};
