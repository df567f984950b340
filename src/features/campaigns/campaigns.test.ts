import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { callingList } from '#testing/calling-list'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { offerLists } from '../capacity/capacity.ts'
import { setGoal } from '../goals/goals.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { closeList, listContactLists } from '../lists/lists.schema.ts'
import { listDrawnCompanies } from '../lists/draw.schema.ts'
import {
  changeNetwork,
  endNetwork,
  listNetworks,
  undoEndingNetwork,
  writeDownNetwork,
} from '../networks/networks.schema.ts'
import { listScripts } from '../scripts/scripts.schema.ts'
import { listTranslations } from '../scripts/translations.schema.ts'
import * as contract from './campaigns.schema.ts'
import { answerCampaign, askConsultants, weighModels } from './asking.schema.ts'

const thisted = 787
let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Shown = Awaited<ReturnType<typeof begin>>
const birgit = () => world.as('birgit')
const begin = (name = 'Små smede i Thy') => birgit().call(contract.startCampaign, { body: { name } })
const formOf = ({
  name,
  goalId,
  target,
  employees,
  criteria,
  mix,
  why,
  script,
  offer,
  fromOn,
  toOn,
  version,
}: Shown) => ({
  ...{ name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn, version },
})
const change = (seen: Shown, part: Partial<ReturnType<typeof formOf>>) =>
  birgit().call(contract.changeCampaign, { params: { id: seen.id }, body: { ...formOf(seen), ...part } })
const smiths = (municipality: number, criteria = {}) => ({
  ...{ kind: 'both' as const, municipalities: [municipality], industries: ['25'], sizes: [], forms: [] },
  ...{
    employeesFrom: null,
    employeesTo: null,
    contact: 'any' as const,
    contactSince: null,
    visitedSince: null,
    waitOver: 'any' as const,
  },
  ...{ limit: null, random: false, withNumber: false, ...criteria },
})
const mix = (own: number, partners: number, calls: number) => ({
  ...{ 'own-consultants': own, partners, 'call-centre': calls, networks: 0 },
})
const smith = (municipality: number, given: object = {}) =>
  world.company({ municipality, industry: '256200', employees: 5, ...given })
const settle = ({ id, version }: Shown) => birgit().call(contract.settleCampaign, { params: { id }, body: { version } })

