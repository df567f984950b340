import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import * as m from '#texts'
import type { AnswerOf } from '#platform/endpoint'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { useKeys } from '#web/data/keys.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Page } from '#web/parts/Page.tsx'
import { useRowKeys } from '#web/parts/Rows.tsx'
import { handIn, lookUpHandIn, showHandIn, takeBackHandIn } from './hand-in.schema.ts'
import { HandedInRows } from './HandedInRows.tsx'
import { HandInLines } from './HandInLines.tsx'
import { Steps, ShareCard, WishCard } from './HandInAside.tsx'
import { useWish } from './use-wish.tsx'
import { WriteLines } from './WriteLines.tsx'
import './hand-in.css'

type Draft = AnswerOf<typeof showHandIn>

/** The lines that nobody has looked up yet are looked up by themselves, some at a time; a draft that was left goes on. */
const useLookUps = (left: number) => {
  const { run, running, problem } = useAct(lookUpHandIn)
  useEffect(() => {
    if (left > 0 && !running && !problem) void run({})
  }, [left, running, problem, run])
}

const goesIn = ({ lines }: Draft) =>
  lines.flatMap(({ n, group, company }) =>
    company && (group === 'ready' || group === 'maybe') ? [{ n, group, companyId: company.id } as const] : [],
  )

const saysHandedIn = ({ companyIds, later, changed }: AnswerOf<typeof handIn>) => {
  const count = companyIds.length
  return [
    changed > 0 ? m.hand_in_said_changed({ count, changed }) : m.hand_in_said_handed_in({ count }),
    ...later.map((one) => m.hand_in_said_later({ later: one.count, date: saysDate(one.from) })),
  ].join(' ')
}

const useHandIn = (draft: Draft | undefined) => {
  const { wish, setWish, problems, setProblems } = useWish()
  const lines = draft ? goesIn(draft) : []
  const act = useAct(handIn, {
    says: saysHandedIn,
    undo: ({ companyIds }) =>
      companyIds.length === 0 ? undefined : () => call(takeBackHandIn, { body: { companyIds } }),
    onProblem: setProblems,
  })
  const send = () => {
    if (lines.length > 0 && !act.running) void act.run({ body: { lines, ...wish } })
  }
  return { wish, setWish, problems, lines, send, running: act.running }
}

const subtitleOf = ({ lines, lastOn }: Draft) => {
  const count = (group: string) => lines.filter((line) => line.group === group).length
  if (lines.length > 0)
    return m.hand_in_counted({
      lines: lines.length,
      ready: count('ready'),
      answer: count('answer'),
      cannot: count('cannot') + count('maybe'),
    })
  return [m.hand_in_subtitle(), lastOn && m.hand_in_last({ date: saysDate(lastOn) })].filter(Boolean).join(' ')
}

/** What the own school wants contacted: written, looked up, handed in, and what became of it. */
export default function HandInPage() {
  const { data, error } = useAnswer(showHandIn)
  const { wish, setWish, problems, lines, send, running } = useHandIn(data)
  const [open, setOpen] = useState(false)
  const left = data?.lines.filter(({ group }) => group === 'look-up').length ?? 0
  useLookUps(left)
  useRowKeys()
  useKeys(lines.length > 0 ? [{ key: 'ctrl+enter', says: m.hand_in_hand_in({ count: lines.length }), run: send }] : [])
  const empty = data?.lines.length === 0
  return (
    <Page
      title={m.hand_in_title()}
      up={{ to: '/udtraek', text: m.web_nav_lists() }}
      subtitle={data && subtitleOf(data)}
      asideWidth={340}
      actions={
        lines.length > 0 && (
          <Button variant="filled" aria-disabled={running || undefined} onClick={send}>
            {m.hand_in_hand_in({ count: lines.length })}&nbsp;<KeyCap>Ctrl ↵</KeyCap>
          </Button>
        )
      }
      aside={
        data && (
          <>
            <ShareCard share={data.share} now={lines.length} />
            <WishCard visitors={data.visitors} wish={wish} onChange={setWish} problems={problems} />
            <Steps answersBy={data.answersBy} />
          </>
        )
      }
    >
      {error && !data && <p role="alert">{sentenceOf(error, m.web_failed())}</p>}
      {!data && !error && <GreyRows count={4} />}
      {data && (
        <Card padded={empty ?? true}>
          <WriteLines empty={empty ?? true} />
          {left > 0 && (
            <p className="hand-in-looking" role="status">
              {m.hand_in_looking({ left })}
            </p>
          )}
          {!empty && <HandInLines lines={data.lines} open={open} onOpen={() => setOpen(!open)} />}
        </Card>
      )}
      {data && <HandedInRows />}
    </Page>
  )
}
