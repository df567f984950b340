import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type AnswerOf } from '#platform/endpoint'
import { useKeys } from '#web/data/keys.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateWord, type Tone } from '#web/parts/StateTag.tsx'
import { groups, removeHandInLines, type showHandIn } from './hand-in.schema.ts'
import { groupWords, whyOf } from './line-words.table.ts'
import { MendLine } from './MendLine.tsx'

export type Line = AnswerOf<typeof showHandIn>['lines'][number]
const tones: Record<Line['group'], Tone> = {
  'look-up': 'sten',
  answer: 'venter',
  cannot: 'sten',
  maybe: 'venter',
  ready: 'fri',
}
/** Which line is meant, and which company it stood for. */
export const asSeen = ({ n, company }: Line) => ({ n, companyId: company?.id ?? null })
const placeOf = ({ town, employees }: { town: string | null; employees: number | null }) =>
  [town, employees === null ? null : m.handed_in_employees({ count: employees })].filter(Boolean).join(' · ')
const whoOf = ({ company, candidates, n }: Line) => {
  if (company) return { name: company.name, about: placeOf(company) }
  if (candidates.length === 1) return { name: m.hand_in_candidate_one(), about: candidates[0]?.name ?? '' }
  if (candidates.length > 1)
    return {
      name: m.hand_in_candidates({ count: candidates.length }),
      about: candidates.map(({ name }) => name).join(', '),
    }
  return { name: m.hand_in_none_found(), about: m.hand_in_line({ n }) }
}
const sentenceOf = (line: Line) =>
  [
    line.until === null ? whyOf(line) : m.hand_in_why_until({ why: whyOf(line), date: saysDate(line.until) }),
    line.ask && m.hand_in_why_ask({ who: [line.ask.name, line.ask.school].filter(Boolean).join(', ') }),
  ]
    .filter(Boolean)
    .join(' ')

const toMend: readonly Line['why'][] = ['choose', 'meant', 'not-found', 'digits']
const Action = ({ line, onMend, onTakeOut }: { line: Line; onMend: () => void; onTakeOut: () => void }) => {
  if (toMend.includes(line.why))
    return <Button onClick={onMend}>{line.candidates.length > 0 ? m.hand_in_choose() : m.hand_in_mend()}</Button>
  if (line.company && (line.why === 'no-phone' || line.ask))
    return (
      <Button component={Go} to={`/virksomheder/${line.company.id}`}>
        {m.handed_in_open_card()}
      </Button>
    )
  return (
    <Button aria-label={m.hand_in_take_out_of({ wrote: line.wrote })} onClick={onTakeOut}>
      {m.hand_in_take_out()}
    </Button>
  )
}

const LineRow = ({ line, onMend, onTakeOut }: { line: Line; onMend: () => void; onTakeOut: () => void }) => {
  const { name, about } = whoOf(line)
  return (
    <li className="hand-in-line" data-n={line.n}>
      <div className="hand-in-wrote">{line.wrote}</div>
      <div className="hand-in-who">
        <b>{name}</b>
        <span>{about}</span>
      </div>
      <div className="hand-in-why">
        <StateWord tone={tones[line.group]}>{sentenceOf(line)}</StateWord>
        {line.changed && <span className="hand-in-changed">{m.hand_in_changed()}</span>}
      </div>
      <div className="tov-row-action">
        <Action line={line} onMend={onMend} onTakeOut={onTakeOut} />
      </div>
    </li>
  )
}

const chosenLine = () => {
  const row = document.activeElement?.closest<HTMLElement>('.hand-in-line')
  return row ? Number(row.dataset['n']) : undefined
}

type Props = { lines: readonly Line[]; open: boolean; onOpen: () => void }
/** What was written, by what it needs: first what wants an answer, last what is ready, which is folded. */
export const HandInLines = ({ lines, open, onOpen }: Props) => {
  const [mending, setMending] = useState<number | undefined>()
  const remove = useAct(removeHandInLines, { says: () => m.hand_in_said_taken_out() })
  const takeOut = (which: number) => {
    const line = lines.find(({ n }) => n === which)
    if (line) void remove.run({ body: { lines: [asSeen(line)] } })
  }
  useKeys([
    {
      key: 'x',
      says: m.hand_in_key_take_out(),
      run: () => {
        const n = chosenLine()
        if (n !== undefined) takeOut(n)
      },
    },
  ])
  const mended = lines.find(({ n }) => n === mending)
  const shown = groups.map((group) => ({ group, rows: lines.filter((line) => line.group === group) }))
  return (
    <div className="hand-in-groups">
      {shown.map(
        ({ group, rows }) =>
          rows.length > 0 && (
            <section key={group}>
              <h2>
                {groupWords[group]()} <span>{rows.length}</span>
              </h2>
              {(group !== 'ready' || open) && (
                <ul>
                  {rows.map((line) => (
                    <LineRow
                      key={line.n}
                      line={line}
                      onMend={() => setMending(line.n)}
                      onTakeOut={() => takeOut(line.n)}
                    />
                  ))}
                </ul>
              )}
              {group === 'ready' && (
                <button type="button" className="tov-text-button" aria-expanded={open} onClick={onOpen}>
                  {open ? m.hand_in_hide_ready() : m.hand_in_show_ready({ count: rows.length })}
                </button>
              )}
            </section>
          ),
      )}
      <p className="hand-in-keys tov-dim">
        <KeyCap>j</KeyCap> <KeyCap>k</KeyCap> {m.hand_in_key_down()} <KeyCap>x</KeyCap> {m.hand_in_key_take_out()}
      </p>
      {mended && <MendLine key={mended.n} line={mended} onDone={() => setMending(undefined)} />}
    </div>
  )
}
