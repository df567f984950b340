import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFor } from '#testing/browser'
import { clientFor } from '#testing/client'
import { openWorld } from '#testing/world'
import { roles, type Role, schoolRoles } from '../centre/roles.ts'
import { addSchool } from '../centre/schools.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMails } from '../mails/mails.schema.ts'
import { showPasswordLink } from '../my-access/my-access.schema.ts'
import {
  acceptHandover,
  keepPromise,
  listPromises,
  makePromise,
  offerHandover,
  showPromise,
} from '../promises/promises.schema.ts'
import { listSchoolContacts, uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { acceptInvitation } from '../sign-in/sign-in.schema.ts'
import * as contract from './members.schema.ts'
import { addMember, makeToken } from './members.ts'

type Who = Parameters<(typeof world)['as']>[0]
type Place = { role: Role; schoolId: number | null }
const world = await openWorld()
afterAll(() => world.close())
const { technical, vuc, health } = world.schools
const [asger, birgit] = [world.as('asger'), world.as('birgit')]
const email = 'ny@oets.example'
const name = 'Ny Kraft'

beforeEach(async () => {
  await world.sql(
    'delete from invitation; delete from promise_handover; delete from promise; delete from former_place; delete from invitation_sending',
  )
  await world.sql(
    "delete from session; delete from token where person_id in (select id from person where email like 'ny%')",
  )
  await world.sql("delete from membership where person_id in (select id from person where email like 'ny%')")
  await world.sql("update person set name = $1 where email like 'ny%'", [name])
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: { code: string }) => refused.code,
  )
const someone = (role: Role, schoolId: number | null = null, to = email) =>
  world.inside('asger', (ctx) => addMember(ctx, { name, email: to, role, schoolId }))
const change = (who: Who, id: number, seen: Place, to: Place, as = name) =>
  world.as(who).call(contract.changeMember, { params: { id }, body: { name: as, ...to, seen: { name, ...seen } } })
const at = (role: Role, schoolId: number | null = null): Place => ({ role, schoolId })
const shown = async (id: number) =>
  (await asger.call(contract.listMembers, { query: {} })).rows.find((row) => row.id === id)
const placeOf = async (id: number) => {
  const row = await shown(id)
  return { role: row?.role, schoolId: row?.school?.id ?? null }
}
const changes = (id: number) =>
  world.sql<{ before: object; after: object }>(
    "select before, after from event where verb = 'changed' and subject = 'membership' and subject_id = $1 order by id",
    [id],
  )
/** As someone new asks, with what the database lets him see. */
const clientOf = async (personId: number, { role }: Place) => {
  const asker = { centreId: world.centreId, personId, schoolId: null, role, source: 'web', language: 'da' } as const
  const { token } = await world.database.in(asker, (ctx) => makeToken(ctx, 'x'))
  return clientFor(world.app, () => Promise.resolve(token))
}

describe('who may', () => {
  const places = roles.flatMap((role) =>
    schoolRoles.includes(role)
      ? [at(role, technical), at(role, vuc), ...(role === 'consultant' ? [at(role)] : [])]
      : [at(role)],
  )
  const centres: readonly Role[] = ['consultant', 'caller', 'partner', 'council']
  /** By hand, from what each may give: an administrator all, a coordinator who works for the centre, a leader the own school's. */
  const gives: Partial<Record<Who, (place: Place) => boolean>> = {
    asger: () => true,
    birgit: ({ role }) => centres.includes(role),
    torben: ({ role, schoolId }) => schoolRoles.includes(role) && schoolId === technical,
  }
  test.each(Object.entries(gives))(
    '%s changes from and to what may be given, and nothing else',
    async (who, may) => {
      const { id } = await someone('caller')
      const said: string[] = []
      const expected: string[] = []
      for (const from of places)
        for (const to of places) {
          if (from === to) continue
          await world.sql('update membership set role = $2, school_id = $3 where id = $1', [
            id,
            from.role,
            from.schoolId,
          ])
          await world.sql('delete from former_place')
          const says = `${from.role} ${from.schoolId} → ${to.role} ${to.schoolId}`
          const first = may(from) && who === 'birgit' && to.role === 'leader' ? 'first-leader-only' : 'not-allowed'
          said.push(`${says}: ${await codeOf(change(who as Who, id, from, to))}`)
          expected.push(`${says}: ${may(from) && may(to) ? 'done' : first}`)
        }
      expect(said).toEqual(expected)
    },
    120_000,
  )

  test('nobody else, whatever the place', async () => {
    const { id } = await someone('caller')
    for (const who of ['anne', 'soren', 'mette', 'carl', 'tove', 'uffe'] as const)
      expect([who, await codeOf(change(who, id, at('caller'), at('council')))]).toEqual([who, 'not-allowed'])
    const west = await world.otherCentre()
    const body = { name, role: 'council', schoolId: null, seen: { name, ...at('caller') } } as const
    expect(await codeOf(world.as('asger', west).call(contract.changeMember, { params: { id }, body }))).toBe(
      'not-found',
    )
    expect(await codeOf(change('asger', id, at('caller'), at('caller', vuc)))).toBe('not-found')
    expect(await codeOf(change('asger', id, at('caller'), at('consultant', west.schools.vuc)))).toBe('not-found')
    expect(await placeOf(id)).toEqual(at('caller'))
  })

  test('what a row allows says who may change it', async () => {
    const { id } = await someone('consultant', technical)
    const can = async (who: Who) =>
      (await world.as(who).call(contract.listMembers, { query: {} })).rows.find((row) => row.id === id)?.can.change
    expect([await can('asger'), await can('birgit'), await can('torben'), await can('vibeke')]).toEqual([
      ...[true, true, true, false],
    ])
  })
})

test('another role: the trail says from what to what, the person is told, and whatever let him in before is over', async () => {
  const { id, personId } = await someone('coordinator')
  const [token, browser] = [await clientOf(personId, at('coordinator')), await browserOf(personId)]
  expect([await codeOf(token.call(contract.showMe)), await codeOf(browser.call(contract.showMe))]).toEqual([
    'done',
    'done',
  ])
  const link = await passwordLink(personId)
  await world.sql('update membership set left_at = now() where id = $1', [id])
  const { url } = await asger.call(contract.invite, { body: { name, email, role: 'coordinator' } })
  await world.sql('update membership set left_at = null where id = $1', [id])

  await change('asger', id, at('coordinator'), at('caller'))
  expect(await placeOf(id)).toEqual(at('caller'))
  expect(await changes(id)).toMatchObject([
    {
      before: { name, role: 'coordinator', schoolId: null },
      after: { name, role: 'caller', schoolId: null, open: {} },
    },
  ])
  expect([await codeOf(token.call(contract.showMe)), await codeOf(browser.call(contract.showMe))]).toEqual([
    'not-signed-in',
    'not-signed-in',
  ])
  expect(await codeOf(world.visitor.call(showPasswordLink, { params: { token: link } }))).toBe('password-link-over')
  const params = { token: url?.split('/invitation/')[1] ?? '' }
  const body = { name, password: 'en lang adgangskode' }
  expect(await codeOf(world.visitor.call(acceptInvitation, { params, body }))).toBe('invitation-used')
  const mail = (await birgit.call(listMails, { query: {} })).rows.find(({ to }) => to === email)
  expect(mail).toMatchObject({ subject: 'Du har fået en anden rolle eller skole i Tovholder' })
  // In again, he is what he is now.
  expect(await (await clientOf(personId, at('caller'))).call(contract.showMe)).toMatchObject({
    role: 'caller',
    home: '/ring',
  })
})
const browserOf = async (personId: number) => {
  const someoneElse = await browserFor(world, 'anne')
  await world.sql('update session set person_id = $1', [personId])
  return someoneElse
}
const passwordLink = async (personId: number) => {
  const { hashOfSecret } = await import('#platform/secret')
  await world.sql(
    `insert into password_link (person_id, centre_id, hash, made_at, expires_at) values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '1 hour')`,
    [personId, world.centreId, hashOfSecret('x'.repeat(43)), world.clock.now().toString()],
  )
  return `${world.centreId}-${'x'.repeat(43)}`
}

test('to what he is already: nothing happens, nobody is signed out, nothing is recorded', async () => {
  const { id, personId } = await someone('consultant', technical)
  const token = await clientOf(personId, at('consultant'))
  const place = at('consultant', technical)
  await change('birgit', id, place, place)
  expect([await changes(id), await codeOf(token.call(contract.showMe))]).toEqual([[], 'done'])
  expect(
    await birgit.call(contract.showMemberChange, {
      params: { id },
      query: { role: 'consultant', schoolId: technical },
    }),
  ).toEqual({ rows: [], said: [], waits: false, signsOut: false })
})

test('a name is spelt as it is, and nothing else ends with that; not where another centre knows the person too', async () => {
  const { id, personId } = await someone('consultant', technical)
  const token = await clientOf(personId, at('consultant'))
  const place = at('consultant', technical)
  await change('torben', id, place, place, '  Nye Kræfter ')
  expect(await token.call(contract.showMe)).toMatchObject({ person: { name: 'Nye Kræfter' } })
  expect(await changes(id)).toMatchObject([{ before: { name }, after: { name: 'Nye Kræfter' } }])
  expect(await codeOf(change('torben', id, place, place, '\u200B'))).toBe('wrong-input')
  const west = await world.sql<{ id: number }>('select id from centre where id <> $1 limit 1', [world.centreId])
  await world.sql(
    "insert into membership (centre_id, person_id, role, joined_at) values ($1, $2, 'caller', '2026-01-01')",
    [west[0]?.id, personId],
  )
  await world.sql('update person set name = $1 where id = $2', [name, personId])
  expect(await codeOf(change('torben', id, place, place, 'Karl Smart'))).toBe('name-is-shared')
  expect(await codeOf(change('torben', id, place, at('teacher', technical)))).toBe('done')
})

describe('a school’s own', () => {
  test('stays closed to who comes from another school until its leader says yes; the old school’s is closed at once', async () => {
    for (const [who, word] of [
      ['torben', 'Jensen Smede'],
      ['vibeke', 'Lund'],
    ] as const)
      await world.as(who).call(uploadContacts, { query: { name: 'a.csv' } }, { bytes: `navn;cvr\n${word};12345674\n` })
    const { id, personId } = await someone('consultant', technical)
    const preview = { params: { id }, query: { role: 'consultant', schoolId: vuc } } as const
    expect(await birgit.call(contract.showMemberChange, preview)).toMatchObject({ waits: true, signsOut: true })
    await change('birgit', id, at('consultant', technical), at('consultant', vuc))
    expect(await shown(id)).toMatchObject({ school: { id: vuc }, schoolWaits: true })
    const moved = await clientOf(personId, at('consultant'))
    expect(await codeOf(moved.call(listSchoolContacts, { query: {} }))).toBe('school-not-agreed')
    const waiting = (await world.as('vibeke').call(listWaiting, { query: {} })).rows
    expect(waiting.filter(({ kind }) => kind === 'new-member')).toMatchObject([{ values: { name } }])
    const told = (await birgit.call(listMails, { query: {} })).rows.find(({ subject }) => subject.includes(name))
    expect(told).toMatchObject({ to: world.people.vibeke.email })
    // Who waits is still closed out when the role changes once more.
    await change('birgit', id, at('consultant', vuc), at('consultant'))
    await change('birgit', id, at('consultant'), at('consultant', vuc))
    expect(await shown(id)).toMatchObject({ schoolWaits: true })
    expect(await codeOf((await browserFor(world, 'torben')).call(contract.agreeToMember, { params: { id } }))).toBe(
      'not-found',
    )
    await (await browserFor(world, 'vibeke')).call(contract.agreeToMember, { params: { id } })
    const again = await clientOf(personId, at('consultant'))
    expect((await again.call(listSchoolContacts, { query: {} })).rows.map((row) => row.name)).toEqual(['Lund'])
  })

  test('within the school, whom its leader has agreed to stays so; whom he has not, waits on', async () => {
    const { id } = await someone('teacher', technical)
    await change('torben', id, at('teacher', technical), at('consultant', technical))
    expect(await shown(id)).toMatchObject({ schoolWaits: false })
    await world.sql('update membership set agreed_at = null, agreed_by = null where id = $1', [id])
    await change('asger', id, at('consultant', technical), at('employee', technical))
    expect(await shown(id)).toMatchObject({ schoolWaits: true })
  })

  test('who comes to lead beside a leader waits for that one’s yes, unless he does it himself', async () => {
    const { id } = await someone('teacher', technical)
    await change('asger', id, at('teacher', technical), at('leader', technical))
    expect(await shown(id)).toMatchObject({ schoolWaits: true })
    const other = await someone('teacher', technical, 'ny2@oets.example')
    await change('torben', other.id, at('teacher', technical), at('leader', technical))
    expect(await shown(other.id)).toMatchObject({ schoolWaits: false })
  })

  test('the first leader is named once, of ten at once too; who has led is remembered whatever he is now', async () => {
    const { id: schoolId } = await birgit.call(addSchool, { body: { name: 'Nyskolen', kind: 'food' } })
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, n) => someone('consultant', schoolId, `ny${n}@oets.example`)),
    )
    const said = await Promise.all(
      people.map(({ id }, n) =>
        codeOf(change(n % 2 ? 'birgit' : 'bodil', id, at('consultant', schoolId), at('leader', schoolId))),
      ),
    )
    expect(said.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'done',
      ...Array.from({ length: 9 }, () => 'first-leader-only'),
    ])
    const leader = people[said.indexOf('done')]?.id ?? 0
    expect(await shown(leader)).toMatchObject({ role: 'leader', schoolWaits: false })
    const other = people[said.indexOf('first-leader-only')]?.id ?? 0
    await change('asger', leader, at('leader', schoolId), at('consultant', schoolId))
    expect(await codeOf(change('birgit', other, at('consultant', schoolId), at('leader', schoolId)))).toBe(
      'first-leader-only',
    )
    const body = { name, email: 'ny77@oets.example', role: 'leader', schoolId } as const
    expect(await codeOf(birgit.call(contract.invite, { body }))).toBe('first-leader-only')
  })

  test('a leader who left and came back as something else has led all the same', async () => {
    const { id: schoolId } = await birgit.call(addSchool, { body: { name: 'Skovskolen', kind: 'food' } })
    const { id } = await someone('leader', schoolId)
    await asger.call(contract.endMembership, { params: { id } })
    await someone('consultant', schoolId)
    const body = { name, email: 'ny77@oets.example', role: 'leader', schoolId } as const
    expect(await codeOf(birgit.call(contract.invite, { body }))).toBe('first-leader-only')
  })
})

