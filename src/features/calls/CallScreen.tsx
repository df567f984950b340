import { useSearch } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { answerOf, queries, touch, useAnswer } from '#web/data/answers.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { dayOf, saysNearMoment, today } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { sayProblem } from '#web/data/notices.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { TopbarFrame } from '#web/frame/TopbarFrame.tsx'
import { CallQueue } from '../queue/CallQueue.tsx'
import { EmptyQueue } from '../empty-queue/EmptyQueue.tsx'
import { CallTalk } from './CallTalk.tsx'
import { FindNumbers } from '../queue/FindNumbers.tsx'
import type { Company } from './call-words.table.tsx'
import type { Queue } from '../queue/queue-words.table.tsx'
import { showHold, takeCompany } from './calls.schema.ts'
import { releaseHold, showQueue, skipCompany } from '../queue/queue.schema.ts'
import './calls.css'

const showHeld = (held: Company | null) => {
  // What was asked before it was taken must not come after it.
  void queries.cancelQueries({ queryKey: answerOf(showHold).queryKey })
  queries.setQueryData(answerOf(showHold).queryKey, { held })
  void touch('/api/calls/queue')
}

/** Nothing under call: begin, or why there is nothing. */
const Start = ({ queue, onBegin }: { queue: Queue; onBegin: () => void }) => {
  const next = queue.next[0]
  if (next)
    return (
      <EmptyState
        title={m.calls_start_title({ count: queue.ready })}
        action={
          // Outside the calling hours the page does not invite to it.
          <Button variant={queue.opensAt ? 'default' : 'filled'} size="md" onClick={onBegin}>
            {queue.opensAt ? m.calls_start_anyway() : m.calls_start()} <KeyCap>{m.calls_space()}</KeyCap>
          </Button>
        }
      >
        {queue.opensAt && <p>{m.calls_outside_hours({ when: saysNearMoment(queue.opensAt) })}</p>}
        {queue.byTurns && next.dueAt === null ? m.calls_start_turns() : m.calls_start_text({ name: next.name })}
      </EmptyState>
    )
  return <EmptyQueue queue={queue} />
}

const numberless = ({ blocked }: Queue) => blocked.find(({ reason }) => reason === 'no-phone')?.count ?? 0

/** What stands where the talk would be; and where one practises before the first one. */
const Between = ({ queue, onBegin }: { queue: Queue; onBegin: () => void }) => (
  <div className="calls-talk">
    <div className="calls-talk-body">
      <Start queue={queue} onBegin={onBegin} />
      <p className="calls-practise">
        <Go className="tov-link" to="/ring/oevelse">
          {m.calls_practise()}
        </Go>
      </p>
      {queue.listId !== null && queue.next.length > 0 && (
        <FindNumbers listId={queue.listId} count={numberless(queue)} />
      )}
    </div>
  </div>
)

/** Taking, skipping, pausing: each shows what is under call now. */
const useQueueActs = (
  listId: number | undefined,
  opensAt: string | null,
  held: Company | null,
  onCalling: (calling: boolean) => void,
) => {
  // The last company stays until the next is there: no page comes between the two that is gone before it is read.
  const [leaving, setLeaving] = useState<Company | null>(null)
  const take = useAct(takeCompany, {
    onDone: ({ held }) => showHeld(held),
    // It closed while the page stood open: the page says so, and asks again.
    onProblem: ({ code }) => void (code === 'outside-calling-hours' && touch('/api/calls/queue')),
  })
  // The page says so where it is: whoever presses then knows.
  const knows = opensAt === null ? {} : { outsideHours: true }
  const skip = useAct(skipCompany)
  const release = useAct(releaseHold, { onDone: () => showHeld(null), says: () => m.calls_paused() })
  const next = async (calling = false) => {
    onCalling(calling)
    setLeaving(held)
    const taken = await take.run({ body: { ...knows, ...(listId !== undefined && { listId }) } })
    // Not taken: what was under call may be done with; the server knows.
    if (!taken) await touch('/api/calls/holds/mine')
    setLeaving(null)
  }
  const takeOne = async (companyId: number) => {
    onCalling(false)
    await take.run({ body: { companyId, ...knows, ...(listId !== undefined && { listId }) } })
  }
  const skipOne = async (companyId: number) => {
    setLeaving(held)
    if (await skip.run({ body: { companyId } })) await next()
    setLeaving(null)
  }
  return { next, takeOne, skipOne, leaving, pause: () => void release.run() }
}

/** The queue of the list in the address. It stays until the caller takes another, whatever is due elsewhere; one that is closed gives way to the next. */
const useShownQueue = () => {
  const { liste } = useSearch({ from: '/signed-in/ring' })
  const change = useChangeSearch<{ liste: number }>()
  const { data: queue, error } = useAnswer(
    showQueue,
    { query: liste === undefined ? {} : { listId: liste } },
    { keep: true },
  )
  const shown = liste === undefined ? queue?.listId : undefined
  const isGone = liste !== undefined && error?.status === 404
  useEffect(() => {
    if (isGone) {
      sayProblem(m.calls_list_gone())
      change({ liste: undefined })
    } else if (shown) change({ liste: shown })
  })
  return { queue, list: liste ?? queue?.listId ?? undefined, choose: (id: number) => change({ liste: id }) }
}

const CallScreen = () => {
  const { virksomhed } = useSearch({ from: '/signed-in/ring' })
  const change = useChangeSearch<{ virksomhed: number }>()
  const { queue, list, choose } = useShownQueue()
  const { data: mine } = useAnswer(showHold)
  const [calling, setCalling] = useState(false)
  const underCall = mine?.held ?? null
  const acts = useQueueActs(list, queue?.opensAt ?? null, underCall, setCalling)
  const held = underCall ?? acts.leaving
  const [missed, setMissed] = useState(0)
  const wanted = useRef(virksomhed)
  useEffect(() => {
    const companyId = wanted.current
    if (companyId === undefined) return
    wanted.current = undefined
    change({ virksomhed: undefined })
    void acts.takeOne(companyId)
  })
  const begin = () => void acts.next(true)
  // The whole screen comes at once: a company that stands there can be begun with.
  const known = queue !== undefined && mine !== undefined
  useKeys([{ key: ' ', says: m.calls_start(), run: begin }], known && held === null && queue.ready > 0)
  const name = held ? held.list : queue?.lists.find((one) => one.id === queue.listId)?.name
  return (
    <TopbarFrame
      title={m.calls_title()}
      subtitle={name}
      right={held && <Button onClick={acts.pause}>{m.calls_pause()}</Button>}
    >
      <div className="calls-screen" data-held={held !== null || undefined}>
        {held && (
          <CallTalk
            key={`${held.companyId} ${held.takenAt}`}
            company={held}
            startCalling={calling}
            backDay={queue?.opensAt ? dayOf(queue.opensAt) : today()}
            leaving={acts.leaving !== null}
            missed={missed}
            onMissed={setMissed}
            onNext={() => void acts.next()}
            onBack={() => void touch('/api/calls')}
            onSkip={() => void acts.skipOne(held.companyId)}
          />
        )}
        {known && !held && <Between queue={queue} onBegin={begin} />}
        {/* Last for who goes by Tab: the talk comes before the forty that wait. */}
        {known && <CallQueue queue={queue} held={held} onTake={(id) => void acts.takeOne(id)} onList={choose} />}
      </div>
    </TopbarFrame>
  )
}
export default CallScreen
