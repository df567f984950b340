import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { invite, showInvitation, showMe } from '../members/members.schema.ts'
import { changeNames, showNames } from './names.schema.ts'
import { addSchool, listSchools } from './schools.schema.ts'

// A world of three schools: what it calls things, and that it may have no council.

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')
const ours = await birgit.call(showNames)
const call = (names: Partial<typeof ours>) => birgit.call(changeNames, { body: { ...ours, ...names } })
beforeEach(() => call({}))
const councillor = (email: string) => ({
  body: { name: 'Ruth Vang', email, role: 'council' as const },
})

test('until somebody says otherwise our words hold, and there is a council', async () => {
  expect(ours).toMatchObject({ hasCouncil: true, councilName: null, host: null, hostSchoolId: null, roles: {} })
  expect((await world.as('anne').call(showMe)).words).toEqual({
    hasCouncil: true,
    council: null,
    host: null,
    roles: {},
  })
})

test('the centre’s own words stand for everyone as they were written, in who one is, in invitations and in their mails', async () => {
  const roles = { coordinator: 'Tovholder', leader: 'Kursuschef', caller: ' ' }
  await call({ centre: 'VEU-samarbejdet Limfjorden', councilName: 'Bestyrelsen', roles })
  for (const who of ['anne', 'soren', 'carl'] as const)
    expect(await world.as(who).call(showMe)).toMatchObject({
      centre: { name: 'VEU-samarbejdet Limfjorden' },
      words: { council: 'Bestyrelsen', roles: { coordinator: 'Tovholder', leader: 'Kursuschef' } },
    })
  expect((await birgit.call(showNames)).roles).not.toHaveProperty('caller')

  const { id } = await birgit.call(addSchool, { body: { name: 'Nyskolen', kind: 'food' } })
  const body = { name: 'Ib Holm', email: 'ib@holm.example', role: 'leader' as const, schoolId: id }
  const token = (await birgit.call(invite, { body })).url?.split('/').at(-1) ?? ''
  expect(await world.visitor.call(showInvitation, { params: { token } })).toMatchObject({
    ...{ centre: 'VEU-samarbejdet Limfjorden', role: 'leader', word: 'Kursuschef' },
  })
  const [mail] = await world.sql<{ subject: string }>("select subject from outbox where recipient = 'ib@holm.example'")
  expect(mail?.subject).toContain('VEU-samarbejdet Limfjorden')
})

test('without a council nobody is given its role, and it has no name; with one again both are back', async () => {
  await call({ hasCouncil: false, councilName: 'Bestyrelsen' })
  expect((await birgit.call(showMe)).words).toMatchObject({ hasCouncil: false, council: null })
  await expect(birgit.call(invite, councillor('ruth@vang.example'))).rejects.toMatchObject({
    ...{ status: 409, code: 'no-council' },
  })
  await call({ councilName: 'Bestyrelsen' })
  expect(await birgit.call(invite, councillor('ruth@vang.example'))).toMatchObject({ name: 'Ruth Vang' })
})

test('the host is one of the schools, and is shown as such', async () => {
  const [school] = (await birgit.call(listSchools)).rows
  await call({ hostSchoolId: school?.id ?? 0, host: 'Værtsskole for samarbejdet' })
  expect((await birgit.call(listSchools)).rows.filter(({ host }) => host).map(({ id }) => id)).toEqual([school?.id])
  await expect(call({ hostSchoolId: 99_999 })).rejects.toMatchObject({ status: 404 })
})

test('who does not settle how the centre works changes no name, and another centre keeps its own', async () => {
  await expect(world.as('anne').call(changeNames, { body: ours })).rejects.toMatchObject({ status: 403 })
  const other = await world.otherCentre()
  await call({ councilName: 'Bestyrelsen' })
  expect(await world.as('birgit', other).call(showNames)).toMatchObject({ councilName: null })
})