describe('at once', () => {
  test('two who change the same member: one wins, the other is told what he is now', async () => {
    for (const to of [at('caller'), at('council')]) {
      const { id } = await someone('consultant', technical)
      const seen = at('consultant', technical)
      const both = await Promise.allSettled([
        change('birgit', id, seen, to),
        change('asger', id, seen, at('teacher', vuc)),
      ])
      expect(both.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual(['fulfilled', 'rejected'])
      const lost = both.find((one) => one.status === 'rejected')?.reason as { code: string; problem: unknown }
      // Who could not have taken the new place away is not told what it is.
      expect(['changed-meanwhile', 'not-allowed']).toContain(lost.code)
      expect(await changes(id)).toHaveLength(1)
      await world.sql('delete from former_place')
      await world.sql('delete from membership where id = $1', [id])
    }
  })

  test('ten who want the same: it is done once', async () => {
    const { id } = await someone('consultant', technical)
    const said = await Promise.all(
      Array.from({ length: 10 }, () => codeOf(change('birgit', id, at('consultant', technical), at('caller')))),
    )
    expect(said).toEqual(Array.from({ length: 10 }, () => 'done'))
    expect(await changes(id)).toHaveLength(1)
  })

  test('a page of yesterday does not undo what was changed since', async () => {
    const { id } = await someone('consultant', technical)
    await change('birgit', id, at('consultant', technical), at('consultant', vuc))
    const late = change('birgit', id, at('consultant', technical), at('caller'))
    await expect(late).rejects.toMatchObject({
      code: 'changed-meanwhile',
      problem: { theirs: { role: 'consultant', schoolId: vuc } },
    })
    expect(await placeOf(id)).toEqual(at('consultant', vuc))
  })

  test('one is changed and leaves: he is gone, and nothing of his is left', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, personId } = await someone('consultant', technical)
      const token = await clientOf(personId, at('consultant'))
      const [changed] = await Promise.all([
        codeOf(change('birgit', id, at('consultant', technical), at('caller'))),
        asger.call(contract.endMembership, { params: { id } }),
      ])
      expect(['done', 'not-found']).toContain(changed)
      expect([(await shown(id))?.leftAt !== null, await codeOf(token.call(contract.showMe))]).toEqual([
        true,
        'not-signed-in',
      ])
    }
  })
})

