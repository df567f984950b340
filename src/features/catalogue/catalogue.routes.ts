import { serve } from '#platform/http/serve'
import {
  importClasses,
  listClasses as classes,
  listClassImportErrors as errorsOf,
  listClassImports as imports,
  showCatalogue as overview,
  undoClassImport as undo,
} from './catalogue.ts'
import {
  importClassFile,
  listClasses,
  listClassImportErrors,
  listClassImports,
  showCatalogue,
  undoClassImport,
} from './catalogue.schema.ts'

const states = {
  cancelled: { da: 'Aflyst', en: 'Cancelled' },
  full: { da: 'Fuldt', en: 'Full' },
  guaranteed: { da: 'Garanteret', en: 'Guaranteed' },
  runs: { da: 'Gennemføres', en: 'Runs' },
  short: { da: 'Mangler', en: 'Needs' },
  open: { da: 'Minimum ikke oplyst', en: 'No minimum given' },
} as const

export const catalogueRoutes = [
  serve(showCatalogue, (ctx) => overview(ctx)),
  serve(listClasses, (ctx, { query }) => classes(ctx, query), {
    columns: [
      { da: 'Kviknummer', en: 'Quick number', value: (row) => row.quickNumber },
      { da: 'Hold', en: 'Class', value: (row) => row.title },
      { da: 'Type', en: 'Kind', value: (row) => row.course.kind },
      { da: 'Kursuskode', en: 'Course code', value: (row) => row.course.code },
      { da: 'Udbyder', en: 'Provider', value: (row) => row.provider.name },
      { da: 'Institutionsnummer', en: 'Institution number', value: (row) => row.provider.institution },
      { da: 'Begynder', en: 'Begins', value: (row) => row.startsOn },
      { da: 'Slutter', en: 'Ends', value: (row) => row.endsOn },
      { da: 'Tilmelding senest', en: 'Sign up by', value: (row) => row.signUpBy },
      { da: 'Dage', en: 'Days', value: (row) => row.days },
      { da: 'Tid', en: 'Hours', value: (row) => row.hours },
      { da: 'Postnummer', en: 'Postal code', value: (row) => row.postalCode },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Pris, kr.', en: 'Price, DKK', value: (row) => row.price },
      { da: 'Tilmeldte', en: 'Enrolled', value: (row) => row.enrolled },
      { da: 'Minimum', en: 'Minimum', value: (row) => row.minimum },
      { da: 'Pladser', en: 'Seats', value: (row) => row.capacity },
      {
        da: 'Status',
        en: 'State',
        value: (row, language) =>
          row.state === 'short' ? `${states.short[language]} ${row.needs}` : states[row.state][language],
      },
      { da: 'Link', en: 'Link', value: (row) => row.link },
    ],
  }),
  serve(importClassFile, (ctx, { query, bytes, size }) =>
    importClasses(ctx, { name: query.name, dryRun: query.dryRun, bytes, size }),
  ),
  serve(listClassImports, (ctx, { query }) => imports(ctx, query), {
    columns: [
      { da: 'Fil', en: 'File', value: (row) => row.fileName },
      { da: 'Nye', en: 'New', value: (row) => row.created },
      { da: 'Ændret', en: 'Changed', value: (row) => row.updated },
      { da: 'Uændret', en: 'Unchanged', value: (row) => row.unchanged },
      { da: 'Afvist', en: 'Rejected', value: (row) => row.rejected },
    ],
  }),
  serve(listClassImportErrors, (ctx, { params, query }) => errorsOf(ctx, params.id, query), {
    columns: [
      { da: 'Linje', en: 'Line', value: (row) => row.line },
      { da: 'Kolonne', en: 'Column', value: (row) => row.column },
      { da: 'Årsag', en: 'Reason', value: (row) => row.reason },
    ],
  }),
  serve(undoClassImport, (ctx, { params }) => undo(ctx, params.id)),
]
