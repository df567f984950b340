import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { saysNearMoment } from '#web/parts/dates.ts'
import { saysNames } from '#web/parts/names.ts'
import { Go } from '#web/parts/Go.tsx'
import { Paused } from '../queue/CallQueue.tsx'
import { FindNumbers } from '../queue/FindNumbers.tsx'
import { blockedWords } from '../queue/queue-words.table.tsx'
import { saysWait } from '../queue/queue-waiting.table.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { bringBackSkipped } from '../queue/queue.schema.ts'
import { listWhomToAsk } from './empty-queue.schema.ts'
import { type Mend, mends } from './mends.table.tsx'
import { type Emptiness, type Queue, reasonsOf } from './reasons.shared.ts'
import './empty-queue.css'

type Why = ReturnType<typeof reasonsOf>[number]
const wholeSays = (reason: Emptiness, queue: Queue): string => {
  if (reason === 'no-list') return m.empty_queue_no_list()
  if (reason === 'lists-elsewhere') return m.empty_queue_elsewhere()
  if (reason === 'empty-list') return m.empty_queue_empty_list()
  return m.empty_queue_outside_hours({ when: queue.opensAt ? saysNearMoment(queue.opensAt) : '' })
}
/** Who speaks it, where anybody who calls the list does: the company waits, and is not done with. */
const ForLanguage = ({ language, count, speakers }: Queue['languages'][number]) => (
  <p>
    <b>{saysWait({ count, language: languageName(language) })}.</b>{' '}
    <span className="tov-dim">
      {speakers.length > 0 ? m.empty_queue_speakers({ who: saysNames(speakers) }) : m.empty_queue_no_speakers()}
    </span>
  </p>
)
const isPause = (reason: string) => reason.startsWith('pause-')
const WhyLine = ({ why, queue }: { why: Why; queue: Queue }) => {
  if (!('count' in why)) return isPause(why.reason) ? <Paused queue={queue} /> : <p>{wholeSays(why.reason, queue)}</p>
  if (why.reason === 'other-language' && queue.languages.length > 0)
    return queue.languages.map((one) => <ForLanguage key={one.language} {...one} />)
  const { what, again } = blockedWords(why)
  return (
    <p>
      <b>{what}</b> <span className="tov-dim">{again}</span>
    </p>
  )
}

/** To the page that mends it, or whom to ask. */
const ToPage = ({ mend, queue }: { mend: Extract<Mend, { by: 'page' }>; queue: Queue }) => {
  const may = useMay()
  const allowed = mend.needs.every((one) => may(one))
  const { data } = useAnswer(listWhomToAsk, {}, { when: !allowed })
  if (allowed)
    return (
      <Button component={Go} to={mend.to(queue.listId)}>
        {mend.says()}
      </Button>
    )
  if (!data) return null
  return <p>{mend.ask({ who: data.names.join(m.empty_queue_or()) || m.empty_queue_who_runs() })}</p>
}
const BringBack = () => {
  const act = useAct(bringBackSkipped, { onDone: () => touch('/api/calls/queue') })
  return (
    <Button loading={act.running} onClick={() => void act.run()}>
      {m.empty_queue_bring_back()}
    </Button>
  )
}
const Mending = ({ mend, queue, count }: { mend: Mend; queue: Queue; count: number }) => {
  if (mend.by === 'itself') return null
  if (mend.by === 'bringing-back') return <BringBack />
  if (mend.by === 'finding-numbers')
    return queue.listId === null ? null : <FindNumbers listId={queue.listId} count={count} />
  return <ToPage mend={mend} queue={queue} />
}

/** What one press mends stands together, in the order of the reasons. */
const together = (whys: readonly Why[]) => [...Map.groupBy(whys, ({ reason }) => mends[reason])]

/** Nobody to call: each reason, when it passes, and the press that mends it or whom to ask. */
export const EmptyQueue = ({ queue }: { queue: Queue }) => {
  const whys = reasonsOf(queue)
  return (
    <section className="tov-card calls-card empty-queue">
      <h2>{queue.listId === null && !queue.elsewhere ? m.empty_queue_none_title() : m.empty_queue_title()}</h2>
      <ul>
        {together(whys).map(([mend, some]) => (
          <li key={some[0]?.reason}>
            {some.map((why) => (
              <WhyLine key={why.reason} why={why} queue={queue} />
            ))}
            <Mending
              mend={mend}
              queue={queue}
              count={some.reduce((sum, why) => sum + ('count' in why ? why.count : 0), 0)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
