/**
 * What the schools hold in the coming months. A course: kind, code, level, days, kroner a day, minimum, seats, how often it meets (`daily`,
 * `weekly`), title; then its classes: school, enrolled, weeks from now, ISO weekday it begins (`sure`: guaranteed to run).
 *
 * 22906, 42994 and 48652 are real AMU courses with their own titles and lengths (voksenuddannelse.dk, ug.dk). The others are invented, say so in
 * their title, and have codes that belong to nothing (97xxx).
 */
export const courseRows = `
  AMU 97101 - 2 218 8 20 daily Lean-værktøjer i produktionen (eksempel) | amu 5 8 1, handel 4 8 4, teknisk 3 9 1
  AMU 97102 - 7 218 8 12 daily Gaffeltruck B (eksempel) | transport 6 5 1, teknisk 7 9 1, amu 2 6 1, transport 11 2 1 sure, transport 0 13 1
  AMU 42994 - 2 218 8 18 daily Rengøring og rengøringskontrol | sosu 3 6 1, amu 3 6 3, amu 9 3 1 sure
  AMU 22906 - 2 218 10 20 daily Sikkerhed v. asbestarbejde uden autorisationskrav | amu 5 3 1, teknisk 0 7 1, amu 0 13 1 sure
  AMU 48652 - 10 218 8 16 daily Kvalifikation til persontransport i mindre køretøj | transport 5 6 1, transport 9 11 1 sure
  AMU 97103 - 1 218 8 18 daily Førstehjælp ved akut opstået skade (eksempel) | teknisk 11 2 3 sure, amu 1 9 3
  AMU 97104 - 5 218 6 12 daily Svejsning af kantsømme, proces 135 (eksempel) | teknisk 7 3 1 sure, teknisk 2 8 1, teknisk 0 14 1
  AMU 97105 - 3 218 8 20 daily Fødevarehygiejne og egenkontrol (eksempel) | foedevare 9 2 2, foedevare 4 7 2, foedevare 0 13 2
  AMU 97106 - 3 218 10 20 daily Mennesker med demens, grundkursus (eksempel) | sosu 14 3 1 sure, sosu 6 8 1, sosu 2 12 1
  AMU 97107 - 2 218 8 20 daily Konflikthåndtering på jobbet (eksempel) | handel 8 4 1, sosu 5 6 3
  AMU 97108 - 2 218 8 20 daily Regneark til enkle beregninger (eksempel) | handel 9 3 2 sure, handel 3 7 2, handel 1 10 2
  AMU 97109 - 2 568 6 16 daily ADR-repetition (eksempel) | transport 8 4 4 sure, transport 3 9 4
  AMU 97110 - 2 0 1 8 daily IKV i AMU, lager og transport (eksempel) | transport 1 7 2, amu 2 9 3
  FVU 97301 1 12 0 6 16 weekly FVU-matematik, trin 1 | vuc-fjordlandet 4 6 2, vuc-thy-mors 5 7 3
  FVU 97302 2 14 0 6 16 weekly FVU-dansk, trin 2 | vuc-fjordlandet 8 6 1, vuc-thy-mors 3 7 1
  FVU 97303 1 8 0 6 14 weekly FVU-digital, trin 1 | vuc-fjordlandet 7 6 4, vuc-thy-mors 2 7 4, vuc-fjordlandet 1 12 4
  FVU 97304 1 10 0 6 14 weekly FVU-start | vuc-fjordlandet 6 7 3
  FVU 97305 1 10 0 6 16 weekly FVU-engelsk, trin 1 | vuc-thy-mors 2 8 2
  OBU 97401 - 10 0 3 6 weekly Ordblindeundervisning, lille hold | vuc-fjordlandet 4 6 3, vuc-thy-mors 1 7 3
  AVU 97501 G 15 0 10 24 weekly AVU, dansk niveau G (eksempel) | vuc-fjordlandet 12 7 2, vuc-thy-mors 6 8 2
  HF 97601 C 16 0 12 28 weekly HF-enkeltfag, matematik C (eksempel) | vuc-fjordlandet 15 7 4
  HF 97602 C 16 0 12 28 weekly HF-enkeltfag, engelsk C (eksempel) | vuc-fjordlandet 7 8 4`

/** What one learns, by code. */
export const aboutCourses: Readonly<Record<string, string>> = {
  97101: 'Deltageren kan bruge 5S, tavlemøder og værdistrøm til at forbedre sit eget arbejde.',
  97102: 'Deltageren kan føre gaffeltruck og stabler efter reglerne og får certifikat B.',
  42994: 'Deltageren kan udføre og kontrollere rengøring efter aftalt kvalitet.',
  22906: 'Deltageren kan udføre asbestarbejde, der ikke kræver autorisation, uden fare for sig selv og andre.',
  48652: 'Deltageren kan befordre passagerer i mindre køretøjer efter reglerne.',
  97103: 'Livreddende førstehjælp og de ulykker, der sker på arbejdet.',
  97104: 'Deltageren kan svejse kantsømme i stål og kender sikkerheden.',
  97105: 'Deltageren kan arbejde hygiejnisk med fødevarer og føre egenkontrol.',
  97106: 'Deltageren kan skabe ro og mening i hverdagen for mennesker med demens.',
  97107: 'Deltageren kan opdage, dæmpe og tale om konflikter i tide.',
  97108: 'Deltageren kan oprette, rette og regne i et regneark.',
  97109: 'Forlængelse af ADR-beviset for chauffører.',
  97110: 'Individuel kompetencevurdering: hvad deltageren kan i forvejen, og hvilke kurser der så mangler.',
  97301: 'Regning til arbejde og hverdag: tal, mål, procent og tabeller.',
  97302: 'Læse og skrive det, man møder på arbejdet: vejledninger, sedler, beskeder.',
  97303: 'Skærme, scannere og digitale beskeder uden at gå uden om.',
  97304: 'Mundtligt dansk for tosprogede, som forberedelse til FVU-dansk.',
  97305: 'Engelsk til manualer, mails og kunder.',
  97401: 'Hjælpemidler og læsestrategier til voksne ordblinde.',
  97501: 'Dansk på almen voksenuddannelse: læse, skrive og tale om tekster.',
  97601: 'Matematik som enkeltfag til højere forberedelseseksamen.',
  97602: 'Engelsk som enkeltfag til højere forberedelseseksamen.',
}
