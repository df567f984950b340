import * as m from '#texts'
import { ImportPage } from '../imports/ImportPage.tsx'
import type { Imported } from '../imports/ImportWords.tsx'
import { number } from '#web/parts/numbers.ts'
import { columnFields, companyImports } from './company-imports.schema.ts'
import { columnName, fieldName } from './RegisterWords.tsx'

const companies = (): Imported => ({
  contract: companyImports,
  columns: columnFields.map((field) => ({ field, name: columnName(field) })),
  needs: 'cvr',
  fieldName,
  accept: '.csv,.xlsx,.json,.txt',
  back: { to: '/virksomheder', text: m.register_import_title() },
  words: {
    title: m.register_import_import,
    subtitle: m.register_import_subtitle,
    choose: m.register_import_choose_text,
    file: m.register_import_file,
    documents: m.register_import_register_text,
    lacks: m.register_import_lacks_cvr,
    run: (count) => (count === 1 ? m.register_import_run_one() : m.register_import_run({ count: number(count) })),
    see: m.register_import_see,
    warning: (field, percent) => m.register_import_warning({ field, percent }),
    stayed: (count) =>
      count === 1 ? m.register_import_stayed_one() : m.register_import_stayed({ count: number(count) }),
    undo: (created, updated) => m.register_import_undo_text({ created: number(created), updated: number(updated) }),
  },
})

/** From a file to the register: choose, see what the columns hold, try, run, and undo when it was wrong. */
export default () => <ImportPage of={companies()} />
