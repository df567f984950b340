import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { sayShares, showLedger } from '../fair-shares/fair-shares.schema.ts'
import { setGoal } from '../goals/goals.schema.ts'
import { endHearings } from '../hearings/hearings.ts'
import { listHeardCompanies, showListHearing } from '../hearings/hearings.schema.ts'
import { strikeCompanies } from '../hearings/strikes.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listHandedIn, sendRound, showRound } from '../handed-in/handed-in.schema.ts'
import {
  addHandInFile,
  addHandInLines,
  changeHandInLine,
  handIn,
  lookUpHandIn,
  removeHandInLines,
  showHandIn,
  takeBackHandIn,
} from './hand-in.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, torben, ali, vibeke] = [
  world.as('birgit'),
  world.as('anne'),
  world.as('torben'),
  world.as('ali'),
  world.as('vibeke'),
]
type Client = typeof anne
type Company = Awaited<ReturnType<typeof world.company>>
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of ['hand_in_line', 'hand_in_tries', 'handed_in_words', 'handed_in', 'share_said'])
    await world.sql(`delete from ${table}`)
  await world.sql(
    'insert into list_closing (centre_id, list_id, closed_by, closed_at) select centre_id, id, made_by, made_at from contact_list on conflict do nothing',
  )
})

/** Written and looked up to the end. */
const written = async (who: Client, ...lines: string[]) => {
  await who.call(addHandInLines, { body: { lines } })
  for (;;) {
    const draft = await who.call(lookUpHandIn, {})
    if (draft.lines.every(({ group }) => group !== 'look-up')) return draft
  }
}
const groupsOf = ({ lines }: { lines: readonly { group: string; why: string }[] }) =>
  lines.map(({ group, why }) => (group === why ? group : `${group}: ${why}`))
const seen = ({ lines }: { lines: readonly { n: number; group: string; company: { id: number } | null }[] }) =>
  lines.flatMap(({ n, group, company }) =>
    company && (group === 'ready' || group === 'maybe') ? [{ n, group, companyId: company.id } as const] : [],
  )
const toTakeOut = ({ lines }: { lines: readonly { n: number; company: { id: number } | null }[] }) =>
  lines.map(({ n, company }) => ({ n, companyId: company?.id ?? null }))
/** The round as it is shown this moment, sent. */
const send = async (who: Client) => who.call(sendRound, { body: { total: (await who.call(showRound)).total } })
const handedIn = async (who: Client, ...companies: Company[]) =>
  who.call(handIn, { body: { lines: seen(await written(who, ...companies.map(({ cvr }) => cvr))) } })
const several = async (count: number) => {
  const made = []
  for (let n = 0; n < count; n++) made.push(await world.company({ phone: `71${String(++phones).padStart(6, '0')}` }))
  return made
}
let phones = 0
const statesOf = async (who: Client) =>
  (await who.call(listHandedIn, { query: {} })).rows.map(({ company, state, why }) => [company.id, state, why])
const waits = (company: Company) =>
  birgit.call(giveWait, { params: { companyId: company.id }, body: { reason: 'not-interested', words: 'Ikke nu' } })
/** The hearing of this list, struck by whom told, and over. */
const heard = async (listId: number, struck: readonly Company[] = []) => {
  const { hearing } = await birgit.call(showListHearing, { params: { id: listId } })
  const params = { id: hearing?.id ?? 0 }
  if (struck.length > 0)
    await vibeke.call(strikeCompanies, { params, body: { companyIds: struck.map(({ id }) => id), reason: '' } })
  world.clock.set('2026-11-27T09:00')
  await world.inside('birgit', (ctx) => endHearings.run(ctx))
}