describe('whom a campaign reaches', () => {
  test('parts add up to those that fit, and each company counts once', async () => {
    for (let n = 0; n < 3; n += 1) await smith(thisted)
    const quiet = await smith(thisted)
    await leftAlone(world, quiet.cvr, 'later', '2027-02-28')
    await smith(thisted, { isProtected: true })
    await smith(thisted, { phone: null })
    await smith(thisted, { closedOn: '2026-10-01' })
    const { cvr } = await smith(thisted, { employees: 30 })
    await world.company({ municipality: thisted, industry: '256200', cvr, kind: 'workplace', employees: 4 })
    const { id } = await begin()
    const body = { target: 'companies' as const, criteria: smiths(thisted) }
    const group = await birgit().call(weighModels, { params: { id }, body })
    const { waits, running, numberless, other } = group.out
    expect(group.fits).toBe(group.reachable + waits + running + group.out.protected + numberless + other)
    expect(group).toMatchObject({ fits: 7, reachable: 4, out: { waits: 1, protected: 1, numberless: 1, other: 0 } })
    expect(group.proposal?.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
    // Nobody has answered: no figure of meetings is made up, nor what consultants think.
    expect(group).toMatchObject({ meetings: null, wanted: null, atEase: null, talks: { talked: 0 } })
  })

  test('what companies like these answered within a year is weighed, and a limit or a lot changes nothing', async () => {
    const skive = 779
    const companies = []
    for (let n = 0; n < 12; n += 1) companies.push(await smith(skive))
    const listId = await callingList(world, companies)
    for (const [at, { id: companyId }] of companies.entries()) {
      await world.as('soren').call(takeCompany, { body: { listId, companyId, outsideHours: true } })
      await world
        .as('soren')
        .call(answerCall, { body: { companyId, answer: at < 9 ? 'not-interested' : 'wants-contact' } })
    }
    await smith(skive)
    const { id } = await begin()
    const weigh = (criteria: object) =>
      birgit().call(weighModels, { params: { id }, body: { target: 'companies', criteria: smiths(skive, criteria) } })
    const group = await weigh({})
    expect(group.talks).toEqual({ talked: 12, yes: 3, no: 9 })
    expect(group.meetings).toEqual({ least: 0, most: 1 })
    const calls = group.proposal?.find(({ model }) => model === 'call-centre')
    expect(calls?.because.map(({ reason }) => reason)).toContain('refused')
    expect(await weigh({ limit: 1, random: true })).toEqual(group)
  })
})

describe('settling', () => {
  const struer = 671
  const ready = async (municipality: number, part: object = {}) => {
    const goal = await birgit().call(setGoal, {
      body: { words: `40 møder i ${municipality}`, year: 2026, ownerId: world.people.birgit.id },
    })
    const seen = await begin(`Smede i ${municipality}`)
    return change(seen, {
      goalId: goal.id,
      criteria: smiths(municipality),
      mix: mix(40, 30, 30),
      why: 'Vi kender dem',
      ...part,
    })
  }
  test('draws one list for each contact model that calls, in its share, and no company twice', async () => {
    for (let n = 0; n < 10; n += 1) await smith(struer)
    // Larger, and nobody knows its number: others are to reach it, so it takes nobody's place on a list that calls.
    for (let n = 0; n < 5; n += 1) await smith(struer, { phone: null, employees: 40 })
    const script = 'Hej.\n\n? Hvad koster det?\nIngenting.'
    const draft = await ready(struer, { script: 'Goddag.', offer: 'online' })
    const translate = (body: string | null, version: number, language: 'pol' | 'eng' | 'deu' = 'pol') =>
      birgit().call(contract.translateCampaign, { params: { id: draft.id }, body: { language, body, version } })
    // Of two at once one is told; what is older than the script is said to be.
    const both = await Promise.allSettled([
      translate('Dzień dobry.', draft.version),
      translate('Cześć.', draft.version),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const changed = await change({ ...draft, version: draft.version + 1 }, { script })
    expect(changed.translations).toMatchObject([{ language: 'pol', older: true }])
    const english = await translate('Hello.\n\n? What does it cost?\nNothing.', changed.version, 'eng')
    expect(english.translations.map(({ older }) => older)).toEqual([false, true])
    // Taken away is not translated; what was none is nothing new.
    const added = await translate('Hallo.', english.version, 'deu')
    const away = await translate(null, added.version, 'deu')
    expect(await translate(null, away.version, 'deu')).toEqual(away)
    const told = await world.sql<{ verb: string }>(
      "select verb from event where subject = 'campaign' and subject_id = $1 and verb like 'transl%' order by id",
      [draft.id],
    )
    expect(told.map(({ verb }) => verb)).toEqual([...Array<string>(3).fill('translated'), 'translation-away'])
    const settled = await settle(away)
    expect(settled).toMatchObject({
      state: 'running',
      settledBy: 'Birgit Dam',
      mix: mix(40, 30, 30),
      why: 'Vi kender dem',
    })
    expect(Object.values(settled.proposed ?? {}).reduce((sum, one) => sum + one, 0)).toBe(100)
    const { rows } = await birgit().call(contract.showCampaignProgress, { params: { id: settled.id } })
    expect(
      rows.map(({ model, companies, state, meetings, form }) => [model, companies, state, meetings, form]),
    ).toEqual([
      ['own-consultants', 4, 'drawn', 0, 'online'],
      ['call-centre', 3, 'drawn', 0, 'online'],
    ])
    const drawn = await Promise.all(
      rows.map(({ id }) => birgit().call(listDrawnCompanies, { params: { id }, query: { show: 'in' } })),
    )
    const ids = drawn.flatMap((list) => list.rows.map(({ companyId }) => companyId))
    expect(new Set(ids).size).toBe(7)
    expect(drawn.flatMap((list) => list.rows).filter(({ hasNumber }) => !hasNumber)).toEqual([])
    const lists = await birgit().call(listContactLists, { query: {} })
    expect(lists.rows[0]?.goal).toBe(`40 møder i ${struer}`)
    // What is said on them is the campaign's, as their first version.
    for (const { id: listId } of rows) {
      const said = await birgit().call(listScripts, { params: { listId } })
      // What was translated before it was changed is of a version below it.
      expect(said.rows.map(({ version, body }) => [version, body])).toEqual([
        [2, script],
        [1, 'Goddag.'],
      ])
      const { rows: translated } = await birgit().call(listTranslations, { params: { listId } })
      expect(translated.map(({ language, scriptVersion, older }) => [language, scriptVersion, older])).toEqual([
        ['eng', 2, false],
        ['pol', 1, true],
      ])
    }
  })

  test('what its lists are called for is said for all at once, also of one that has its own; not of one that is closed', async () => {
    const aarhus = 751
    for (let n = 0; n < 6; n += 1) await smith(aarhus)
    const draft = await ready(aarhus, { mix: mix(50, 0, 50) })
    const offer = (id: number, form: 'phone' | 'online', who = birgit()) =>
      who.call(contract.changeCampaignOffer, { params: { id }, body: { form } })
    await expect(offer(draft.id, 'phone')).rejects.toMatchObject({ code: 'campaign-over' })
    const { id } = await settle(draft)
    const rows = async () => (await birgit().call(contract.showCampaignProgress, { params: { id } })).rows
    const [own, shared] = await rows()
    await world.inside('birgit', (ctx) => offerLists(ctx, [own?.id ?? 0], 'phone'))
    expect((await rows()).map(({ form }) => form)).toEqual(['phone', 'visit'])
    expect(await offer(id, 'online')).toMatchObject({ offer: 'online', can: { offer: true } })
    expect((await rows()).map(({ form }) => form)).toEqual(['online', 'online'])
    await birgit().call(closeList, { params: { id: shared?.id ?? 0 } })
    await offer(id, 'phone')
    await offer(id, 'phone')
    expect((await rows()).map(({ form }) => form)).toEqual(['phone', 'online'])
    const said = await world.sql<{ after: object }>("select after from event where verb = 'offered' order by id")
    expect(said.map(({ after }) => after)).toEqual([{ form: 'online' }, { form: 'phone' }])
    for (const who of ['soren', 'anne', 'vibeke'] as const)
      await expect(offer(id, 'online', world.as(who))).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is refused with what is missing: not all of 100, another than proposed without a reason, nobody to call', async () => {
    const lemvig = 665
    await smith(lemvig)
    const said = async (part: object) => {
      const seen = await ready(lemvig, part)
      return settle(seen).then(
        () => 'settled',
        (error: unknown) => (error as { code: string }).code,
      )
    }
    expect(await said({ mix: mix(40, 30, 20) })).toBe('mix-incomplete')
    expect(await said({ mix: mix(0, 100, 0) })).toBe('mix-calls-nobody')
    expect(await said({ why: '' })).toBe('mix-why')
    expect(await said({ criteria: smiths(360) })).toBe('list-empty')
    expect((await birgit().call(listContactLists, { query: { state: 'draft' } })).rows).toEqual([])
  })

  test('twelve who press at once make its lists once', async () => {
    const holstebro = 661
    for (let n = 0; n < 4; n += 1) await smith(holstebro)
    const seen = await ready(holstebro, { mix: mix(50, 0, 50) })
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => settle(seen)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await world.sql('select model from campaign_list where campaign_id = $1 order by 1', [seen.id])).toEqual([
      { model: 'call-centre' },
      { model: 'own-consultants' },
    ])
    await expect(change(seen, { name: 'For sent' })).rejects.toMatchObject({ code: 'campaign-settled' })
  })

  test('ends only when its lists are closed, each of which hands on what it left', async () => {
    const morsø = 773
    for (let n = 0; n < 2; n += 1) await smith(morsø)
    const { id } = await settle(await ready(morsø, { mix: mix(0, 0, 100), toOn: '2026-11-20' }))
    const over = await birgit().call(listWaiting, { query: {} })
    expect(over.rows.filter(({ kind }) => kind === 'campaign-over')).toHaveLength(1)
    const end = () => birgit().call(contract.endCampaign, { params: { id } })
    await expect(end()).rejects.toMatchObject({ code: 'campaign-lists-open' })
    const { rows } = await birgit().call(contract.showCampaignProgress, { params: { id } })
    for (const list of rows) await birgit().call(closeList, { params: { id: list.id } })
    expect(await end()).toMatchObject({ state: 'ended' })
    expect(await end()).toMatchObject({ state: 'ended' })
  })
})

test('of two who change it at once the second sees both, and nothing is overwritten', async () => {
  const seen = await begin()
  const both = await Promise.allSettled([change(seen, { mix: mix(100, 0, 0) }), change(seen, { mix: mix(0, 100, 0) })])
  const lost = both.find((one) => one.status === 'rejected')
  const won = both.find((one) => one.status === 'fulfilled')
  expect(lost?.reason).toMatchObject({ code: 'changed-meanwhile' })
  const now = await birgit().call(contract.showCampaign, { params: { id: seen.id } })
  expect(now.mix).toEqual(won?.value.mix)
})

test('begins with what an earlier one chose: the target group and the mix, not its dates', async () => {
  const seen = await change(await begin('I fjor'), {
    ...{ target: 'employees', employees: ['second-language'], criteria: smiths(thisted), mix: mix(20, 60, 20) },
    ...{ fromOn: '2025-11-01', toOn: '2025-12-01', why: 'Som aftalt', script: 'Hej igen.' },
  })
  const again = await birgit().call(contract.startCampaign, { body: { name: 'I år', like: seen.id } })
  expect(again).toMatchObject({
    target: 'employees',
    employees: ['second-language'],
    mix: mix(20, 60, 20),
    state: 'draft',
  })
  expect(again).toMatchObject({ criteria: seen.criteria, fromOn: null, toOn: null, why: '', script: 'Hej igen.' })
})

test('its script is asked of what it leads to, may be as long as a list’s, and stays, as the reason does, where nothing is said of it', async () => {
  const long = `Goddag.\n\n${'Vi kommer forbi. '.repeat(600)}`.trim()
  const seen = await change(await begin('Med manus'), { script: long, why: 'Vi kender dem', offer: 'phone' })
  expect(seen.script).toBe(long)
  expect(await change(seen, { script: '> Ja\n-> Ingensteds' }).catch((error: unknown) => error)).toMatchObject({
    problem: { errors: [{ pointer: '/body/script' }] },
  })
  const without = { ...formOf(seen), name: 'Uden manus', script: undefined, why: undefined, offer: undefined }
  const after = await birgit().call(contract.changeCampaign, { params: { id: seen.id }, body: without })
  expect(after).toMatchObject({ name: 'Uden manus', script: long, why: 'Vi kender dem', offer: 'phone' })
})

test('dates that end before they begin and a goal given up are told at their field', async () => {
  const seen = await begin()
  const told = (part: object) => change(seen, part).catch((error: unknown) => error)
  expect(await told({ fromOn: '2026-12-01', toOn: '2026-11-01' })).toMatchObject({
    problem: { errors: [{ pointer: '/body/toOn' }] },
  })
  expect(await told({ goalId: 4711 })).toMatchObject({ problem: { errors: [{ pointer: '/body/goalId' }] } })
})

describe('what consultants say', () => {
  const consultants = async (count: number) => {
    const made = await world.sql<{ id: number }>(
      `with p as (insert into person (name, email, language, created_at) select 'Konsulent ' || n, 'k' || n || '-' || $2 || '@skole.example', 'da', '2026-01-01' from generate_series(1, $1) n returning id)
       insert into membership (centre_id, person_id, role, joined_at) select $3, id, 'consultant', '2026-01-01' from p returning person_id as id`,
      [count, String(Math.random()), world.centreId],
    )
    return made.map(({ id }) => id)
  }
  const answers = (
    campaignId: number,
    personId: number,
    body: { wanted: 'overview' | 'trade'; atEase: 'yes' | 'no' },
  ) =>
    world.inside('anne', async (ctx) => {
      const { answerCampaign: answer } = await import('./campaigns.ts')
      return answer({ ...ctx, personId }, campaignId, body)
    })
  const shown = async (id: number) => {
    const body = { target: 'companies' as const, criteria: smiths(thisted) }
    const { wanted, atEase } = await birgit().call(weighModels, { params: { id }, body })
    return { wanted, atEase }
  }

  test('says which way most lean from five answers on, moves at each fifth, and gives no counts', async () => {
    const { id } = await begin('Spurgt')
    await birgit().call(askConsultants, { params: { id } })
    const people = await consultants(11)
    const seen = []
    for (const [at, personId] of people.entries()) {
      await answers(id, personId, { wanted: at % 3 === 0 ? 'overview' : 'trade', atEase: at < 4 ? 'yes' : 'no' })
      seen.push(await shown(id))
    }
    const none = { wanted: null, atEase: null }
    const five = { wanted: 'trade', atEase: 'yes' }
    const ten = { wanted: 'trade', atEase: 'no' }
    expect(seen).toEqual([none, none, none, none, five, five, five, five, five, ten, ten])
  })

  test('nothing anywhere says who answered what', async () => {
    const columns = await world.sql<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name in ('campaign_answered', 'campaign_answer')",
    )
    expect(columns.map(({ column_name }) => column_name).filter((name) => name.endsWith('_at'))).toEqual([])
    const events = await world.sql(
      "select 1 from event where subject = 'campaign' and verb not in ('begun', 'changed', 'asked', 'settled', 'translated', 'translation-away', 'offered', 'ended')",
    )
    expect(events).toEqual([])
  })

  test('waits for who visits until answered, once; many presses count once', async () => {
    const { id } = await begin('Til Anne')
    const waits = async () =>
      (await world.as('anne').call(listWaiting, { query: {} })).rows.filter(
        (row) => row.kind === 'campaign-asks' && row.href.endsWith(`/${id}`),
      )
    expect(await waits()).toEqual([])
    const answer = () =>
      world.as('anne').call(answerCampaign, { params: { id }, body: { wanted: 'trade', atEase: 'yes' } })
    await expect(answer()).rejects.toMatchObject({ code: 'campaign-not-asking' })
    await birgit().call(askConsultants, { params: { id } })
    expect(await waits()).toHaveLength(1)
    const all = await Promise.allSettled(Array.from({ length: 8 }, answer))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await world.sql('select given from campaign_answer where campaign_id = $1', [id])).toEqual([
      { given: 1 },
      { given: 1 },
    ])
    expect(await waits()).toEqual([])
  })
})