describe('an administrator', () => {
  const demote = async (who: Awaited<ReturnType<typeof browserOf>>, id: number, as: string) =>
    codeOf(
      who.call(contract.changeMember, {
        params: { id },
        body: { name: as, role: 'caller', schoolId: null, seen: { name: as, ...at('administrator') } },
      }),
    )
  test('who is the last stays one', async () => {
    const { memberId, name: as } = world.people.asger
    expect(await demote(asger, memberId, as)).toBe('last-administrator')
    expect(await placeOf(memberId)).toEqual(at('administrator'))
  })
  test.each([0, 1])('two who demote each other at once: one is, the other stays (%i others there)', async (others) => {
    // Signed in for good elsewhere in this file: he only steps aside.
    const asgerIs = (role: Role) =>
      world.sql('update membership set role = $2 where id = $1', [world.people.asger.memberId, role])
    const two = await Promise.all(['ny1', 'ny2'].map((one) => someone('administrator', null, `${one}@oets.example`)))
    const [one, other] = await Promise.all(two.map(({ personId }) => clientOf(personId, at('administrator'))))
    if (!one || !other || !two[0] || !two[1]) throw new Error('two are needed')
    if (others === 0) await asgerIs('council')
    const said = await Promise.all([demote(one, two[1].id, name), demote(other, two[0].id, name)])
    await asgerIs('administrator')
    expect(said.filter((code) => code === 'done')).toHaveLength(1)
    expect((await Promise.all(two.map(({ id }) => placeOf(id)))).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['administrator', 'caller']),
    )
  })
})

