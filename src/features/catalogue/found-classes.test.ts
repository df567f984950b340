/** The portal's file as people hand it on: what a table of companies understands, a file of classes does. */
import { afterAll, expect, test } from 'vitest'
import { classColumns } from '../../../db/demo/classes.ts'
import { portalFile } from '#testing/portal-file'
import { bookOf } from '#testing/workbooks'
import { openWorld } from '#testing/world'
import { importClassFile, listClasses } from './catalogue.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const hand = (bytes: string | Buffer) => birgit.call(importClassFile, { query: { name: 'hold.csv' } }, { bytes })

const lines = (...numbers: string[]) =>
  portalFile(numbers.map((kviknummer) => ({ kviknummer })))
    .replace('\uFEFF', '')
    .trim()
    .split('\n')
const cells = (line: string) => line.split(',')

test('under a title, from a workbook with a hidden row and a note beside', async () => {
  const [head = '', first = '', second = '', third = ''] = lines('280051A1', '280051A2', '280051A3')
  expect(await hand(`Hold uge 9${','.repeat(classColumns.length - 1)}\n${head}\n${first}\n`)).toMatchObject({
    ...{ created: 1, rejected: 0, errors: [] },
    notes: [expect.stringMatching(/Linje 2.*Hold uge 9/)],
  })
  const book = bookOf({
    name: 'Hold',
    rows: [cells(head), [...cells(second), 'ring til Pia'], { hidden: true, cells: cells(third) }],
  })
  expect(await hand(book)).toMatchObject({
    ...{ created: 1, rejected: 0 },
    errors: [{ line: 2, rejected: false, reason: expect.stringContaining('ring til Pia') as string }],
    notes: [expect.stringMatching(/Skjulte rækker.*1 \(linje 3\)/)],
  })
})

test('code and town in one cell', async () => {
  await hand(portalFile([{ kviknummer: '280051B1', lokationPostNr: '7700 Thy', lokationSted: '' }]))
  const { rows } = await birgit.call(listClasses, { query: { q: '280051B1' } })
  expect(rows[0]).toMatchObject({ town: 'Thy' })
})