describe('what a school writes', () => {
  test('numbers of every kind and names with a town are found; what it wrote stays as it was written', async () => {
    const one = await world.company({ name: 'Hurup Gods ApS', town: 'Hurup', phone: '72000001' })
    const two = await world.company({ name: 'Bedsted Vognmænd A/S', town: 'Bedsted', phone: '72000002' })
    const [place] = await world.sql<{ p: string | null }>('select p_number as p from company where id = $1', [two.id])
    const draft = await written(
      anne,
      ` ${one.cvr.slice(0, 2)} ${one.cvr.slice(2)} `,
      '72 00 00 02',
      'hurup gods, Hurup',
      'Bedsted Vognmænd Bedsted',
      `Et helt andet navn;${two.cvr};9000`,
      '4122870',
      'Jørgen i Sjørring',
      ...(place?.p ? [place.p] : []),
    )
    expect(draft.lines.slice(0, 7).map(({ wrote, company, why }) => [wrote, company?.name ?? null, why])).toEqual([
      [`${one.cvr.slice(0, 2)} ${one.cvr.slice(2)}`, 'Hurup Gods ApS', 'ready'],
      ['72 00 00 02', 'Bedsted Vognmænd A/S', 'ready'],
      ['hurup gods, Hurup', 'Hurup Gods ApS', 'twice'],
      ['Bedsted Vognmænd Bedsted', 'Bedsted Vognmænd A/S', 'twice'],
      [`Et helt andet navn;${two.cvr};9000`, 'Bedsted Vognmænd A/S', 'twice'],
      ['4122870', null, 'digits'],
      ['Jørgen i Sjørring', null, 'not-found'],
    ])
    expect(draft.lines[2]?.sameAs).toBe(draft.lines[0]?.n)
  })

  test('a name with a slip is a question with those that look like it, never an answer', async () => {
    const one = await world.company({ name: 'Vestervig Maskinstation ApS', town: 'Hurup' })
    await world.company({ name: 'Vesterbro Cykler', town: 'Hurup' })
    const draft = await written(anne, 'Vestervig Maksinstation', 'Vestevig maskinstaton Hurup', 'Qwertz Xyl')
    expect(draft.lines.map(({ why, company, candidates }) => [why, company, candidates.map(({ id }) => id)])).toEqual([
      ['meant', null, [one.id]],
      ['meant', null, [one.id]],
      ['not-found', null, []],
    ])
    const n = draft.lines[0]?.n ?? 0
    const chosen = await anne.call(changeHandInLine, { params: { n }, body: { companyId: one.id } })
    expect(chosen.lines[0]?.company?.id).toBe(one.id)
  })

  test('of two with the same name somebody chooses, only among those; a line is written anew', async () => {
    const [one, two] = [await world.company({ name: 'Thy Tank ApS' }), await world.company({ name: 'Thy Tank A/S' })]
    const other = await world.company({ name: 'Noget andet' })
    const draft = await written(anne, 'Thy Tank')
    const n = draft.lines[0]?.n ?? 0
    expect(new Set(draft.lines[0]?.candidates.map(({ id }) => id))).toEqual(new Set([one.id, two.id]))
    expect(await codeOf(anne.call(changeHandInLine, { params: { n }, body: { companyId: other.id } }))).toBe(
      'not-found',
    )
    const chosen = await anne.call(changeHandInLine, { params: { n }, body: { companyId: two.id } })
    expect(chosen.lines[0]?.company?.id).toBe(two.id)
    // Choosing tells how it stands: it is a look-up like any other.
    expect(chosen.triesLeft).toBe(draft.triesLeft - 1)
    const anew = await anne.call(changeHandInLine, { params: { n }, body: { wrote: other.cvr } })
    expect(anew.lines[0]?.company?.id).toBe(other.id)
  })

  test('ro, protection and what is running are told openly, with until when and whom to ask', async () => {
    const [waiting, free] = await several(2)
    const guarded = await world.company({ isProtected: true, phone: '72000011' })
    if (!waiting || !free) throw new Error('none')
    await waits(waiting)
    const draft = await written(anne, waiting.cvr, guarded.cvr, free.cvr)
    expect(groupsOf(draft)).toEqual(['cannot: wait', 'cannot: protected', 'ready'])
    expect(draft.lines[0]?.until).toMatch(/^2027-/)
  })

  test('five hundred lines are room for all, one more is refused; a thousand look-ups are a day', async () => {
    const lines = Array.from({ length: 500 }, (_, n) => `Findes ikke ${n}`)
    await anne.call(addHandInLines, { body: { lines } })
    expect(await codeOf(torben.call(addHandInLines, { body: { lines: ['En til'] } }))).toBe('hand-in-full')
    const empty = async () => anne.call(removeHandInLines, { body: { lines: toTakeOut(await anne.call(showHandIn)) } })
    await empty()
    await anne.call(addHandInLines, { body: { lines } })
    await empty()
    expect(await codeOf(torben.call(addHandInLines, { body: { lines: ['En til'] } }))).toBe('hand-in-tries')
    expect(await codeOf(ali.call(addHandInLines, { body: { lines: ['En til'] } }))).toBe('done')
  })

  test('a file’s rows are lines by what their columns say; hostile bytes are refused with a sentence, a personal number is struck out', async () => {
    const [one, two] = await several(2)
    const file = `Firma;CVR-nr.;By\nEt navn;${one?.cvr};Thisted\nEt andet;${two?.cvr};\nKaj 010203-1234;;Thisted\n`
    const send = (bytes: Uint8Array | string, name = 'fil.csv') =>
      anne.call(addHandInFile, { query: { name } }, { bytes })
    await send(file)
    const draft = await anne.call(lookUpHandIn, {})
    expect(draft.lines.map(({ company }) => company?.id ?? null)).toEqual([one?.id, two?.id, null])
    expect(JSON.stringify(draft)).not.toContain('010203')
    for (const bytes of [
      '',
      '\0\0\0\0',
      Buffer.from('504b0304ffffffff', 'hex'),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ])
      expect(await codeOf(send(bytes, 'ond.xlsx'))).toBe('file-refused')
    expect((await anne.call(showHandIn)).lines).toHaveLength(3)
  })
})

