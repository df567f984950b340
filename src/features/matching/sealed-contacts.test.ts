import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { openWorld } from '#testing/world'
import { houseOf } from '../../app.ts'
import { listHeardCompanies, showHearing, startHearing } from '../hearings/hearings.schema.ts'
import { strikeCompanies } from '../hearings/strikes.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { closeList, makeContactList } from '../lists/lists.schema.ts'
import { sealOpenContacts } from '../school-contacts/school-contacts.ts'
import * as contract from '../school-contacts/school-contacts.schema.ts'

type Who = Parameters<Awaited<ReturnType<typeof openWorld>>['as']>[0]
const world = await openWorld()
afterAll(() => world.close())
const { technical, vuc, health } = world.schools

const head = 'Virksomhed;CVR;Telefon;E-mail;Adresse;Kontaktperson;Vores medarbejder;Bemærkning\r\n'
const upload = (who: Who, rows: string) =>
  world.as(who).call(contract.uploadContacts, { query: { name: 'vores.csv' } }, { bytes: head + rows })
const uploads = (who: Who) => world.as(who).call(contract.listContactUploads)
const names = async (who: Who) =>
  (await world.as(who).call(contract.listSchoolContacts, { query: {} })).rows.map(({ name }) => name)
const drawn = async (municipality: number) => {
  const body = { name: `Liste ${municipality}`, criteria: z.parse(Criteria, { municipalities: [municipality] }) }
  const { id } = await world.as('birgit').call(makeContactList, { body })
  await world.as('birgit').call(drawList, { params: { id } })
  return id
}
const heard = async (municipality: number) => {
  const params = { id: await drawn(municipality) }
  const body = { date: '2026-12-01', time: '16:00' }
  return { id: (await world.as('birgit').call(startHearing, { params, body })).hearing?.id ?? 0 }
}
const known = async (who: Who, params: { id: number }) =>
  (await world.as(who).call(listHeardCompanies, { params, query: { known: 'true' } })).rows
/** Rows of any table in which one of the words stands, in whatever a column holds. */
const standIn = async (words: readonly string[]) => {
  const forms = words.flatMap((word) => [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word, 'latin1').toString('hex'),
  ])
  const tables = await world.sql<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')`,
  )
  const found: string[] = []
  for (const { name } of tables)
    if ((await world.sql(`select from ${name} t where t::text ~* $1 limit 1`, [forms.join('|')])).length > 0)
      found.push(name)
  return found
}
const keyIn = async (ctx: Ctx) =>
  (await sql<{ key: string | null }>`select encode(app_school_key(), 'hex') as key`.execute(ctx.db)).rows[0]?.key
const withKey = async (sealingKey: string, work: () => Promise<void>) => {
  houseOf(world.database, { ...world.config, sealingKey }, false)
  await work().finally(() => houseOf(world.database, world.config, false))
}

beforeAll(async () => {
  await world.company({ name: 'Registrets Savværk ApS', municipality: 411, phone: '97110001', email: null })
  await world.company({ name: 'Andet Sted A/S', municipality: 412, phone: '97110002', email: null })
  await world.company({ name: 'Fjerde Sted A/S', municipality: 414, phone: '97110005', email: null })
  await world.company({ name: 'Tredje Sted A/S', municipality: 413, phone: '97110003', email: null })
})

test('of a list that was handed in, compared, struck by and exported no word stands in any table', async () => {
  const words = ['Kobbersmeden', 'Gyvelkrat', 'Tyttebærvej', 'Rosenvinge', 'Mosekonen', 'abekat', '97110777']
  const [{ cvr } = { cvr: '' }] = await world.sql<{ cvr: string }>(`select cvr from company where municipality = 411`)
  await upload(
    'torben',
    `Kobbersmeden;${cvr};97110001;post@gyvelkrat.dk;Tyttebærvej 9;Ib Rosenvinge;Mette Lauridsen;Mosekonen kender ham\r\nTo;abekat;97110777;;;;;\r\n`,
  )
  await world.runJobs()
  const hearing = await heard(411)
  await world.runJobs()
  const [row] = await known('mette', hearing)
  expect(row).toMatchObject({ contact: { name: 'Kobbersmeden', note: 'Mosekonen kender ham' } })
  await world
    .as('mette')
    .call(strikeCompanies, { params: hearing, body: { companyIds: [row?.companyId ?? 0] } }, { key: 'sealed-1' })
  expect(await world.sql('select asked_id from strike_origin')).toEqual([{ asked_id: world.people.mette.id }])
  const csv = await (await world.as('torben').fetch('/api/school-contacts.csv')).text()
  expect(csv).toContain('Mosekonen kender ham')
  const { rows } = await uploads('torben')
  const errors = await world
    .as('torben')
    .call(contract.listUploadErrors, { params: { id: rows[0]?.id ?? 0 }, query: {} })
  expect(errors.rows).toMatchObject([{ column: 'CVR', reason: expect.stringContaining('abekat') as string }])
  expect(await standIn(words)).toEqual([])
  // The test can fail: what is not sealed is found.
  expect(await standIn(['Mette Lauridsen'])).toContain('person')
})

