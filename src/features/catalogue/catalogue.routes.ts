import * as m from '#texts'
import { byHandIn } from '#platform/files/reading.schema'
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
  cancelled: m.catalogue_file_cancelled,
  full: m.catalogue_file_full,
  guaranteed: m.catalogue_file_guaranteed,
  runs: m.catalogue_file_runs,
  open: m.catalogue_file_open,
} as const

export const catalogueRoutes = [
  serve(showCatalogue, (ctx) => overview(ctx)),
  serve(listClasses, (ctx, { query }) => classes(ctx, query), {
    columns: [
      { title: m.catalogue_col_quick_number, value: (row) => row.quickNumber },
      { title: m.catalogue_col_class, value: (row) => row.title },
      { title: m.catalogue_col_kind, value: (row) => row.course.kind },
      { title: m.catalogue_col_course_code, value: (row) => row.course.code },
      { title: m.catalogue_col_provider, value: (row) => row.provider.name },
      { title: m.catalogue_col_institution_number, value: (row) => row.provider.institution },
      { title: m.catalogue_col_begins, value: (row) => row.startsOn },
      { title: m.catalogue_col_ends, value: (row) => row.endsOn },
      { title: m.catalogue_col_sign_up_by, value: (row) => row.signUpBy },
      { title: m.catalogue_col_days, value: (row) => row.days },
      { title: m.catalogue_col_hours, value: (row) => row.hours },
      { title: m.catalogue_col_postal_code, value: (row) => row.postalCode },
      { title: m.catalogue_col_town, value: (row) => row.town },
      { title: m.catalogue_col_price_dkk, value: (row) => row.price },
      { title: m.catalogue_col_enrolled, value: (row) => row.enrolled },
      { title: m.catalogue_col_minimum, value: (row) => row.minimum },
      { title: m.catalogue_col_seats, value: (row) => row.capacity },
      {
        title: m.catalogue_col_state,
        value: (row, language) =>
          row.state === 'short'
            ? m.catalogue_file_short({ needs: row.needs ?? '' }, { locale: language })
            : states[row.state]({}, { locale: language }),
      },
      { title: m.catalogue_col_link, value: (row) => row.link },
    ],
  }),
  serve(importClassFile, (ctx, { query, bytes, size }) =>
    importClasses(ctx, {
      ...{ name: query.name, dryRun: query.dryRun, bytes, size },
      byHand: byHandIn(query),
    }),
  ),
  serve(listClassImports, (ctx, { query }) => imports(ctx, query), {
    columns: [
      { title: m.catalogue_col_file, value: (row) => row.fileName },
      { title: m.catalogue_col_new, value: (row) => row.created },
      { title: m.catalogue_col_changed, value: (row) => row.updated },
      { title: m.catalogue_col_unchanged, value: (row) => row.unchanged },
      { title: m.catalogue_col_rejected, value: (row) => row.rejected },
    ],
  }),
  serve(listClassImportErrors, (ctx, { params, query }) => errorsOf(ctx, params.id, query), {
    columns: [
      { title: m.catalogue_col_line, value: (row) => row.line },
      { title: m.catalogue_col_column, value: (row) => row.column },
      { title: m.catalogue_col_reason, value: (row) => row.reason },
    ],
  }),
  serve(undoClassImport, (ctx, { params }) => undo(ctx, params.id)),
]
