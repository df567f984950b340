import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { saysMoment, toMoment } from '#web/parts/dates.ts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { sayProblem } from '#web/data/notices.ts'
import { ApiProblem, saidIn } from '#web/data/problem.ts'
import { formName } from '../bookings/booking-words.tsx'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { FreeSlots } from '../free-slots/free-slots.schema.ts'
import { nothingTyped, type Typed } from './CallAnswers.tsx'
import { hasOwnReasons } from '../own-answers/OwnAnswers.tsx'
import { isRefusal } from './CallRefusal.tsx'
import { useTimes } from './use-times.tsx'
import type { Slot } from './CallTimes.tsx'
import { type Company, ownSays } from './call-words.table.tsx'
import { answerCall, takeBackCall, takeCompany } from './calls.schema.ts'
import { renewHold } from '../queue/queue.schema.ts'

const renewEvery = 2 * 60_000
const draftOf = (company: Company) => `call-${company.companyId}`

/** What was typed survives a closed tab and a lost network, company by company. */
const useTyped = (company: Company, backDay: string) => {
  const [typed, setTyped] = useState<Typed>(() => ({
    ...nothingTyped,
    ...readDraft(draftOf(company))?.values,
  }))
  const type = (change: Partial<Typed>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    keepDraft(draftOf(company), next)
  }
  return { typed: { ...typed, backDay: typed.backDay || backDay }, type }
}

/** The reservation lasts as long as the page is open on the company; `lost` when another may have taken it. */
const useRenewal = ({ companyId, listId }: Company) => {
  const [lost, setLost] = useState(false)
  const again = useAct(takeCompany, { onDone: ({ held }) => setLost(held?.companyId !== companyId) })
  useEffect(() => {
    const renew = () =>
      call(renewHold, { body: { companyId } })
        .then(() => setLost(false))
        .catch((error: unknown) => {
          if (error instanceof ApiProblem && error.code === 'not-your-call') setLost(true)
        })
    const timer = setInterval(() => void renew(), renewEvery)
    return () => clearInterval(timer)
  }, [companyId])
  const takeAgain = () => void again.run({ body: { companyId, ...(listId !== null && { listId }) } })
  return { lost, setLost, takeAgain }
}

/** One of the centre's own words for the answer, and the reason of its own list. */
const ownOf = (company: Company, typed: Typed) => {
  const own = company.own.find(({ id, answer }) => id === typed.ownId && answer === typed.answer)
  if (!own) return {}
  const asked = own.reasons.some(({ id }) => id === typed.ownReasonId)
  return { ownId: own.id, ...(asked && { ownReasonId: typed.ownReasonId }) }
}
type Agreed = { chosen: Slot | undefined; along: boolean; form: MeetingForm }
const bodyOf = (company: Company, typed: Typed, { chosen: slot, along, form }: Agreed) => ({
  companyId: company.companyId,
  answer: typed.answer ?? ('no-answer' as const),
  spokeWith: typed.spokeWith.trim(),
  note: typed.note.trim(),
  ...(typed.answer === 'call-back' &&
    typed.backDay &&
    typed.backTime && { callBackAt: toMoment(typed.backDay, typed.backTime) }),
  ...ownOf(company, typed),
  ...(isRefusal(typed) && !hasOwnReasons(company, typed) && typed.reasonId !== null && { reasonId: typed.reasonId }),
  ...(isRefusal(typed) && typed.whole && company.sharedLeadership && { wholeCompany: true }),
  ...(slot && {
    booking: {
      personId: slot.personId,
      startsAt: slot.startsAt,
      form,
      secondId: along ? (slot.second?.personId ?? null) : null,
      contactName: typed.spokeWith.trim(),
      ...(typed.personId !== null && { companyPersonId: typed.personId }),
      contactEmail: typed.email.trim() || null,
    },
  }),
})

