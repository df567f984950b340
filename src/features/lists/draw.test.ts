import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { decideLeadership } from '../leaderships/leaderships.schema.ts'
import { writeCall } from '../calls/calls.ts'
import { setMark } from '../may-contact/may-contact.ts'
import { changeContactList, closeList, listContactLists, makeContactList, showContactList } from './lists.schema.ts'
import { Criteria, countDraw, showDrawChoices } from './criteria.schema.ts'
import { countList } from './criteria.ts'
import { drawList, listDrawnCompanies } from './draw.schema.ts'
import { z } from '#platform/endpoint'

const criteria = (given: Partial<Criteria> = {}) => z.parse(Criteria, { ...given })
const here = 707

describe('a draw', () => {
  let world: Awaited<ReturnType<typeof openWorld>>
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const make = (given: Partial<Criteria>, name = 'Metal i Norddjurs') =>
    world.as('birgit').call(makeContactList, { body: { name, criteria: criteria(given) } })
  const freeze = async (given: Partial<Criteria>, name?: string) => {
    const { id } = await make(given, name)
    return world.as('birgit').call(drawList, { params: { id } })
  }
  const names = async (id: number, show: 'in' | 'out' = 'in') =>
    (await world.as('birgit').call(listDrawnCompanies, { params: { id }, query: { show } })).rows.map((row) =>
      show === 'in' ? row.name : `${row.name}: ${row.reason}`,
    )

  test('takes the companies that the criteria fit, and tells of each that is out why', async () => {
    const smith = await world.company({
      name: 'Jensen Smede ApS',
      municipality: here,
      industry: '256200',
      employees: 12,
    })
    const shut = await world.company({
      name: 'Lukket Smedje ApS',
      municipality: here,
      industry: '256200',
      closedOn: '2026-10-01',
    })
    const shy = await world.company({
      name: 'Beskyttet Smedje ApS',
      municipality: here,
      industry: '256200',
      isProtected: true,
    })
    const later = await world.company({ name: 'Senere Smedje ApS', municipality: here, industry: '256200' })
    const never = await world.company({ name: 'Aldrig Smedje ApS', municipality: here, industry: '256200' })
    await world.company({ name: 'Bager Bo', municipality: here, industry: '107110' })
    await world.company({ name: 'Smed i Skive', municipality: 779, industry: '256200' })
    await leftAlone(world, later.cvr, 'later', '2027-02-28')
    await leftAlone(world, never.cvr, 'do-not-contact', null)
    const list = await freeze({ municipalities: [here], industries: ['25'] })
    expect(await names(list.id)).toEqual([smith.name])
    expect((await names(list.id, 'out')).toSorted()).toEqual(
      [
        `${never.name}: do-not-contact`,
        `${later.name}: wait`,
        `${shut.name}: closed`,
        `${shy.name}: protected`,
      ].toSorted(),
    )
    const out = await world.as('birgit').call(listDrawnCompanies, { params: { id: list.id }, query: { show: 'wait' } })
    expect(out.rows[0]).toMatchObject({ untilOn: '2027-02-28', included: false })
    expect(list).toMatchObject({ state: 'drawn', drawnBy: 'Birgit Dam', drawnAt: '2026-11-23T08:00:00.000Z' })
  })

  test('counts live what a freezing would give', async () => {
    const given = { municipalities: [here], industries: ['25'] }
    const { list } = { list: await make(given, 'Talt') }
    const counted = await world.as('birgit').call(countDraw, { body: { criteria: criteria(given), listId: list.id } })
    expect(counted.fits).toBe(5)
    expect(counted.included).toBe(0)
    expect(counted.out).toContainEqual({ reason: 'in-another-list', count: 1 })
    await expect(world.as('birgit').call(drawList, { params: { id: list.id } })).rejects.toMatchObject({
      code: 'list-empty',
    })
    expect((await world.as('birgit').call(showContactList, { params: { id: list.id } })).state).toBe('draft')
  })

  test('counts all of the register as it counts a few, by the same reasons as a freezing', async () => {
    const legal = await world.company({ municipality: 798, employees: 20 })
    for (const employees of [12, 13])
      await world.company({ kind: 'workplace', cvr: legal.cvr, municipality: 798, employees })
    await world.company({ municipality: 798, employees: 30 })
    for (const given of [{}, { kind: 'workplace' as const }, { sizes: ['10-49' as const], limit: 1 }]) {
      const list = await make(given, 'Alt')
      const counted = await world.as('birgit').call(countDraw, { body: { criteria: criteria(given), listId: list.id } })
      await world.as('birgit').call(drawList, { params: { id: list.id } })
      const frozen = await world.sql<{ reason: string; count: number }>(
        `select reason, count(*)::int as count from list_company where list_id = $1 and not included group by reason`,
        [list.id],
      )
      expect(counted.out.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual(
        frozen.toSorted((a, b) => a.reason.localeCompare(b.reason)),
      )
      expect(frozen.length).toBeGreaterThan(0)
      await world.as('birgit').call(closeList, { params: { id: list.id } })
    }
  })

  test('a protected company is in once a basis is recorded, and out again when it is withdrawn', async () => {
    const { cvr, name } = await world.company({ name: 'Værn og Vagt ApS', municipality: 710, isProtected: true })
    await world.sql(
      `insert into contact_basis (centre_id, cvr, basis, note, person_id, recorded_at, channel, given_on, lapses_on)
       values ($1, $2, 'consent', 'Ringede selv', $3, now(), 'phone', '2026-11-01', '2027-11-01')`,
      [world.centreId, cvr, world.people.anne.id],
    )
    const list = await freeze({ municipalities: [710] }, 'Med grundlag')
    expect(await names(list.id)).toEqual([name])
    await world.as('birgit').call(closeList, { params: { id: list.id } })
    await world.sql(`update contact_basis set withdrawn_at = now(), withdrawn_by = $1 where cvr = $2`, [
      world.people.anne.id,
      cvr,
    ])
    const counted = await world
      .as('birgit')
      .call(countDraw, { body: { criteria: criteria({ municipalities: [710] }) } })
    expect(counted).toMatchObject({ included: 0, out: [{ reason: 'protected', count: 1 }] })
  })

  test('the protection of the legal company covers its workplaces', async () => {
    const legal = await world.company({ name: 'Moder A/S', municipality: 711, kind: 'company', isProtected: true })
    await world.company({ name: 'Moder, afdeling', municipality: 711, kind: 'workplace', cvr: legal.cvr })
    const counted = await world
      .as('birgit')
      .call(countDraw, { body: { criteria: criteria({ municipalities: [711] }) } })
    expect(counted).toMatchObject({ included: 0, out: [{ reason: 'protected', count: 2 }] })
  })

  test('one row for each CVR number: the largest workplace stands for the company', async () => {
    const legal = await world.company({ name: 'Kæde A/S', municipality: 712, kind: 'company', employees: 90 })
    await world.company({ name: 'Kæde Nord', municipality: 712, kind: 'workplace', cvr: legal.cvr, employees: 20 })
    await world.company({ name: 'Kæde Syd', municipality: 712, kind: 'workplace', cvr: legal.cvr, employees: 60 })
    const list = await freeze({ municipalities: [712] }, 'Kæder')
    expect(await names(list.id)).toEqual(['Kæde Syd'])
    const out = await world
      .as('birgit')
      .call(listDrawnCompanies, { params: { id: list.id }, query: { show: 'same-company' } })
    expect(out.rows.map((row) => [row.name, row.detail])).toEqual(
      expect.arrayContaining([
        ['Kæde Nord', 'Kæde Syd'],
        ['Kæde A/S', 'Kæde Syd'],
      ]),
    )
  })

  test('how many places of one company a list takes is the list’s own limit, held however many write at once', async () => {
    const chain = await world.company({ name: 'Tre A/S', municipality: 722, kind: 'company', employees: 90 })
    const place = (name: string) => world.company({ name, municipality: 722, kind: 'workplace', cvr: chain.cvr })
    const places = [await place('Tre Nord'), await place('Tre Syd'), await place('Tre Vest')]
    const list = async (most: number) => {
      const { id } = await make({ municipalities: [722] }, `Højst ${most}`)
      await world.sql(
        `insert into draw (centre_id, list_id, rule, drawn_by, drawn_at, company_places) values ($1, $2, '{}', $3, now(), $4)`,
        [world.centreId, id, world.people.birgit.id, most],
      )
      return id
    }
    /** One connection each, so that they truly write at once: which of the places, as the company's how manieth, of how many. */
    const writeAll = async (id: number, rows: (readonly [at: number, nth: number, most: number])[]) => {
      const clients = rows.map(() => new pg.Client({ connectionString: world.ownerUrl }))
      await Promise.all(clients.map((client) => client.connect()))
      await Promise.allSettled(
        rows.map(([at, nth, most], n) =>
          clients[n]?.query(
            `insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position, place, company_places) values ($1, $2, $3, $4, true, 'fits', $5, $6, $7)`,
            [world.centreId, id, places[at]?.id, chain.cvr, at, nth, most],
          ),
        ),
      )
      await Promise.all(clients.map((client) => client.end()))
      return (await world.sql('select from list_company where list_id = $1', [id])).length
    }
    const first = [0, 1, 1] as const
    expect(await writeAll(await list(1), [first, [1, 1, 1], [2, 1, 1], [2, 2, 1], [1, 2, 2]])).toBe(1)
    expect(
      await writeAll(await list(2), [
        [0, 1, 2],
        [1, 2, 2],
        [2, 2, 2],
        [2, 1, 2],
        [2, 3, 3],
        [1, 3, 2],
      ]),
    ).toBe(2)
  })

  test('a company on a list keeps municipality, industry and size of its day', async () => {
    const { id: companyId } = await world.company({ municipality: 723, industry: '256200', employees: 12 })
    const { id } = await freeze({ municipalities: [723] }, 'Dagen')
    await world.sql(`update company set municipality = 101, industry = '107110', employees = 300 where id = $1`, [
      companyId,
    ])
    expect(
      await world.sql('select municipality, industry, employees from list_company where list_id = $1', [id]),
    ).toEqual([{ municipality: 723, industry: '256200', employees: 12 }])
  })

  test('asks what a room hands in as well: here, only companies whose CVR number is the one that was chosen', async () => {
    const wanted = await world.company({ municipality: 724 })
    await world.company({ municipality: 724 })
    const ofRooms = {
      name: 'another-room',
      routes: [],
      criteria: [{ name: 'one', asks: () => sql`c.cvr = ${wanted.cvr}` }],
    }
    const counted = await world.inside('birgit', (ctx) =>
      countList({ ...ctx, house: { ...ctx.house, rooms: [ofRooms] } }, criteria({ municipalities: [724] })),
    )
    expect(counted).toMatchObject({ fits: 1, included: 1 })
  })

  test('size groups, exact ends and the register’s intervals', async () => {
    await world.company({ name: 'Ni', municipality: 713, employees: 9 })
    await world.company({ name: 'Ti', municipality: 713, employees: 10 })
    await world.company({ name: 'Halvtreds', municipality: 713, employees: 50 })
    const count = async (given: Partial<Criteria>) =>
      (await world.as('birgit').call(countDraw, { body: { criteria: criteria({ municipalities: [713], ...given }) } }))
        .included
    expect(await count({ sizes: ['0-9'] })).toBe(1)
    expect(await count({ sizes: ['10-49', '50+'] })).toBe(2)
    expect(await count({ employeesFrom: 10, employeesTo: 49 })).toBe(1)
  })

  test('a draw of the smallest never holds a branch of a company with 297, nor one of which nobody knows the size', async () => {
    const chain = await world.company({ name: 'Kæde A/S', municipality: 101, employees: 297 })
    await world.company({ kind: 'workplace', cvr: chain.cvr, name: 'Kæde Hobro', municipality: 725, employees: 6 })
    const bakery = await world.company({ name: 'Bager ApS', municipality: 101, employees: null })
    for (const [name, employees] of [
      ['Bager Nord', 4],
      ['Bager Syd', 3],
    ] as const)
      await world.company({ kind: 'workplace', cvr: bakery.cvr, name, municipality: 725, employees })
    await world.company({
      kind: 'workplace',
      cvr: bakery.cvr,
      name: 'Bager Lukket',
      employees: 80,
      closedOn: '2026-10-01',
    })
    const unknown = await world.company({ name: 'Hvem ved ApS', municipality: 725, employees: null })
    const list = await freeze({ municipalities: [725], sizes: ['0-9'] }, 'De mindste')
    expect(await names(list.id)).toEqual(['Bager Nord'])
    const { rows } = await world.as('birgit').call(listDrawnCompanies, { params: { id: list.id }, query: {} })
    expect(rows).toMatchObject([{ name: 'Bager Nord', employees: 4, companyEmployees: 7 }])
    const count = async (given: Partial<Criteria>) =>
      (await world.as('birgit').call(countDraw, { body: { criteria: criteria({ municipalities: [725], ...given }) } }))
        .fits
    expect(await count({ sizes: ['50+'] })).toBe(1)
    expect(await count({ employeesFrom: 0, employeesTo: 9 })).toBe(2)
    expect(await count({ sizes: ['unknown'] })).toBe(1)
    await world.sql(`update company set employees = 9 where id = $1`, [unknown.id])
    expect(await count({ sizes: ['unknown'] })).toBe(0)
    expect(await count({ sizes: ['0-9'] })).toBe(3)
  })

  test('with shared leadership a list takes as many workplaces as the rules say, and other lists the others', async () => {
    const town = await world.company({ name: 'Kommunen', municipality: 101, employees: 900 })
    const places: string[] = []
    for (let n = 1; n <= 5; n++)
      places.push(
        (
          await world.company({
            kind: 'workplace',
            cvr: town.cvr,
            name: `Regnbuen ${n}`,
            municipality: 726,
            employees: 20 - n,
          })
        ).name,
      )
    await world.as('birgit').call(decideLeadership, { params: { companyId: town.id }, body: { shared: true } })
    const counts = async () =>
      await world.as('birgit').call(countDraw, { body: { criteria: criteria({ municipalities: [726] }) } })
    const all = async () =>
      await world
        .as('birgit')
        .call(countDraw, { body: { criteria: criteria({ industries: [], employeesFrom: 900, employeesTo: 900 }) } })
    expect(await counts()).toMatchObject({ fits: 5, included: 3, out: [{ reason: 'same-company', count: 2 }] })
    const first = await freeze({ municipalities: [726] }, 'Regnbuen')
    expect(await names(first.id)).toEqual(places.slice(0, 3))
    // What is on one list is on no other; its sisters may be, also where all of the register is counted.
    expect(await counts()).toMatchObject({ included: 2, out: [{ reason: 'in-another-list', count: 3 }] })
    expect(await all()).toMatchObject({ fits: 6, included: 3, out: [{ reason: 'in-another-list', count: 3 }] })
    const second = await freeze({ municipalities: [726] }, 'Regnbuen igen')
    expect(await names(second.id)).toEqual(places.slice(3))
    for (const { id } of [first, second]) await world.as('birgit').call(closeList, { params: { id } })
    const rules = await world.as('birgit').call(showRules)
    await world.as('birgit').call(changeRules, { body: { ...rules, sharedPlaces: 1 } })
    expect(await counts()).toMatchObject({ included: 1 })
    await world.as('birgit').call(changeRules, { body: rules })
  })

  test('earlier contact: never, or not since a date; a call without an answer is no contact', async () => {
    const talked = await world.company({ name: 'Talt med', municipality: 714 })
    const rung = await world.company({ name: 'Svarede ikke', municipality: 714 })
    await world.company({ name: 'Ukendt', municipality: 714 })
    const { id } = await make({}, 'Gamle opkald')
    const call = (company: { id: number; cvr: string }, answer: 'later' | 'no-answer') =>
      world.inside('soren', (ctx) =>
        writeCall(
          ctx,
          {
            ...{ listId: id, companyId: company.id, cvr: company.cvr, personId: world.people.soren.id, scriptId: null },
            ...{ startedAt: '2026-03-02T09:00:00Z', endedAt: '2026-03-02T09:05:00Z' },
          },
          { answer, spokeWith: '', note: '' },
        ),
      )
    await call(talked, 'later')
    await call(rung, 'no-answer')
    const count = async (given: Partial<Criteria>) =>
      (await world.as('birgit').call(countDraw, { body: { criteria: criteria({ municipalities: [714], ...given }) } }))
        .included
    expect(await count({ contact: 'never' })).toBe(2)
    expect(await count({ contact: 'not-since', contactSince: '2026-03-02' })).toBe(2)
    expect(await count({ contact: 'not-since', contactSince: '2026-03-03' })).toBe(3)
    const open = { ...criteria({ municipalities: [714] }), contact: 'not-since' as const }
    await expect(world.as('birgit').call(countDraw, { body: { criteria: open } })).rejects.toMatchObject({
      code: 'wrong-input',
    })
  })

  test('a limit takes the largest; by lot the same seed gives the same order', async () => {
    for (let n = 1; n <= 12; n++) await world.company({ name: `Lod ${n}`, municipality: 715, employees: n })
    const largest = await freeze({ municipalities: [715], limit: 3 }, 'Største')
    expect(await names(largest.id)).toEqual(['Lod 12', 'Lod 11', 'Lod 10'])
    expect(largest.counts).toContainEqual({ reason: 'over-limit', count: 9 })
    await world.as('birgit').call(closeList, { params: { id: largest.id } })
    const drawn = await freeze({ municipalities: [715], limit: 4, random: true }, 'Lodtrækning')
    expect(drawn.seed).toBeGreaterThan(0)
    const again = await world.sql<{ name: string }>(
      `select name from company where municipality = 715 order by md5($1 || cvr), id limit 4`,
      [String(drawn.seed)],
    )
    expect(await names(drawn.id)).toEqual(again.map((row) => row.name))
    expect(drawn.counts).toContainEqual({ reason: 'chosen-at-random', count: 4 })
  })

  test('of two who freeze at the same moment one wins, and the other hears when it was frozen', async () => {
    await world.company({ municipality: 716 })
    const { id } = await make({ municipalities: [716] }, 'Kapløb')
    const tries = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => world.as(n % 2 ? 'birgit' : 'bodil').call(drawList, { params: { id } })),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const lost = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(lost).toEqual([1, 2, 3].map(() => expect.objectContaining({ code: 'list-frozen', status: 409 })))
    await expect(
      world
        .as('birgit')
        .call(changeContactList, { params: { id }, body: { name: 'For sent', goal: '', criteria: criteria() } }),
    ).rejects.toMatchObject({ code: 'list-frozen' })
  })

  test('two lists frozen at the same moment never share a company', async () => {
    for (let n = 0; n < 20; n++) await world.company({ municipality: 717 })
    const lists = await Promise.all([1, 2, 3].map((n) => make({ municipalities: [717], limit: 15 }, `Samtidig ${n}`)))
    await Promise.allSettled(lists.map(({ id }) => world.as('birgit').call(drawList, { params: { id } })))
    const twice = await world.sql(
      `select cvr from list_company where included and list_id = any($1) group by cvr having count(*) > 1`,
      [lists.map(({ id }) => id)],
    )
    expect(twice).toEqual([])
    const taken = await world.sql(`select from list_company where included and list_id = any($1)`, [
      lists.map(({ id }) => id),
    ])
    expect(taken).toHaveLength(20)
  })

  test('a school sees nothing of a list before it is asked about it', async () => {
    const { id } = await make({ municipalities: [here] }, 'Ikke sendt endnu')
    const seen = (await world.as('torben').call(listContactLists, { query: { limit: 200 } })).rows
    expect(seen).toEqual([])
    for (const path of ['', '/companies', '/companies.csv'])
      expect((await world.as('torben').fetch(`/api/contact-lists/${id}${path}`)).status).toBe(404)
  })

  test('only the coordinator makes and draws lists; another centre sees none of them', async () => {
    for (const who of ['anne', 'torben', 'soren', 'carl', 'uffe'] as const)
      await expect(
        world.as(who).call(makeContactList, { body: { name: 'Min egen', criteria: criteria() } }),
      ).rejects.toMatchObject({ status: 403 })
    const other = await world.otherCentre()
    expect((await world.as('birgit', other).call(listContactLists, { query: {} })).rows).toEqual([])
    const [mine] = (await world.as('birgit').call(listContactLists, { query: {} })).rows
    await expect(
      world.as('birgit', other).call(showContactList, { params: { id: mine?.id ?? 0 } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('lists page by cursor, and export with the reason in words', async () => {
    const first = await world.as('birgit').call(listContactLists, { query: { limit: 2 } })
    const next = await world.as('birgit').call(listContactLists, { query: { limit: 2, cursor: first.next ?? '' } })
    expect(new Set([...first.rows, ...next.rows].map((row) => row.id)).size).toBe(4)
    const list = (await world.as('birgit').call(listContactLists, { query: { limit: 200 } })).rows.find(
      (row) => row.name === 'Metal i Norddjurs',
    )
    const csv = await (await world.as('birgit').fetch(`/api/contact-lists/${list?.id}/companies.csv?show=out`)).text()
    expect(csv).toContain('Har ro til 28. februar 2027')
  })

  test('tells of every reason that keeps us from calling, with its day when it has one, in may-contact’s words', async () => {
    await world.company({ name: 'Fri', municipality: 719 })
    const marked = async (kind: 'in-hearing' | 'meeting' | 'wrong-number', endsAt: string | null) => {
      const { id, cvr } = await world.company({ name: kind, municipality: 719 })
      const mark = { kind, sourceId: id, companyId: id, cvr, since: '2026-11-01T08:00:00Z', endsAt, personId: null }
      await world.inside('anne', (ctx) => setMark(ctx, mark))
    }
    await marked('in-hearing', null)
    await marked('meeting', '2026-12-01T10:00:00Z')
    await marked('wrong-number', null)
    const { id, counts } = await freeze({ municipalities: [719] }, 'Alle grunde')
    expect(counts.map(({ reason }) => reason)).toEqual(['fits', 'has-meeting', 'wait', 'in-hearing'])
    const csv = await (await world.as('birgit').fetch(`/api/contact-lists/${id}/companies.csv?show=out`)).text()
    expect(csv).toContain('Har allerede et møde, ledig fra 2. december 2026')
    expect(csv).toContain('Virksomheden har ro hos alle skoler.')
    expect(csv).toContain('Virksomheden er på en liste, som skolerne er ved at blive hørt om.')
  })

  test('the count says of every reason what a freezing then writes, whatever is chosen', async () => {
    for (const municipality of [730, 740, 730])
      for (let n = 0; n < 12; n++) {
        const legal = await world.company({ municipality, employees: n * 6, closedOn: n === 3 ? '2026-10-01' : null })
        await world.company({ kind: 'workplace', cvr: legal.cvr, municipality, employees: n, isProtected: n === 5 })
        if (n === 7) await leftAlone(world, legal.cvr, 'later', '2027-02-28')
      }
    const both = { municipalities: [730, 740] }
    const chosen: Partial<Criteria>[] = [
      ...[
        { ...both, limit: 4 },
        { limit: 3 },
        { municipalities: [730], random: true, limit: 5 },
        { kind: 'workplace' as const, ...both },
      ],
      ...[
        { kind: 'company' as const, sizes: ['10-49' as const] },
        { ...both, employeesFrom: 2, employeesTo: 40 },
        both,
        {},
      ],
    ]
    for (const given of chosen) {
      const before = await world.as('birgit').call(countDraw, { body: { criteria: criteria(given) } })
      const { id } = await make(given)
      await world
        .as('birgit')
        .call(drawList, { params: { id } })
        .catch(() => undefined)
      const written = await world.sql<{ reason: string; count: number }>(
        'select reason, count(*)::int as count from list_company where list_id = $1 group by reason',
        [id],
      )
      if (written.length === 0) expect(before.included).toBe(0)
      else {
        const out = Object.fromEntries(written.map(({ reason, count }) => [reason, count]))
        const { fits = 0, 'chosen-at-random': random = 0, ...others } = out
        expect([given, before.included]).toEqual([given, fits + random])
        expect(Object.fromEntries(before.out.map(({ reason, count }) => [reason, count]))).toEqual(others)
        expect(before.fits).toBe(written.reduce((sum, { count }) => sum + count, 0))
      }
    }
  })

  test('the choices are what the register holds, in words', async () => {
    const choices = await world.as('birgit').call(showDrawChoices)
    expect(choices.municipalities).toContainEqual(expect.objectContaining({ code: '707', name: 'Norddjurs' }))
    expect(choices.industries.find((one) => one.code === '25')?.name).toMatch(/metal/i)
  })
})
