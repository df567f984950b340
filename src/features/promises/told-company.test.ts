import { expect, test } from 'vitest'
import { toldCompany } from './told-company.table.ts'

test.each([
  ['Send tilbud om FVU-dansk', 'Vi sender tilbud om FVU-dansk'],
  ['ring efter ferien, og hør om det passer', 'Vi ringer efter ferien, og hører om det passer'],
  ['Ring', 'Vi ringer'],
  ['Følg op på prisen', 'Vi følger op på prisen'],
])('an order to oneself is no order to the company: %s', (written, told) => {
  expect(toldCompany(written)).toBe(told)
})

test.each([
  'I får et tilbud på FVU-dansk',
  'Tilbud på truckkursus',
  'Mail med datoer til foråret',
  'Sendes i uge 50',
  'Ringbind til alle',
  'Vi ringer i uge 49',
])('what is no order stands as it was written: %s', (written) => {
  expect(toldCompany(written)).toBe(written)
})