type Around = {
  /** The day that a call-back is proposed on. */
  backDay: string
  /** The next company is on its way. */
  leaving: boolean
  /** When it is saved. */
  onNext: () => void
  /** When it was undone. */
  onBack: () => void
  /** Keys that nobody took while the last one was saved. */
  missed: number
  onMissed: (missed: number) => void
}
/** What one types into while talking, for keys that lead there. */
export const useFields = () => ({
  spokeWith: useRef<HTMLInputElement>(null),
  backTime: useRef<HTMLInputElement>(null),
  note: useRef<HTMLTextAreaElement>(null),
})

type Told = Pick<Around, 'onNext' | 'onBack'> & {
  times: ReturnType<typeof useTimes>
  setLost: (lost: boolean) => void
}
/** Sending the answer; `going` until the next company is there: keys and typing belong to nobody meanwhile. */
const useSaving = (company: Company, typed: Typed, { times, setLost, onNext, onBack }: Told) => {
  const [saved, setSaved] = useState(false)
  const saving = useAct(answerCall, {
    says: ({ booking }, { body }) =>
      booking
        ? m.calls_booked({
            ...{ what: formName[booking.form](), when: saysMoment(booking.startsAt), name: booking.consultant },
          })
        : m.calls_saved({ answer: ownSays(company, body.answer, body.ownId) }),
    undo: ({ call: made }) => {
      const words = typed
      return async () => {
        await call(takeBackCall, { params: { id: made.id } })
        keepDraft(draftOf(company), words)
        onBack()
      }
    },
    onDone: () => {
      setSaved(true)
      dropDraft(draftOf(company))
      onNext()
    },
    onProblem: (problem) => {
      if (problem.code === 'slot-taken' || problem.code === 'week-full')
        times.takeFresh(saidIn(problem, 'slots', FreeSlots.shape.rows) ?? [])
      if (problem.code === 'not-your-call') setLost(true)
    },
  })
  return {
    going: saving.running || saved,
    send: () => void saving.run({ body: bodyOf(company, typed, times) }),
  }
}

/** One company under call: what is chosen and typed, the free times, and saving it. */
export const useTalk = (company: Company, { backDay, leaving, missed, onNext, onBack, onMissed }: Around) => {
  const { typed, type: change } = useTyped(company, backDay)
  const { lost, setLost, takeAgain } = useRenewal(company)
  const [nameMissing, setNameMissing] = useState(false)
  const fields = useFields()
  const wants = typed.answer === 'wants-contact'
  const times = useTimes(company, wants)
  const saving = useSaving(company, typed, { times, setLost, onNext, onBack })
  const busy = saving.going || leaving
  /** While the answer is on its way a key is not taken, and whoever pressed it is told. */
  const unlessBusy = (run: () => void) => (busy ? onMissed(missed + 1) : run())
  const type = (given: Partial<Typed>) => {
    setNameMissing(false)
    if (given.answer) onMissed(0)
    change(given)
    if (given.answer === 'wants-contact' && !times.chosen) times.choose(times.proposed)
    if (given.answer === 'call-back') requestAnimationFrame(() => fields.backTime.current?.focus())
  }
  const choose = (slot: Slot | undefined) => {
    if (slot && !wants) change({ answer: 'wants-contact' })
    times.choose(slot)
  }
  const save = () => {
    if (!typed.answer) return
    if (times.chosen && typed.spokeWith.trim() === '') {
      setNameMissing(true)
      fields.spokeWith.current?.focus()
      return
    }
    if (typed.answer === 'call-back' && !(typed.backDay && typed.backTime)) {
      sayProblem(m.calls_back_missing())
      return
    }
    saving.send()
  }
  return {
    ...{ typed, fields, times, nameMissing, lost, takeAgain, busy },
    type: (given: Partial<Typed>) => unlessBusy(() => type(given)),
    choose: (slot: Slot | undefined) => unlessBusy(() => choose(slot)),
    step: (by: number) => unlessBusy(() => times.step(by)),
    changeForm: (form: MeetingForm) => unlessBusy(() => times.changeForm(form)),
    save: () => unlessBusy(save),
    toNote: () => unlessBusy(() => fields.note.current?.focus()),
  }
}
