import type { FileProblem, FileProblemCode } from './file-problem.ts'

export type { FileProblem } from './file-problem.ts'

export type FileLanguage = 'da' | 'en'

/**
 * The sentences: what is wrong, then what to do. `{name}` is filled from `detail`, `{column}` from the problem; where it
 * is (`Linje 12: ...`) is put before by `problemText`.
 */
export const sentences: Record<FileProblemCode, Record<FileLanguage, string>> = {
  'file-empty': {
    da: 'Filen er tom. Vælg en fil med en overskriftslinje og mindst én række.',
    en: 'The file is empty. Choose a file with a line of headings and at least one row.',
  },
  'file-too-large': {
    da: 'Filen er større end {limitMb} MB. Del den i mindre filer, og hent dem ind én ad gangen.',
    en: 'The file is larger than {limitMb} MB. Split it into smaller files and import them one at a time.',
  },
  'file-not-readable': {
    da: 'Filen er {kind} og ikke en tabel, vi kan læse. Gem den som Excel (.xlsx) eller CSV, og prøv igen.',
    en: 'The file is {kind}, not a table we can read. Save it as Excel (.xlsx) or CSV and try again.',
  },
  'file-broken': {
    da: 'Filen er beskadiget eller ikke kommet helt med. Åbn den i Excel, gem den igen, og prøv med den nye fil.',
    en: 'The file is damaged or incomplete. Open it in Excel, save it again, and try with the new file.',
  },
  'file-hostile': {
    da: 'Filen er lavet på en måde, som kan skade programmet, og er derfor ikke åbnet. Åbn den i Excel, gem den som en ny fil, og prøv med den.',
    en: 'The file is built in a way that could harm the program, so it was not opened. Open it in Excel, save it as a new file, and try that one.',
  },
  'file-takes-too-long': {
    da: 'Filen tog mere end {seconds} sekunder at læse, og læsningen er stoppet. Gem den som CSV, eller del den i mindre filer.',
    en: 'The file took more than {seconds} seconds to read, and reading was stopped. Save it as CSV or split it into smaller files.',
  },
  'old-excel': {
    da: 'Filen er i det gamle Excel-format (.xls). Åbn den i Excel, vælg "Gem som" og "Excel-projektmappe (.xlsx)", og prøv med den nye fil.',
    en: 'The file is in the old Excel format (.xls). Open it in Excel, choose "Save as" and "Excel Workbook (.xlsx)", and try with the new file.',
  },
  'excel-with-password': {
    da: 'Filen er låst med en adgangskode. Åbn den i Excel, fjern adgangskoden under "Filer" og "Oplysninger", gem den, og prøv igen.',
    en: 'The file is locked with a password. Open it in Excel, remove the password under "File" and "Info", save it, and try again.',
  },
  'workbook-empty': {
    da: 'Der står ikke noget i regnearkets faner. Vælg en fil med en overskriftslinje og mindst én række.',
    en: 'Nothing is written in the sheets of the workbook. Choose a file with a line of headings and at least one row.',
  },
  'workbook-too-large': {
    da: 'Regnearket er for stort til at læse på én gang. Gem det som CSV, eller del det i mindre filer.',
    en: 'The workbook is too large to read at once. Save it as CSV or split it into smaller files.',
  },
  'header-name-twice': {
    da: 'Overskriften "{column}" står to gange, i kolonne {first} og {second}. Vælg selv, hvilken der skal bruges, eller ret navnet i filen.',
    en: 'The heading "{column}" stands twice, in columns {first} and {second}. Choose which one to use, or correct the name in the file.',
  },
  'only-header': {
    da: 'Filen har kun overskrifter og ingen rækker under dem. Kontrollér, at det er den rigtige fil.',
    en: 'The file has only headings and no rows below them. Check that it is the right file.',
  },
  'mixed-encoding': {
    da: 'Linjen er gemt med en anden tegnkodning end resten af filen. Vi har læst den som Windows-1252; kontrollér æ, ø og å.',
    en: 'The line is saved in another character encoding than the rest of the file. We read it as Windows-1252; check its special letters.',
  },
  'garbled-characters': {
    da: 'Her (og måske længere nede) er bogstaver gået tabt og blevet til �, før filen nåede hertil. Hent filen igen, hvor den kommer fra.',
    en: 'Here (and perhaps further down) letters were lost and became � before the file came here. Fetch the file again where it comes from.',
  },
  'quote-not-closed': {
    da: 'Et anførselstegn (") bliver åbnet på denne linje og aldrig lukket. Linjen er ikke læst; ret anførselstegnet.',
    en: 'A quotation mark (") is opened on this line and never closed. The line was not read; correct the quotation mark.',
  },
  'columns-missing': {
    da: 'Rækken har {found} felter, men der er {expected} kolonner. Rækken er ikke læst; ret den, så felterne passer.',
    en: 'The row has {found} cells, but there are {expected} columns. The row was not read; correct it so that the cells fit.',
  },
  'too-many-cells': {
    da: 'Rækken har {found} felter, men der er kun {expected} kolonner. Rækken er ikke læst; sæt anførselstegn om tekst med skilletegn i.',
    en: 'The row has {found} cells, but there are only {expected} columns. The row was not read; put quotation marks around text that holds the separator.',
  },
  'too-many-columns': {
    da: 'Der er flere end {limit} kolonner. Slet de kolonner, der ikke skal bruges, og prøv igen.',
    en: 'There are more than {limit} columns. Delete the columns that are not needed and try again.',
  },
  'line-too-long': {
    da: 'Linjen er alt for lang og er ikke læst. Kontrollér, at filen har linjeskift mellem rækkerne.',
    en: 'The line is far too long and was not read. Check that the file has line breaks between its rows.',
  },
  'nul-characters': {
    da: 'Rækken indeholder tegn, der ikke er tekst (NUL), og er ikke læst. Skriv rækken igen, eller hent filen på ny.',
    en: 'The row holds characters that are not text (NUL) and was not read. Type the row again or fetch the file anew.',
  },
  'row-not-readable': {
    da: 'Rækken kan ikke deles i felter og er ikke læst. Kontrollér anførselstegn og skilletegn.',
    en: 'The row cannot be split into cells and was not read. Check its quotation marks and separators.',
  },
  'json-broken': {
    da: 'Her er filen ikke gyldig JSON. Det, der står før, er læst; hent filen igen, eller ret den her.',
    en: 'The file is not valid JSON here. What comes before was read; fetch the file again or correct it here.',
  },
  'json-not-an-object': {
    da: 'Her står noget andet end et dokument i krøllede parenteser. Det er sprunget over; kontrollér, at det er den rigtige fil.',
    en: 'Here stands something other than a document in curly brackets. It was skipped; check that it is the right file.',
  },
  'json-too-deep': {
    da: 'Filen har flere end {limit} niveauer inden i hinanden og er ikke læst længere. Kontrollér, at det er den rigtige fil.',
    en: 'The file has more than {limit} levels inside each other and was not read further. Check that it is the right file.',
  },
  'json-document-too-large': {
    da: 'Dokumentet, der begynder her, er for stort og er sprunget over. Hent det igen med færre oplysninger.',
    en: 'The document that begins here is too large and was skipped. Fetch it again with less in it.',
  },
}

const kinds: Record<string, Record<FileLanguage, string>> = {
  pdf: { da: 'en PDF', en: 'a PDF' },
  'web-page': { da: 'en webside', en: 'a web page' },
  xml: { da: 'XML', en: 'XML' },
  zip: { da: 'en zip-fil uden regneark', en: 'a zip file without a workbook' },
  ods: { da: 'et OpenDocument-regneark (.ods)', en: 'an OpenDocument spreadsheet (.ods)' },
  workbook: { da: 'et regneark', en: 'a workbook' },
  binary: { da: 'et billede, et program eller lignende', en: 'a picture, a program or the like' },
}

/** One sentence or two for people: where, what, and what to do. */
export const problemText = (problem: FileProblem, language: FileLanguage): string => {
  const kind = kinds[problem.detail?.['kind'] ?? '']?.[language]
  const values: Record<string, string | number> = { ...problem.detail, ...(kind ? { kind } : {}) }
  if (problem.column !== undefined) values['column'] = problem.column
  const sentence = sentences[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? '?'),
  )
  if (problem.line === undefined) return sentence
  return `${language === 'da' ? 'Linje' : 'Line'} ${problem.line}: ${sentence}`
}