test('networks are written down by who runs the centre, once each, and a proposal says that they are there', async () => {
  const body = { name: 'Bagere i Thy', who: 'Fem bagerier', nextOn: '2027-01-12' }
  const { id } = await birgit().call(writeDownNetwork, { body })
  const again = await Promise.allSettled(
    [1, 2, 3].map(() => birgit().call(writeDownNetwork, { body: { ...body, name: 'Smede' } })),
  )
  expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(birgit().call(writeDownNetwork, { body: { ...body, name: 'bagere i thy' } })).rejects.toMatchObject({
    code: 'network-there',
  })
  const smiths_ = (await birgit().call(listNetworks)).rows.find(({ name }) => name === 'Smede')
  const change = (more: object) =>
    birgit().call(changeNetwork, { params: { id: smiths_?.id ?? 0 }, body: { ...body, version: 0, ...more } })
  await expect(change({})).rejects.toMatchObject({ code: 'network-there' })
  // Of two who saw the same one changes it; the other is shown what stands.
  const two = await Promise.allSettled(['Smede i Thy', 'Smede på Mors'].map((name) => change({ name })))
  expect(two.flatMap((one) => (one.status === 'fulfilled' ? [one.value.version] : []))).toEqual([1])
  expect(two).toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'changed-meanwhile' }) }),
  )
  await birgit().call(endNetwork, { params: { id } })
  await birgit().call(writeDownNetwork, { body })
  // Its name is another's now.
  await expect(birgit().call(undoEndingNetwork, { params: { id } })).rejects.toMatchObject({ code: 'network-there' })
  expect((await world.as('anne').call(listNetworks)).can.write).toBe(false)
  await expect(world.as('anne').call(writeDownNetwork, { body })).rejects.toMatchObject({ status: 403 })
  await smith(thisted)
  const campaign = await begin('Gennem netværk')
  const group = await birgit().call(weighModels, {
    params: { id: campaign.id },
    body: { target: 'companies', criteria: smiths(thisted) },
  })
  expect(group.proposal?.find(({ model }) => model === 'networks')?.because).toEqual([
    { reason: 'networks-known', values: { networks: 2 } },
  ])
})
