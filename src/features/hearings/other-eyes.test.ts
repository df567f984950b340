import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { announce } from '#platform/events'
import { openWorld } from '#testing/world'
import {
  listContactUploads,
  listSchoolContacts,
  listUploadErrors,
  undoContactUpload,
  uploadContacts,
} from '../school-contacts/school-contacts.schema.ts'
import { returnShares, shareCompanies } from '../hearing-shares/hearing-shares.schema.ts'
import { coordinators } from '../centre/roles.ts'
import { makeContactList, showContactList } from '../lists/lists.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList, listDrawnCompanies } from '../lists/draw.schema.ts'
import {
  answerHearing,
  endHearing,
  reopenAnswer,
  showHearing,
  showListHearing,
  startHearing,
} from './hearings.schema.ts'
import { keepCompanies, strikeCompanies, undoKeeps, undoStrikes } from './strikes.schema.ts'

/** What a school keeps to itself, looked for with every other eye: pages, files, counts, statements, live notices. */
type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
let world: World
let listId = 0
let id = 0
let ids: number[] = []
let uploadId = 0

const municipality = 500
const secret = 'Hemmelig Kontakt Kvist'
/** Everything of this feature that someone may ask for, as it goes over the wire. */
const addresses = () => [
  `/api/hearings/${id}`,
  `/api/hearings/${id}/companies`,
  `/api/hearings/${id}/companies?known=true`,
  `/api/hearings/${id}/companies?known=false&limit=1`,
  `/api/hearings/${id}/companies.csv`,
  `/api/hearings/${id}/companies?only=1,2,3`,
  `/api/hearings/${id}/shares`,
  '/api/lapsed-strikes',
  '/api/mails',
  '/api/hearings',
  '/api/contact-lists',
  `/api/contact-lists/${listId}/hearing`,
  '/api/contact-lists.csv',
  `/api/contact-lists/${listId}`,
  `/api/contact-lists/${listId}/companies`,
  `/api/contact-lists/${listId}/companies?show=sorted-out`,
  `/api/contact-lists/${listId}/companies.csv?show=out`,
  `/api/contact-lists/${listId}/companies.csv?show=sorted-out`,
  '/api/school-contacts',
  '/api/school-contacts.csv',
  '/api/school-contacts/uploads',
  `/api/school-contacts/uploads/${uploadId}/errors`,
  '/api/waiting',
]
const bodies = async (who: Who) => {
  const all: Record<string, string> = {}
  for (const address of addresses()) all[address] = await (await world.as(who).fetch(address)).text()
  return all
}
const upload = (who: Who, text: string) =>
  world.as(who).call(uploadContacts, { query: { name: 'vores.csv' } }, { bytes: text })

beforeAll(async () => {
  world = await openWorld()
  const companies = []
  for (let n = 0; n < 6; n++) companies.push(await world.company({ municipality, phone: `7000500${n}` }))
  ids = companies.map((company) => company.id)
  const birgit = world.as('birgit')
  listId = (
    await birgit.call(makeContactList, {
      body: { name: 'Fælles liste', criteria: z.parse(Criteria, { municipalities: [municipality] }) },
    })
  ).id
  await birgit.call(drawList, { params: { id: listId } })
  id =
    (await birgit.call(startHearing, { params: { id: listId }, body: { date: '2026-11-27', time: '16:00' } })).hearing
      ?.id ?? 0
  await upload('vibeke', `Virksomhed;Telefon\r\nVores;70005000\r\nFejl;x\r\n`)
})
afterAll(() => world.close())

/** Mette's school hands in contacts, strikes, keeps, takes back, shares the review and asks a colleague by mail. */
const metteWorks = async () => {
  const done = await upload(
    'torben',
    `Virksomhed;Telefon;Kontaktperson\r\n${secret};70005001;Kvist\r\nOgså;70005002;Kvist\r\nSkidt;x;\r\n`,
  )
  uploadId ||= done.id ?? 0
  const mette = world.as('mette')
  await mette.call(strikeCompanies, { params: { id }, body: { companyIds: ids.slice(0, 3), reason: secret } })
  await mette.call(undoStrikes, { params: { id }, body: { companyIds: ids.slice(0, 1) } })
  await mette.call(keepCompanies, { params: { id }, body: { companyIds: ids.slice(3, 5) } })
  await mette.call(undoKeeps, { params: { id }, body: { companyIds: ids.slice(4, 5) } })
  const { anne } = world.people
  const asked = { companyIds: ids.slice(4, 5), personId: anne.id, why: secret }
  await mette.call(shareCompanies, { params: { id }, body: asked })
  await world.as('anne').call(returnShares, { params: { id }, body: { companyIds: ids.slice(4, 5), why: secret } })
  await world.as('torben').call(shareCompanies, { params: { id }, body: { companyIds: ids.slice(5, 6) } })
}