describe('handing in', () => {
  test('counts against the share; what is over waits for the next quarter in the order written; taken back it is lines again', async () => {
    await birgit.call(changeRules, { body: { ...(await birgit.call(showRules)), handedInQuarter: 12 } })
    await birgit.call(sayShares, {
      body: {
        from: '2026-11-23',
        shares: [
          { schoolId: world.schools.technical, percent: 25 },
          { schoolId: null, percent: 75 },
        ],
      },
    })
    const companies = await several(5)
    const done = await handedIn(anne, ...companies)
    expect([done.companyIds, done.later]).toEqual([companies.map(({ id }) => id), [{ from: '2027-01-01', count: 2 }]])
    expect(done.draft.share).toEqual({ from: '2026-10-01', most: 3, handedIn: 3 })
    expect((await birgit.call(showRound)).rows).toHaveLength(3)
    const [first] = companies
    if (!first) throw new Error('none')
    const back = await torben.call(takeBackHandIn, { body: { companyIds: [first.id] } })
    expect(back.lines.map(({ wrote, group }) => [wrote, group])).toEqual([[first.cvr, 'ready']])
    const [other] = await several(1)
    if (other) expect(await codeOf(handedIn(ali, other))).toBe('no-share-to-hand-in')
    await birgit.call(changeRules, { body: { ...(await birgit.call(showRules)), handedInQuarter: 400 } })
  })

  test('over the share by one from two colleagues at once: one of them waits for January, and both are there', async () => {
    await birgit.call(changeRules, { body: { ...(await birgit.call(showRules)), handedInQuarter: 4 } })
    await birgit.call(sayShares, {
      body: { from: '2026-11-23', shares: [{ schoolId: world.schools.technical, percent: 100 }] },
    })
    const draft = await written(anne, ...(await several(5)).map(({ cvr }) => cvr))
    const lines = seen(draft)
    const answers = await Promise.all([
      anne.call(handIn, { body: { lines: lines.slice(0, 3) } }),
      torben.call(handIn, { body: { lines: lines.slice(3) } }),
    ])
    expect(answers.map(({ companyIds }) => companyIds.length)).toEqual([3, 2])
    expect(answers.flatMap(({ later }) => later.map(({ count }) => count))).toEqual([1])
    await birgit.call(changeRules, { body: { ...(await birgit.call(showRules)), handedInQuarter: 400 } })
  })

  test('two tabs of one school at once: each line is handed in once, the other tab is told', async () => {
    const lines = seen(await written(anne, ...(await several(4)).map(({ cvr }) => cvr)))
    const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(anne.call(handIn, { body: { lines } }))))
    expect(answers.toSorted()).toEqual(['done', ...Array.from({ length: 5 }, () => 'nothing-to-hand-in')])
    expect(await statesOf(anne)).toHaveLength(4)
  })

  test('one that changed since it was seen stays behind and says so, the others come along', async () => {
    const [one, two] = await several(2)
    if (!one || !two) throw new Error('none')
    const lines = seen(await written(anne, one.cvr, two.cvr))
    await waits(one)
    const { companyIds, changed, draft } = await anne.call(handIn, { body: { lines } })
    expect([companyIds, changed]).toEqual([[two.id], 1])
    expect(draft.lines.map(({ company, group, changed: is }) => [company?.id, group, is])).toEqual([
      [one.id, 'cannot', true],
    ])
  })

  test('an old page hands in and takes out only what it showed, whatever a colleague wrote since', async () => {
    const [one, two, three] = await several(3)
    if (!one || !two || !three) throw new Error('none')
    const draft = await written(anne, one.cvr)
    const [old, oldest] = [seen(draft), toTakeOut(draft)]
    const n = draft.lines[0]?.n ?? 0
    // Written anew: the same line means another.
    await torben.call(changeHandInLine, { params: { n }, body: { wrote: two.cvr } })
    const { companyIds, changed } = await anne.call(handIn, { body: { lines: old } })
    expect([companyIds, changed]).toEqual([[], 1])
    expect((await anne.call(removeHandInLines, { body: { lines: oldest } })).lines).toHaveLength(1)
    // Taken out, and another written: its number is no other's.
    await torben.call(removeHandInLines, { body: { lines: toTakeOut(await torben.call(showHandIn)) } })
    const after = await written(torben, three.cvr)
    expect(after.lines[0]?.n).toBeGreaterThan(n)
    expect(await codeOf(anne.call(handIn, { body: { lines: old } }))).toBe('nothing-to-hand-in')
  })

  test('a company that leaves the register leaves a question, and nothing keeps it there', async () => {
    const [one] = await several(1)
    await written(anne, one?.cvr ?? '')
    await world.sql('delete from company where id = $1', [one?.id])
    await world.sql('delete from company_known where id = $1', [one?.id])
    expect(groupsOf(await anne.call(showHandIn))).toEqual(['answer: digits'])
  })

  test('serves one of the school’s own goals or a common one, once there are any; nobody else’s', async () => {
    const [one] = await several(1)
    if (!one) throw new Error('none')
    const lines = seen(await written(anne, one.cvr))
    const { people } = world
    const own = await torben.call(setGoal, { body: { words: '120 på EU', year: 2026, ownerId: people.anne.id } })
    const theirs = await vibeke.call(setGoal, { body: { words: 'Dansk', year: 2026, ownerId: people.ali.id } })
    const as = (goalId: number | null, consultantId: number | null = null) =>
      codeOf(anne.call(handIn, { body: { lines, goalId, consultantId, reason: 'De søger chauffører' } }))
    expect([await as(null), await as(theirs.id), await as(own.id, people.soren.id)]).toEqual(
      Array.from({ length: 3 }, () => 'wrong-input'),
    )
    expect(await as(own.id, people.anne.id)).toBe('done')
    const { rows } = await torben.call(listHandedIn, { query: {} })
    expect(rows.map(({ goal, consultant, reason }) => [goal, consultant, reason])).toEqual([
      ['120 på EU', people.anne.name, 'De søger chauffører'],
    ])
    await world.sql('delete from handed_in_words')
    await world.sql('delete from goal')
  })
})