test('a school’s key goes along with its own transactions alone, and opens nothing of another’s', async () => {
  const of = (schoolId: number) => world.database.house.sealing?.ofSchool(world.centreId, schoolId)
  expect(await world.inside('mette', keyIn)).toBe(of(technical)?.markKey)
  expect(await world.inside('ali', keyIn)).toBe(of(vuc)?.markKey)
  for (const who of ['birgit', 'asger', 'soren', 'uffe'] as const) expect(await world.inside(who, keyIn)).toBeNull()
  const system = { centreId: world.centreId, personId: null, schoolId: null, role: 'system' } as const
  expect(await world.database.in({ ...system, source: 'job', language: 'da' }, keyIn)).toBeNull()
  const lying = await world.sql<{ id: string; sealed: Buffer }>('select id, sealed from school_contact')
  expect(lying.length).toBeGreaterThan(0)
  for (const { id, sealed } of lying) {
    expect(of(technical)?.unseal(sealed, `school_contact/${id}`)).toContain('"name"')
    expect(of(vuc)?.unseal(sealed, `school_contact/${id}`)).toBeNull()
    expect(of(technical)?.unseal(sealed, 'school_contact/another')).toBeNull()
  }
})

test('whose a proof is nobody knows beforehand: eight at once, and one whose school is another now, have the key that is theirs', async () => {
  const asking = (school: number | null) =>
    world.database.as(
      {
        name: 'a proof',
        rowAt: () =>
          `(select ${world.centreId}::int as centre_id, ${world.people.anne.id}::int as person_id, ${school ?? 'null'}::int as school_id)`,
        asker: () => ({
          ...{ centreId: world.centreId, personId: world.people.anne.id, schoolId: school, role: 'consultant' },
          ...{ source: 'api', language: 'da' },
        }),
        seen: () => Promise.resolve(),
      },
      { mode: 'read only' },
      keyIn,
    )
  const of = (schoolId: number) => world.database.house.sealing?.ofSchool(world.centreId, schoolId).markKey
  const asked = await Promise.all(Array.from({ length: 8 }, () => asking(technical)))
  expect(new Set(asked)).toEqual(new Set([of(technical)]))
  expect([await asking(vuc), await asking(null), await asking(vuc), await asking(technical)]).toEqual([
    ...[of(vuc), null, of(vuc)],
    of(technical),
  ])
})

const before = `md5(lower(name) || chr(31) || coalesce(cvr, '') || chr(31) || coalesce(p_number, '') || chr(31) || coalesce(phone, '') || chr(31) || lower(coalesce(email, '')) || chr(31)
  || lower(coalesce(street, '')) || chr(31) || coalesce(postal_code, '') || chr(31) || lower(coalesce(town, '')) || chr(31) || lower(coalesce(contact_person, '')))::uuid`
