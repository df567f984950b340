import { entriesOf } from '#platform/typed.shared'
import { cells, guessColumns as guess, headingsOf, kinds, mostly } from '../official-codes/official-codes.ts'
import { contactHeadings } from './contact-columns.table.ts'
import type { Columns, ContactField } from './school-contacts.schema.ts'

const words = entriesOf(contactHeadings)

/** How a contact list is told from what stands around it. */
export const contactTable = { ...headingsOf(words), kinds }

/** What each column holds, guessed from the headings and, for numbers and addresses, from the cells. */
export const guessColumns = (header: readonly string[], samples: readonly (readonly string[])[]): Columns =>
  guess<ContactField>(header, samples, {
    words,
    alone: ['name'],
    fits: { name: (told) => !mostly(told, cells.number) },
    byCells: [
      { field: 'cvr', fits: cells.cvr },
      { field: 'pNumber', fits: cells.pNumber },
      { field: 'email', fits: cells.email },
      { field: 'phone', fits: cells.phone },
      { field: 'postalCode', fits: cells.place, onlyUnnamed: true },
      { field: 'name', fits: cells.company, share: 0.4, onlyUnnamed: true },
    ],
  })

/** By which a contact can be told: without any of these columns a list is of no use. */
export const tellingFields = [
  'name',
  'cvr',
  'pNumber',
  'phone',
  'mobile',
  'email',
] as const satisfies readonly ContactField[]
export const canTell = (columns: Columns) => tellingFields.some((field) => columns[field] !== undefined)
