import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { AnswerOf, InputOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { queries } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { saysDate } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { number } from '#web/parts/numbers.ts'
import type { Heard } from './HearingRows.tsx'
import { type showHearing } from './hearings.schema.ts'
import { keepCompanies, strikeCertain, strikeCompanies, undoKeeps, undoStrikes } from './strikes.schema.ts'

type Decision = Heard['decision']

const sayRefused = (error: unknown) => sayProblem(sentenceOf(error, m.web_failed_text()))

/** The keys have gone on to the next when the bar says what was done. */
const useNames = () => {
  const names = useRef(new Map<number, string>())
  const nameOf = ({ companyIds }: { companyIds: readonly number[] }) => names.current.get(companyIds[0] ?? 0) ?? ''
  return {
    nameOf,
    keepName: ({ companyId, name }: Heard) => void names.current.set(companyId, name),
    struck: (answer: { companyIds: readonly number[] }) =>
      answer.companyIds.length === 1 && nameOf(answer)
        ? m.hearings_said_struck({ company: nameOf(answer) })
        : m.hearings_struck_many({ count: number(answer.companyIds.length) }),
  }
}

type Undoing = (answer: { companyIds: number[] }) => () => Promise<void>
type Acts = {
  params: { id: number }
  say: (ids: readonly number[], decision: Decision | undefined) => void
  takeBack: (endpoint: typeof undoStrikes) => Undoing
  goBack: (endpoint: typeof undoStrikes) => Undoing
}
/** What is sent for each decision; a refused one goes back to what it was. */
const useActs = ({ params, say, takeBack, goBack }: Acts) => {
  const { keepName, nameOf, struck } = useNames()
  const onProblem = (_: unknown, { body }: InputOf<typeof strikeCompanies | typeof keepCompanies>) =>
    say(body.companyIds.map(Number), undefined)
  const strike = useAct(strikeCompanies, { says: struck, undo: goBack(undoStrikes), onProblem })
  const certain = useAct(strikeCertain, { says: struck, undo: takeBack(undoStrikes) })
  const kept = (says: (values: { company: string }) => string) => ({
    says: (answer: { companyIds: number[] }) => says({ company: nameOf(answer) }),
    undo: goBack(undoKeeps),
    onProblem,
  })
  const keep = useAct(keepCompanies, kept(m.hearings_said_kept))
  const ours = useAct(keepCompanies, kept(m.hearings_said_ours))
  /** Whoever sees a decision may change it, whosever it is. */
  const send: Record<NonNullable<Decision>, (companyIds: number[], over: { over?: true }) => unknown> = {
    struck: (companyIds, over) => strike.run({ params, body: { companyIds, ...over } }),
    'kept-on-list': (companyIds, over) => keep.run({ params, body: { companyIds, ...over } }),
    ours: (companyIds, over) => ours.run({ params, body: { companyIds, ours: true, ...over } }),
  }
  return { keepName, send, strikeCertain: (companyIds: number[]) => void certain.run({ params, body: { companyIds } }) }
}

/**
 * Strike, keep and undo. A decision shows at once and the keys go on; the server's answer follows. A refused one is said
 * in the bar and the row goes back to what it was.
 */
export const useDecisions = (hearing: AnswerOf<typeof showHearing>) => {
  const params = { id: hearing.id }
  const [said, setSaid] = useState<Record<number, Decision>>({})
  const say = (ids: readonly number[], decision: Decision | undefined) =>
    setSaid((before) => {
      const after = { ...before }
      for (const id of ids)
        if (decision === undefined) delete after[id]
        else after[id] = decision
      return after
    })
  const earlier = useRef(new Map<number, Decision>())
  const show = async ({ companyIds }: { companyIds: number[] }, decision: Decision, work: () => Promise<unknown>) => {
    say(companyIds, decision)
    await work().finally(() => say(companyIds, undefined))
    void queries.invalidateQueries()
  }
  const takeBack =
    (endpoint: typeof undoStrikes): Undoing =>
    (answer) =>
    () =>
      show(answer, null, () => call(endpoint, { params, body: { companyIds: answer.companyIds } }))
  /** To the decision that stood before, where one did; what a colleague has decided meanwhile stands. */
  const goBack =
    (endpoint: typeof undoStrikes): Undoing =>
    (answer) => {
      const { companyIds } = answer
      const before = earlier.current.get(companyIds[0] ?? 0) ?? null
      if (before === null) return takeBack(endpoint)(answer)
      return () =>
        show(answer, before, () =>
          before === 'struck'
            ? call(strikeCompanies, { params, body: { companyIds, again: true } })
            : call(keepCompanies, { params, body: { companyIds, ours: before === 'ours', again: true } }),
        )
    }
  const { keepName, send, strikeCertain: certain } = useActs({ params, say, takeBack, goBack })
  const decide = (decision: NonNullable<Decision>) => (row: Heard) => {
    if (row.decision === decision) return
    keepName(row)
    earlier.current.set(row.companyId, row.decision)
    say([row.companyId], decision)
    void send[decision]([row.companyId], row.decision === null ? {} : { over: true })
  }
  const undo = async (row: Heard) => {
    if (!row.decision) return
    const back = takeBack(row.decision === 'struck' ? undoStrikes : undoKeeps)({ companyIds: [row.companyId] })
    await back().then(() => sayDone(m.hearings_said_undone({ company: row.name })), sayRefused)
  }
  const strike = decide('struck')
  return {
    applied: (row: Heard): Heard => (row.companyId in said ? { ...row, decision: said[row.companyId] ?? null } : row),
    strike,
    keep: decide('kept-on-list'),
    ours: decide('ours'),
    undo: (row: Heard) => void undo(row),
    toggle: (row: Heard) => (row.decision === 'struck' ? void undo(row) : strike(row)),
    strikeCertain: certain,
  }
}

export type Decisions = ReturnType<typeof useDecisions>

// ---- On the chosen company ------------------------------------------------------------------------------------------
type Chosen = {
  row: Heard
  hearing: AnswerOf<typeof showHearing>
  onStrike: () => void
  onKeep: () => void
  onOurs: () => void
  onUndo: () => void
}

const Buttons = ({ row, hearing, onStrike, onKeep, onOurs, onUndo }: Chosen) => {
  if (!hearing.can.strike) return null
  if (row.decision)
    return (
      <Button fullWidth justify="space-between" rightSection={<KeyCap>z</KeyCap>} onClick={onUndo}>
        {row.decision === 'struck' ? m.hearings_undo_strike() : m.hearings_undo_keep()}
      </Button>
    )
  const knows = row.contact?.knows?.split(/\s+/)[0]
  return (
    <div className="hearing-buttons">
      <Button
        variant={hearing.counts.knownLeft === 0 ? 'default' : 'filled'}
        fullWidth
        justify="space-between"
        rightSection={<KeyCap>x</KeyCap>}
        onClick={onStrike}
      >
        {knows ? m.hearings_strike_takes({ who: knows }) : m.hearings_strike()}
      </Button>
      <Button fullWidth justify="space-between" rightSection={<KeyCap>b</KeyCap>} onClick={onKeep}>
        {row.contact ? m.hearings_keep_not_ours() : m.hearings_keep()}
      </Button>
      <Button fullWidth justify="space-between" rightSection={<KeyCap>r</KeyCap>} onClick={onOurs}>
        {m.hearings_keep_ours()}
      </Button>
    </div>
  )
}

/** What the school has decided about the chosen company, and what it can do with it. */
export const Decide = (chosen: Chosen) => {
  const { row, hearing } = chosen
  return (
    <>
      {row.decision && row.decidedBy && row.decidedAt && (
        <p className="tov-dim">
          {row.decision === 'struck'
            ? m.hearings_decided_struck({
                who: row.decidedBy,
                when: saysDate(row.decidedAt),
                until: saysDate(row.untilOn ?? hearing.strikeUntil),
              })
            : row.decision === 'ours'
              ? m.hearings_decided_ours({ who: row.decidedBy, when: saysDate(row.decidedAt) })
              : m.hearings_decided_kept({ who: row.decidedBy, when: saysDate(row.decidedAt) })}
        </p>
      )}
      <Buttons {...chosen} />
      {hearing.can.strike && !row.decision && (
        <p className="tov-dim tov-small">{m.hearings_strike_until({ date: saysDate(hearing.strikeUntil) })}</p>
      )}
    </>
  )
}