describe('another school', () => {
  test('gets the same pages to the last byte when a school hands in contacts, strikes, keeps and undoes', async () => {
    uploadId = 1_000_000
    const others: Who[] = ['vibeke', 'ali', 'lars', 'pia', 'birgit', 'asger', 'soren', 'carl', 'tove', 'uffe']
    const before = await Promise.all(others.map(bodies))
    uploadId = 0
    await metteWorks()
    uploadId = 1_000_000
    const after = await Promise.all(others.map(bodies))
    expect(after).toEqual(before)
    uploadId = (await world.as('torben').call(listContactUploads)).rows[0]?.id ?? 0
  })

  test('cannot count by its own uploads’ numbers how often others hand in', async () => {
    const text = (n: number) => `Virksomhed;Telefon\r\nNummer ${n};7000900${n}\r\n`
    const first = await upload('lars', text(1))
    for (const n of [2, 3, 4]) await upload('torben', text(n))
    const second = await upload('lars', text(5))
    expect((second.id ?? 0) - (first.id ?? 0)).toBe(1)
    for (const upload of (await world.as('torben').call(listContactUploads)).rows.slice(0, 3))
      await world.as('torben').call(undoContactUpload, { params: { id: upload.id } })
  })

  test('finds nothing of it at the addresses that name it', async () => {
    for (const who of ['vibeke', 'birgit'] as const) {
      const everything = JSON.stringify(await bodies(who))
      expect(everything).not.toContain(secret)
      expect(everything).not.toContain('Kvist')
    }
    await expect(
      world.as('vibeke').call(listUploadErrors, { params: { id: uploadId }, query: {} }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(world.as('vibeke').call(undoContactUpload, { params: { id: uploadId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await world.as('vibeke').call(listSchoolContacts, { query: {} })).rows.map((row) => row.name)).toEqual([
      'Fejl',
      'Vores',
    ])
    expect((await world.as('vibeke').call(showHearing, { params: { id } })).counts).toMatchObject({
      struck: 0,
      keptOnList: 0,
      known: 1,
    })
  })

  test('cannot undo a strike or a keep that is not its own', async () => {
    expect(await world.as('vibeke').call(undoStrikes, { params: { id }, body: { companyIds: ids } })).toEqual({
      companyIds: [],
    })
    expect(await world.as('vibeke').call(undoKeeps, { params: { id }, body: { companyIds: ids } })).toEqual({
      companyIds: [],
    })
    expect((await world.as('mette').call(showHearing, { params: { id } })).counts).toMatchObject({
      struck: 2,
      keptOnList: 1,
    })
  })

  test('reads none of it past the pages either: row-level security holds for any statement', async () => {
    const mine = String(world.people.mette.schoolId)
    for (const who of ['vibeke', 'birgit', 'soren'] as const)
      await world.inside(who, async ({ db }) => {
        const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]?.n
        expect(await count(sql`select count(*)::int as n from school_contact where school_id = ${mine}::int`)).toBe(0)
        expect(await count(sql`select count(*)::int as n from school_contact_now where school_id = ${mine}::int`)).toBe(
          0,
        )
        // What the hearing sorts out is written down on the list when it ends, never before.
        expect(await count(sql`select count(*)::int as n from list_company where sorted_out_until is not null`)).toBe(0)
        expect(await count(sql`select count(*)::int as n from strike_origin`)).toBe(0)
        expect(await count(sql`select count(*)::int as n from kept_on_list`)).toBe(0)
        expect(await count(sql`select count(*)::int as n from hearing_share`)).toBe(0)
        expect(await count(sql`select count(*)::int as n from outbox where school_id is not null`)).toBe(0)
        expect(
          await count(sql`select count(*)::int as n from import where kind = 'contacts' and school_id = ${mine}::int`),
        ).toBe(0)
        expect(await count(sql`select count(*)::int as n from import_error where import_id = ${uploadId}`)).toBe(0)
        expect(
          await count(
            sql`select count(*)::int as n from event where verb in ('struck', 'strike-undone', 'kept-on-list', 'keep-undone', 'contacts-handed-in') and school_id is distinct from app_school()`,
          ),
        ).toBe(0)
        expect(
          await count(
            sql`select count(*)::int as n from event where after::text like '%Kvist%' or before::text like '%Kvist%'`,
          ),
        ).toBe(0)
        expect(
          await count(sql`select count(*)::int as n from idempotency where person_id = ${world.people.mette.id}`),
        ).toBe(0)
        expect(
          (await sql`update strike set undone_at = app_now() where undone_at is null`.execute(db)).numAffectedRows,
        ).toBe(0n)
        expect((await sql`delete from school_contact where school_id = ${mine}::int`.execute(db)).numAffectedRows).toBe(
          0n,
        )
      })
    expect(await world.sql('select from strike where list_id = $1 and undone_at is null', [listId])).toHaveLength(2)
  })

  test('cannot write in the school’s name', async () => {
    const forged = (text: string) => world.inside('vibeke', ({ db }) => sql.raw(text).execute(db))
    const school = world.people.mette.schoolId
    await expect(forged('delete from strike')).rejects.toThrow(/permission denied/)
    await expect(
      forged(
        `insert into kept_on_list (centre_id, school_id, list_id, company_id, person_id, kept_at) values (${world.centreId}, ${school}, ${listId}, ${ids[5]}, ${world.people.mette.id}, app_now())`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      forged(
        `insert into school_contact (centre_id, school_id, name, key, added_at) values (${world.centreId}, ${school}, 'Falsk', gen_random_uuid(), app_now())`,
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('is not told live that something was struck, or that the hearing was answered', async () => {
    const listener = new pg.Client({ connectionString: world.ownerUrl })
    await listener.connect()
    const said: { topics: string[]; school?: number; roles?: string[] }[] = []
    listener.on('notification', ({ payload = '{}' }) =>
      said.push(...(JSON.parse(payload) as { said: typeof said }).said),
    )
    await listener.query('listen tovholder')
    const mette = world.as('mette')
    await mette.call(strikeCompanies, { params: { id }, body: { companyIds: [ids[5] ?? 0] } })
    await mette.call(undoStrikes, { params: { id }, body: { companyIds: [ids[5] ?? 0] } })
    const asked = { companyIds: ids.slice(5, 6), personId: world.people.anne.id, why: secret }
    await world.as('torben').call(shareCompanies, { params: { id }, body: asked })
    await world.as('torben').call(answerHearing, { params: { id }, body: { notLookedAt: 9 } })
    await world.as('torben').call(reopenAnswer, { params: { id } })
    await world.inside('mette', async (ctx) => announce(ctx, ['end'], 'school'))
    while (!said.some(({ topics }) => topics.includes('end'))) await new Promise((resolve) => setTimeout(resolve, 20))
    await listener.end()
    const own = said.filter(({ school }) => school === world.people.mette.schoolId)
    const coordinator = said.filter(({ roles }) => JSON.stringify(roles) === JSON.stringify(coordinators))
    expect([own.length > 0, coordinator.length > 0]).toEqual([true, true])
    expect(said.filter((one) => !own.includes(one) && !coordinator.includes(one))).toEqual([])
  })
})

describe('the coordinator', () => {
  test('sees during the hearing who has answered, and after it what was sorted out, never by whom', async () => {
    const birgit = world.as('birgit')
    for (const who of ['torben', 'vibeke', 'lars'] as const)
      await world.as(who).call(answerHearing, { params: { id }, body: { notLookedAt: 9 } })
    const during = await birgit.call(showContactList, { params: { id: listId } })
    expect(during.struck).toBeNull()
    const { answers } = await birgit.call(showListHearing, { params: { id: listId } })
    expect(answers.every((answer) => answer.answeredAt !== null)).toBe(true)
    expect(
      (await birgit.call(listDrawnCompanies, { params: { id: listId }, query: { show: 'sorted-out' } })).rows,
    ).toEqual([])
    await birgit.call(endHearing, { params: { id }, body: {} })
    const after = await birgit.call(listDrawnCompanies, { params: { id: listId }, query: { show: 'sorted-out' } })
    expect(new Set(after.rows.map((row) => row.companyId))).toEqual(new Set(ids.slice(1, 3)))
    expect(Object.keys(after.rows[0] ?? {}).filter((key) => /school|who|by|person/i.test(key))).toEqual([])
    const ofVibeke = await world.as('vibeke').call(showListHearing, { params: { id: listId } })
    expect(ofVibeke).toMatchObject({ answers: [], hearing: { schools: null, missing: null } })
  })
})