describe('the round', () => {
  test('only what was shown is sent', async () => {
    const [one, two] = await several(2)
    if (!one || !two) throw new Error('none')
    await handedIn(anne, one)
    const { total } = await birgit.call(showRound)
    await handedIn(ali, two)
    expect(await codeOf(birgit.call(sendRound, { body: { total } }))).toBe('round-changed')
    expect((await send(birgit)).companies).toBe(2)
  })

  test('one list, each company once, three working days; then the queue with each school’s share, and its own answer', async () => {
    const [both, mine, struck, waiting] = await several(4)
    if (!both || !mine || !struck || !waiting) throw new Error('none')
    await handedIn(anne, both, mine, struck, waiting)
    await handedIn(ali, both)
    await waits(waiting)
    const waitingThings = (await birgit.call(listWaiting, { query: {} })).rows.filter(
      ({ kind }) => kind === 'handed-in',
    )
    expect(waitingThings).toHaveLength(1)
    const sent = await send(birgit)
    expect(sent).toMatchObject({ companies: 3, leftOut: 1, answersBy: '2026-11-26' })
    expect(await statesOf(anne)).toEqual([
      [both.id, 'in-hearing', null],
      [mine.id, 'in-hearing', null],
      [struck.id, 'in-hearing', null],
      [waiting.id, 'left-out', 'wait'],
    ])
    expect(await codeOf(anne.call(takeBackHandIn, { body: { companyIds: [mine.id] } }))).toBe('handed-in-sent')
    await heard(sent.listId, [struck])
    expect(await statesOf(anne)).toEqual([
      [both.id, 'calling', null],
      [mine.id, 'calling', null],
      [struck.id, 'left-out', 'struck'],
      [waiting.id, 'left-out', 'wait'],
    ])
    expect(await statesOf(ali)).toEqual([[both.id, 'calling', null]])
    const shared = await world.sql(
      'select company_id, array_agg(school_id order by school_id) as by from company_handed_in where list_id = $1 and company_id = any($2) group by 1 order by 1',
      [sent.listId, [both.id, mine.id]],
    )
    const { technical, vuc } = world.schools
    expect(shared).toEqual([
      { company_id: both.id, by: [technical, vuc].toSorted((a, b) => a - b) },
      { company_id: mine.id, by: [technical] },
    ])
  })

  test('two schools at once with the same company, and two coordinators who send at once: one list, the company once', async () => {
    const [one] = await several(1)
    if (!one) throw new Error('none')
    await Promise.all([handedIn(anne, one), handedIn(ali, one)])
    const sent = await Promise.all(
      [birgit, world.as('bodil'), birgit].map((who) => codeOf(who.call(sendRound, { body: { total: 1 } }))),
    )
    expect(sent.toSorted()).toEqual(['done', 'nothing-to-send', 'nothing-to-send'])
    const rows = await world.sql('select list_id from handed_in group by 1')
    expect(rows).toHaveLength(1)
  })

  test('a hearing ends while schools hand in and take back: nothing is lost, nothing stands on two lists', async () => {
    const companies = await several(8)
    await handedIn(anne, ...companies.slice(0, 4))
    const { listId } = await send(birgit)
    const late = companies.slice(4)
    await Promise.all([
      heard(listId),
      handedIn(anne, ...late),
      handedIn(ali, ...late.slice(0, 2)),
      codeOf(send(birgit)),
    ])
    await codeOf(send(birgit))
    const twice = await world.sql(
      `select company_id from list_company d where included and not exists (select from list_closing k where k.list_id = d.list_id)
       group by 1 having count(*) > 1`,
    )
    expect(twice).toEqual([])
    // What stood otherwise meanwhile was not handed in: it is a line still.
    const lines = await world.sql('select n from hand_in_line where school_id = $1', [world.people.anne.schoolId])
    expect([...(await statesOf(anne)), ...lines]).toHaveLength(8)
  })

  test('where nobody can be called the list is closed at once and the school is told', async () => {
    const [one] = await several(1)
    if (!one) throw new Error('none')
    await handedIn(anne, one)
    await waits(one)
    expect(await send(birgit)).toMatchObject({ companies: 0, leftOut: 1 })
    expect(await statesOf(anne)).toEqual([[one.id, 'left-out', 'wait']])
    // Without a hearing, nothing of what a hearing would have told.
    const [other] = await several(1)
    if (!other) throw new Error('none')
    await callingList(world, [other])
    await handedIn(ali, other)
    expect(await send(birgit)).toMatchObject({ companies: 0, leftOut: 1 })
    expect(await statesOf(ali)).toEqual([[other.id, 'left-out', null]])
  })
})

