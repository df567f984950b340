/** Where the big screen is: one thing at a time, driven by keys alone. What was said is the server's; only the place is this screen's own. */
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { touch } from '#web/data/answers.ts'
import { addDays, today } from '#web/parts/dates.ts'
import * as contract from './consultant-meetings.schema.ts'
import type { Meeting, Point, Taker } from './meeting-words.tsx'

export type Slide = { is: 'people' } | { is: 'last' } | { is: 'point'; point: Point } | { is: 'next' }
export const slidesOf = (meeting: Meeting): Slide[] => [
  { is: 'people' },
  ...(meeting.last ? [{ is: 'last' } as const] : []),
  ...meeting.points.map((point): Slide => ({ is: 'point', point })),
  { is: 'next' },
]
const isOpen = (slide: Slide | undefined) => slide?.is === 'point' && !slide.point.outcome && !slide.point.gone

/** What a task would be promised as: of a need what to answer; of what is promised already, that. */
const wordsFor = ({ kind, words, company }: Point) => {
  if (kind === 'need') return m.consultant_meetings_task_need({ words }).slice(0, 300)
  if (kind === 'promise') return words.slice(0, 300)
  return company ? m.consultant_meetings_task_report() : ''
}
const weekAhead = () => addDays(today(), 7)

export const useScreen = (meeting: Meeting) => {
  const slides = slidesOf(meeting)
  const [at, setAt] = useState(meeting.people.some(({ present }) => present) ? 1 : 0)
  const [hidden, setHidden] = useState(false)
  const [chosen, setChosen] = useState<Taker>()
  const [words, setWords] = useState<string>()
  const [dueOn, setDueOn] = useState(weekAhead)
  const [deciding, setDeciding] = useState(false)
  const place = Math.min(at, slides.length - 1)
  const slide = slides[place]
  const point = slide?.is === 'point' ? slide.point : null
  const goTo = (next: number) => {
    setAt(Math.max(0, Math.min(slides.length - 1, next)))
    setChosen(undefined)
    setWords(undefined)
    setDueOn(weekAhead())
    setDeciding(false)
  }
  /** The next that nobody has said anything of; the last, where there is none. */
  const toNextOpen = () => {
    const next = slides.findIndex((one, index) => index > place && isOpen(one))
    goTo(next === -1 ? slides.length - 1 : next)
  }
  const params = { id: meeting.id, pointId: point?.id ?? 0 }
  const settle = useAct(contract.settlePoint, {
    says: () => m.consultant_meetings_said(),
    undo: (_, input) => () =>
      call(contract.undoPoint, { params: input.params }).then(() => touch('/api/consultant-meetings')),
    onDone: () => goTo(place + 1),
    // Somebody at another chair was first: this screen shows what stands.
    onProblem: () => void touch('/api/consultant-meetings'),
  })
  const decide = useAct(contract.decideAtMeeting, {
    says: () => m.consultant_meetings_said_decided(),
    onDone: () => setDeciding(false),
  })
  const task = words ?? (point ? wordsFor(point) : '')
  const say = (how: 'seen' | 'later') => void (isOpen(slide) && settle.run({ params, body: { how } }))
  return {
    ...{ slides, place, slide, point, goTo, toNextOpen, hidden, chosen, task, dueOn, deciding },
    ...{ setWords, setDueOn, setDeciding },
    open: isOpen(slide) && meeting.can.lead,
    running: settle.running || decide.running,
    hide: () => setHidden(!hidden),
    choose: setChosen,
    later: () => say('later'),
    /** Who is chosen takes it; without anyone it has been gone through. */
    enter: () => {
      if (!isOpen(slide) || !meeting.can.lead) return goTo(place + 1)
      if (!chosen) return say('seen')
      void settle.run({ params, body: { how: 'task', words: task, personId: chosen.id, dueOn } })
    },
    decide: (said: string) =>
      isOpen(slide)
        ? settle.run({ params, body: { how: 'decided', words: said } })
        : decide.run({ params: { id: meeting.id }, body: { words: said } }),
  }
}
export type Screen = ReturnType<typeof useScreen>