test('contacts of before are sealed in portions, nothing is lost between, and what was said of them goes on counting', async () => {
  const old = await drawn(412)
  await world.as('birgit').call(closeList, { params: { id: old } })
  await world.sql(
    `insert into school_contact (centre_id, school_id, name, phone, email, street, contact_person, knows, note, key, added_at)
     select centre_id, school_id, name, phone, email, street, contact_person, knows, note, ${before}, '2026-11-01' from (
       select $1::int as centre_id, $2::int as school_id, 'Ærøs ÅBNE ' || n as name, null as cvr, null as p_number, '9911' || to_char(n, 'FM0000') as phone, 'X@Aaben.dk' as email,
         'Ågade 2' as street, null as postal_code, null as town, 'Øjvind ' || n as contact_person, null as knows, 'husk' as note from generate_series(1, 620) n) s`,
    [world.centreId, vuc],
  )
  const [company] = await world.sql<{ id: number; cvr: string }>(
    `select id, cvr from company where name = 'Andet Sted A/S'`,
  )
  await world.sql(
    `insert into pair_said (centre_id, school_id, contact_key, cvr, company_id, list_id, same, said_at, said_by)
     select centre_id, school_id, key, $2, $3, $4, true, '2026-11-02', $5 from school_contact where name = $1`,
    ['Ærøs ÅBNE 7', company?.cvr, company?.id, old, world.people.ali.id],
  )
  await world.sql('insert into contact_sealing_due (centre_id, school_id) values ($1, $2)', [world.centreId, vuc])
  const open = async () => (await world.sql('select from school_contact where sealed is null')).length
  // A portion is a transaction of its own; the process dies after the first.
  expect(await world.inside('ali', sealOpenContacts)).toBe(true)
  expect(await open()).toBe(120)
  await expect(
    world.inside('ali', async (ctx) => {
      await sealOpenContacts(ctx)
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  expect(await open()).toBe(120)
  // One sweep hands the job in, the next run does it.
  await world.runJobs()
  await world.runJobs()
  expect([await open(), await world.sql('select from contact_sealing_due')]).toEqual([0, []])
  await world.runJobs()
  // What stood in the open is compared then, and nobody has to ask.
  expect(await world.sql('select count(*)::int as n from contact_resolved where school_id = $1', [vuc])).toEqual([
    { n: 620 },
  ])
  expect(await standIn(['ÅBNE', 'Øjvind', 'aaben.dk'])).toEqual([])
  expect(await uploads('ali')).toMatchObject({ contacts: 620, locked: 0 })
  const hearing = await heard(412)
  const [row] = await known('ali', hearing)
  expect(row).toMatchObject({ reasons: [{ by: 'said' }], contact: { name: 'Ærøs ÅBNE 7', phone: '99110007' } })
  // The same row handed in again is the same one, and the same contact without our note goes by the same key.
  const again = 'Ærøs ÅBNE 7;;99110007;X@Aaben.dk;Ågade 2;Øjvind 7;;'
  expect(await upload('vibeke', `${again}\r\n`)).toMatchObject({ created: 1, unchanged: 0 })
  const keys = await world.sql<{ n: number }>(
    `select count(*)::int as n from school_contact s join pair_said w on w.contact_key = s.key where s.school_id = $1`,
    [vuc],
  )
  expect(keys).toEqual([{ n: 2 }])
})

test('under another key nothing opens and nothing crashes: it is told, and counts again when the key is back', async () => {
  await upload('lars', 'Under nøgle;;97110003;;;;;\r\nUnder nøgle to;ikke et tal;97110004;;;;;\r\n')
  const hearing = await heard(413)
  expect(await known('pia', hearing)).toHaveLength(1)
  await withKey(Buffer.alloc(32, 9).toString('base64'), async () => {
    expect(await uploads('lars')).toMatchObject({ contacts: 0, locked: 2, possible: true, can: { delete: true } })
    expect(await names('lars')).toEqual([])
    expect([await known('pia', hearing), await world.as('pia').call(showHearing, { params: hearing })]).toMatchObject([
      [],
      { contacts: 0, locked: 2, comparing: 0 },
    ])
    await heard(414)
    await world.runJobs()
  })
  expect(await names('lars')).toEqual(['Under nøgle', 'Under nøgle to'])
  expect(await known('pia', hearing)).toHaveLength(1)
  // What was asked for meanwhile is still to be done.
  const comparing = async () => (await world.as('pia').call(showHearing, { params: hearing })).comparing
  expect(await comparing()).toBe(2)
  world.clock.set('2026-11-30T09:06')
  await world.runJobs()
  await world.runJobs()
  expect([await comparing(), await world.sql('select from comparison_due')]).toEqual([0, []])
})

test('without a key no list comes in, the page says so before, and what is there waits', async () => {
  await withKey('', async () => {
    expect(await uploads('lars')).toMatchObject({ contacts: 0, locked: 2, possible: false })
    const { rows } = await uploads('lars')
    const params = { id: rows[0]?.id ?? 0 }
    expect((await world.as('lars').call(contract.listUploadErrors, { params, query: {} })).rows).toMatchObject([
      { line: 3, column: null },
    ])
    await expect(upload('lars', 'Ny;;97110009;;;;;\r\n')).rejects.toMatchObject({
      code: 'contacts-not-kept',
      problem: { title: expect.stringContaining('SEALING_KEY') as string },
    })
    await world.runJobs()
  })
  expect(await names('lars')).toEqual(['Under nøgle', 'Under nøgle to'])
})

test('a school has so many contacts at most, told before anything is stored', async () => {
  const stand = (n: number) =>
    world.sql(
      `insert into school_contact (centre_id, school_id, sealed, key_mark, same_mark, key, added_at)
       select $1, $2, ''::bytea, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now() from generate_series(1, $3)`,
      [world.centreId, health, n],
    )
  await stand(50_000 - 2)
  await expect(upload('lars', 'Én for meget;;97110099;;;;;\r\n')).rejects.toMatchObject({
    code: 'contacts-too-many',
    problem: { title: expect.stringContaining('50.000') as string },
  })
  expect(await names('lars')).toEqual(['Under nøgle', 'Under nøgle to'])
  await world.sql(`delete from school_contact where school_id = $1 and sealed = ''`, [health])
  expect(await upload('lars', 'Én for meget;;97110099;;;;;\r\n')).toMatchObject({ created: 1 })
})

const openPair = async (key: string) =>
  world.sql(
    `insert into pair_said (centre_id, school_id, contact_key, cvr, company_id, list_id, same, said_at, said_by)
     select centre_id, school_id, $2, cvr, company_id, list_id, not same, '2026-10-01', said_by from pair_said where school_id = $1 limit 1`,
    [vuc, key],
  )
const openErrors = (school: number) =>
  world.sql(
    `insert into import_error (centre_id, import_id, n, line, column_name, code, said_values)
     select centre_id, id, 900 + n, n, 'CVR', 'register_reason_cvr', '{}' from import, generate_series(1, 400) n where school_id = $1`,
    [school],
  )
test('one school’s failure keeps no other waiting, and what was said twice of a pair ends nothing', async () => {
  const [{ key } = { key: '' }] = await world.sql<{ key: string }>('select gen_random_uuid()::text as key')
  const mark = world.database.house.sealing?.ofSchool(world.centreId, vuc).mark('contact', key)
  await world.sql(`update pair_said set contact_key = $2 where school_id = $1`, [vuc, mark])
  await openPair(key)
  await openErrors(vuc)
  await world.sql('insert into contact_sealing_due (centre_id, school_id) values ($1, $2), ($1, $3)', [
    world.centreId,
    ...[technical, vuc].toSorted((a, b) => a - b),
  ])
  await openErrors(technical)
  await world.sql(`create function refuses() returns trigger language plpgsql as $$ begin raise 'no'; end $$`)
  await world.sql(
    `create trigger refuses before delete on import_error for each row when (old.import_id in (${await importsOf(technical)})) execute function refuses()`,
  )
  expect(technical).toBeLessThan(vuc)
  await world.runJobs().catch(() => {})
  await world.runJobs().catch(() => {})
  expect(await world.sql('select school_id as school from contact_sealing_due')).toEqual([{ school: technical }])
  expect(await world.sql('select contact_key as key, same from pair_said where school_id = $1', [vuc])).toEqual([
    { key: mark, same: true },
  ])
  await world.sql('drop trigger refuses on import_error')
})
const importsOf = async (school: number) =>
  (await world.sql<{ id: number }>('select id from import where school_id = $1', [school])).map(({ id }) => id).join()

test('a school deletes its list whole: contacts in force and replaced, whom they were taken for, what was said; no other school’s', async () => {
  const count = async (school: number) => {
    const [row] = await world.sql<Record<string, number>>(
      `select (select count(*)::int from school_contact where school_id = $1) as contacts, (select count(*)::int from contact_resolved where school_id = $1) as resolved,
        (select count(*)::int from pair_said where school_id = $1) as said, (select count(*)::int from strike_origin where school_id = $1) as strikes,
        (select count(*)::int from import_error e join import i on i.id = e.import_id where i.school_id = $1) as errors`,
      [school],
    )
    return row
  }
  const others = [await count(vuc), await count(health)]
  expect((await count(technical))?.['said']).toBe(1)
  await world.sql(
    `update import set details = details || '{"notes": [{"code": "x", "values": {"text": "Mosekonen"}}], "sheets": ["Ib"], "reading": {}}' where school_id = $1`,
    [technical],
  )
  // Where a school has a leader, he does it.
  expect(await uploads('anne')).toMatchObject({ can: { delete: false } })
  await expect(world.as('anne').call(contract.deleteSchoolContacts)).rejects.toMatchObject({ code: 'leader-deletes' })
  expect(await world.as('torben').call(contract.deleteSchoolContacts)).toMatchObject({
    contacts: 0,
    can: { delete: false },
  })
  expect(await count(technical)).toEqual({ contacts: 0, resolved: 0, said: 0, strikes: 1, errors: 0 })
  expect([await count(vuc), await count(health)]).toEqual(others)
  expect((await uploads('torben')).rows.filter(({ can }) => can.undo)).toEqual([])
  expect(await standIn(['Mosekonen'])).toEqual([])
  // Without a contact what quotes one can be deleted too.
  await openErrors(technical)
  expect(await uploads('torben')).toMatchObject({ contacts: 0, can: { delete: true } })
  expect(await world.as('torben').call(contract.deleteSchoolContacts)).toMatchObject({ can: { delete: false } })
  expect((await count(technical))?.['errors']).toBe(0)
})