test('the others see names in the hearing, never who handed in or why; the ledger tells nothing before it ends', async () => {
  const [one] = await several(1)
  if (!one) throw new Error('none')
  const before = await vibeke.call(showLedger)
  const lines = seen(await written(anne, one.cvr))
  await anne.call(handIn, { body: { lines, reason: 'Hemmelig grund' } })
  const { listId } = await send(birgit)
  const { hearing } = await birgit.call(showListHearing, { params: { id: listId } })
  const heardRows = await vibeke.call(listHeardCompanies, { params: { id: hearing?.id ?? 0 }, query: {} })
  expect(heardRows.rows.map(({ companyId }) => companyId)).toEqual([one.id])
  const told = JSON.stringify([heardRows, await vibeke.call(showLedger), await birgit.call(showRound)])
  expect(told).not.toContain('Hemmelig grund')
  expect(await vibeke.call(showLedger)).toEqual(before)
  await heard(listId)
  // The week closes, and the ledger tells how many, never which.
  world.clock.set('2026-11-30T09:00')
  const { rows } = await vibeke.call(showLedger)
  expect(rows.find(({ schoolId }) => schoolId === world.schools.technical)?.handedIn).toBeGreaterThan(0)
  for (const who of ['soren', 'mette', 'carl', 'birgit'] as const)
    expect(await codeOf(world.as(who).call(listHandedIn, { query: {} }))).toBe('not-allowed')
})