describe('what stands open', () => {
  const promised = async (ownerId: number) => {
    const { id: companyId } = await world.company()
    return (
      await birgit.call(makePromise, { body: { companyId, what: 'Pris på truckkursus', ownerId, dueOn: '2026-12-01' } })
    ).id
  }
  const orphans = async () =>
    (await birgit.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'promise-orphan')

  test.each([at('consultant', health), at('caller')])(
    'becomes the coordinator’s when the work or the school is another: %o',
    async (to) => {
      const { id, personId } = await someone('consultant', technical)
      const promiseId = await promised(personId)
      const query = { role: to.role, ...(to.schoolId !== null && { schoolId: to.schoolId }) }
      expect(await birgit.call(contract.showMemberChange, { params: { id }, query })).toMatchObject({
        said: ['1 aftale'],
      })
      await change('birgit', id, at('consultant', technical), to)
      expect(await changes(id)).toMatchObject([{ after: { open: { promise: 1 } } }])
      expect(await orphans()).toMatchObject([{ href: `/aftaler?aftale=${promiseId}`, values: { who: name } }])
      expect(await birgit.call(listPromises, { query: { whose: 'left' } })).toMatchObject({
        rows: [{ id: promiseId, ownerLeft: true }],
      })
      if (to.role !== 'consultant') return
      // He is no stranger to it, but it is not his to keep until he has said yes.
      const moved = await clientOf(personId, to)
      expect(await codeOf(moved.call(keepPromise, { params: { id: promiseId } }))).toBe('not-allowed')
      expect((await moved.call(listPromises, { query: {} })).rows).toEqual([])
      const { handover } = await birgit.call(offerHandover, { params: { id: promiseId }, body: { toId: personId } })
      await moved.call(acceptHandover, { params: { id: handover?.id ?? 0 } })
      expect(await moved.call(showPromise, { params: { id: promiseId } })).toMatchObject({
        ownerLeft: false,
        can: { keep: true },
      })
      expect(await orphans()).toEqual([])
    },
  )

  test('stays his when he goes on with the same work at the same place', async () => {
    const { id, personId } = await someone('consultant')
    const promiseId = await promised(personId)
    expect(
      await asger.call(contract.showMemberChange, { params: { id }, query: { role: 'coordinator' } }),
    ).toMatchObject({ said: [] })
    await change('asger', id, at('consultant'), at('coordinator'))
    expect(await orphans()).toEqual([])
    expect(await birgit.call(showPromise, { params: { id: promiseId } })).toMatchObject({
      ownerLeft: false,
      owner: { id: personId },
    })
  })

  test('is told to nobody who may not change him', async () => {
    const { id } = await someone('teacher', vuc)
    for (const who of ['birgit', 'torben'] as const)
      expect(
        await codeOf(world.as(who).call(contract.showMemberChange, { params: { id }, query: { role: 'caller' } })),
      ).toBe('not-allowed')
  })
})
