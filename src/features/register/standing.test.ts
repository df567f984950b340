/** How a company stands: by a date, by a status word, by the register's own compound status; and who is told. */
import { afterAll, describe, expect, test } from 'vitest'
import { cvrs, registerCompany, registerWorkplace } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { goesOn } from './company-facts.ts'
import { runImport, undoImport, uploadCompanies } from './company-imports.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const [a, b, c, d, e] = cvrs

const bring = async (content: string, name = 'cvr.json') => {
  const { id } = await birgit.call(uploadCompanies, { query: { name } }, { bytes: content })
  await birgit.call(runImport, { params: { id }, body: {} })
  await world.runJobs()
  return id
}
const document = (cvr: number, status: string, at = '2026-11-10T10:00:00.000+01:00') =>
  JSON.stringify(
    registerCompany(cvr, `Firma ${cvr} ApS`, {
      virksomhedsstatus: [{ status, periode: { gyldigFra: '2026-11-03', gyldigTil: null }, sidstOpdateret: at }],
      sidstOpdateret: at,
    }),
  )
const table = (cvr: number, status: string) => `CVR;Navn;Status\r\n${cvr};Firma;${status}\r\n`
const idOf = async (number: number) => {
  const [row] = await world.sql<{ id: number }>('select id from company_known where number = $1', [String(number)])
  return row?.id ?? 0
}
const judged = async (number: number) => {
  const companyId = await idOf(number)
  const { may, because } = await birgit.call(judgeContact, { params: { companyId }, query: {} })
  return may ? 'may' : because?.kind
}
const standing = async (number: number) =>
  (await birgit.call(showCompany, { params: { id: await idOf(number) } })).standing

const words: Record<string, readonly string[]> = {
  alive: ['NORMAL', 'Aktiv', 'AKTIV', 'UNDER REKONSTRUKTION', 'UNDER REASSUMERING', 'Fusioneret ind'],
  bankrupt: ['UNDER KONKURS', 'Konkurs', 'under konkursbehandling'],
  'being-dissolved': [
    'UNDER TVANGSOPLØSNING',
    'UNDER FRIVILLIG LIKVIDATION',
    'Under likvidation',
    'under tvangsopløsning',
  ],
  ceased: [
    'OPHØRT',
    'Ophørt',
    'OPLØST EFTER KONKURS',
    'OPLØST EFTER FRIVILLIG LIKVIDATION',
    'TVANGSOPLØST',
    'Slettet',
    'ophørt',
    'Lukket',
  ],
}
test.each(Object.entries(words))('%s is said by %j, in the database and before it', async (kind, said) => {
  for (const word of said) {
    const [row] = await world.sql<{ standing: string }>('select standing_of($1) as standing', [word])
    expect([word, row?.standing, goesOn(word)]).toEqual([word, kind, kind === 'alive'])
  }
})

describe('the register says it', () => {
  test('bankrupt: no door lets a new contact through, the card says since when; and again alive', async () => {
    await bring(document(a, 'UNDER KONKURS'))
    expect([await judged(a), await standing(a)]).toEqual(['bankrupt', { kind: 'bankrupt', since: '2026-11-03' }])
    const companyId = await idOf(a)
    const { rows } = await birgit.call(listFreeSlots, { query: { companyId, days: 10 } })
    const body = {
      companyId,
      personId: rows[0]?.personId ?? 0,
      startsAt: rows[0]?.startsAt ?? '',
      contactName: 'Karen',
    }
    await expect(birgit.call(bookMeeting, { body })).rejects.toMatchObject({
      code: 'may-not-contact',
      problem: { reason: 'bankrupt' },
    })
    await bring(document(a, 'NORMAL', '2026-11-20T10:00:00.000+01:00'))
    expect([await judged(a), await standing(a)]).toEqual(['may', null])
  })

  test('of the company, for each of its workplaces; an import that is undone takes it back', async () => {
    await bring(JSON.stringify(registerCompany(b, 'Moder ApS')))
    await bring(JSON.stringify(registerWorkplace(1009876001, b, 'Moder ApS, Skive')))
    expect([await judged(b), await judged(1009876001)]).toEqual(['may', 'may'])
    const id = await bring(document(b, 'UNDER TVANGSOPLØSNING'))
    expect([await judged(b), await judged(1009876001)]).toEqual(['being-dissolved', 'being-dissolved'])
    expect(await standing(1009876001)).toMatchObject({ kind: 'being-dissolved' })
    await birgit.call(undoImport, { params: { id } })
    expect([await judged(b), await judged(1009876001)]).toEqual(['may', 'may'])
  })

  test('by its compound status alone, without a date', async () => {
    await bring(JSON.stringify(registerCompany(c, 'Væk', { virksomhedMetadata: { sammensatStatus: 'Ophørt' } })))
    expect(await judged(c)).toBe('ceased')
  })
})

describe('a centre’s own file', () => {
  test('says of a company that the register has that it is over; never that it goes on', async () => {
    await bring(document(d, 'NORMAL'))
    const id = await bring(table(d, 'Under konkurs'), 'egen.csv')
    expect(await judged(d)).toBe('bankrupt')
    await birgit.call(undoImport, { params: { id } })
    expect(await judged(d)).toBe('may')
    await bring(document(d, 'UNDER FRIVILLIG LIKVIDATION', '2026-11-12T10:00:00.000+01:00'))
    await bring(table(d, 'Aktiv'), 'egen.csv')
    expect(await judged(d)).toBe('being-dissolved')
  })

  test('says it of one that the register lacks', async () => {
    await bring(table(e, 'Lukket'), 'egen.csv')
    expect(await judged(e)).toBe('ceased')
  })
})
