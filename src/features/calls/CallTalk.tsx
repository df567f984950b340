import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import * as m from '#texts'
import { saysMoment } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { CallAnswers } from './CallAnswers.tsx'
import { CallCompany } from './CallCompany.tsx'
import { HeldPeople } from '../queue/HeldPeople.tsx'
import { CallScript } from '../scripts/CallScript.tsx'
import { CallTimes } from './CallTimes.tsx'
import { answerKeys, ownSays, type Company } from './call-words.table.tsx'
import { useTalk } from './use-talk.tsx'
import { formName } from '../bookings/booking-words.tsx'

type Props = {
  company: Company
  startCalling: boolean
  backDay: string
  leaving: boolean
  /** Keys that nobody took while the last one was saved. */
  missed: number
  onMissed: (missed: number) => void
  onNext: () => void
  onBack: () => void
  onSkip: () => void
}
type Talk = ReturnType<typeof useTalk>

const summaryOf = ({ typed, times, busy }: Talk, company: Company, missed: number): string => {
  if (busy) return missed > 0 ? m.calls_saving_missed() : m.calls_saving()
  if (missed > 0 && !typed.answer) return missed === 1 ? m.calls_missed_one() : m.calls_missed({ count: missed })
  if (!typed.answer) return m.calls_choose_answer()
  if (times.chosen)
    return m.calls_summary({
      what: formName[times.form](),
      when: saysMoment(times.chosen.startsAt),
      name: times.chosen.name,
    })
  if (typed.answer === 'wants-contact') return m.calls_summary_no_time()
  return ownSays(company, typed.answer, typed.ownId)
}

type Footed = { talk: Talk; company: Company; missed: number; onSkip: () => void }
const Foot = ({ talk, company, missed, onSkip }: Footed) => (
  <footer className="calls-foot">
    <Button variant="subtle" color="gray" onClick={onSkip}>
      {m.calls_skip()}
    </Button>
    <span className="calls-foot-says" role="status">
      {summaryOf(talk, company, missed)}
    </span>
    <Button
      variant="filled"
      size="md"
      disabled={!talk.typed.answer}
      aria-disabled={talk.busy || undefined}
      onClick={talk.save}
    >
      {talk.times.chosen ? m.calls_book_next() : m.calls_save_next()} <KeyCap>Ctrl ↵</KeyCap>
    </Button>
  </footer>
)

const Lost = ({ onTakeAgain }: { onTakeAgain: () => void }) => (
  <div className="calls-lost" role="alert">
    <span>{m.calls_lost()}</span>
    <Button onClick={onTakeAgain}>{m.calls_take_again()}</Button>
  </div>
)

/** The call's own clock: it starts when the number is dialled, and says nothing to anyone. */
const useCalling = (start: boolean) => {
  const link = useRef<HTMLAnchorElement>(null)
  const [since, setSince] = useState<number | null>(() => (start ? Date.now() : null))
  return {
    link,
    since,
    begin: () => setSince(Date.now()),
    end: () => setSince(null),
    toggle: () => (since === null ? link.current?.click() : setSince(null)),
  }
}

/** One company under call: who, what to say, what they answered, and when someone can come. */
export const CallTalk = ({ company, startCalling, onSkip, ...around }: Props) => {
  const talk = useTalk(company, around)
  const { link, since, begin, end, toggle } = useCalling(startCalling)
  const { times } = talk
  useKeys([
    { key: ' ', says: m.calls_key_call(), run: toggle },
    ...answerKeys.map(({ answer, key, says }) => ({
      key,
      says: says(),
      run: () => talk.type({ answer, ownId: null, ownReasonId: null }),
    })),
    {
      key: 'arrowdown',
      says: m.calls_key_down(),
      run: () => (talk.typed.answer === 'wants-contact' ? talk.step(1) : talk.choose(times.proposed)),
    },
    {
      key: 'arrowup',
      says: m.calls_key_up(),
      run: () => (talk.typed.answer === 'wants-contact' ? talk.step(-1) : talk.choose(times.proposed)),
    },
    { key: 'n', says: m.calls_key_note(), run: talk.toNote },
    { key: 'ctrl+enter', says: m.calls_key_save(), run: talk.save, inField: true },
  ])
  return (
    <>
      <div className="calls-talk">
        <div className="calls-talk-body" data-busy={talk.busy || undefined} aria-busy={talk.busy || undefined}>
          {talk.lost && <Lost onTakeAgain={talk.takeAgain} />}
          <CallCompany company={company} since={since} link={link} onCall={begin} onHangUp={end}>
            <HeldPeople
              companyId={company.companyId}
              onTalk={({ id, name }) => talk.type({ spokeWith: name, personId: id })}
            />
          </CallCompany>
          <CallScript says={company.says} wording={company.wording} industryCode={company.industryCode} />
          <CallAnswers
            company={company}
            typed={talk.typed}
            fields={talk.fields}
            booking={times.chosen !== undefined}
            nameMissing={talk.nameMissing}
            onType={talk.type}
          />
        </div>
        <Foot talk={talk} company={company} missed={around.missed} onSkip={onSkip} />
      </div>
      <CallTimes
        {...times}
        onForm={talk.changeForm}
        onMore={times.showMore}
        onChoose={talk.choose}
        onAlong={times.setAlong}
      />
    </>
  )
}
