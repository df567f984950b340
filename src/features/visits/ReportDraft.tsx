import { useEffect, useRef, useState } from 'react'
import type { AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { queries } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { draftsNamed, dropDraft as forget, keepDraft, outlivesPage, readDraft } from '#web/data/drafts.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import { ApiProblem, isAway, sentenceOf } from '#web/data/problem.ts'
import '#web/parts/OfflineStrip.css'
import { reportVisit } from './visits.schema.ts'
import { type DraftBody, saveDraft, type showReportForm } from './drafts.schema.ts'

export type Written = z.output<typeof DraftBody>
export type FormAnswer = AnswerOf<typeof showReportForm>
/** Which visit is written about: a meeting, or a company without one. */
export type Place = { bookingId: number } | { companyId: number }

/** What stands in the browser: the draft, and, once it has been sent off, under which key, so that twice is once. */
type Stored = Written & { sending?: { key: string; text: string } | undefined }

export const draftKey = (place: Place) =>
  'bookingId' in place ? `visit-booking-${place.bookingId}` : `visit-company-${place.companyId}`
export const blank = (): Written => ({
  about: '',
  needs: [],
  topics: [],
  tookPart: [],
  promises: [],
  visitedAt: null,
  regularContact: null,
  mails: [],
  restricted: null,
  asked: null,
})

const stored = (place: Place) => readDraft<Stored>(draftKey(place))

/** What all schools will read of it, and whose names stand in it. */
export const toldIn = ({
  about,
  needs,
  promises,
}: Pick<Written, 'about' | 'needs'> & Partial<Pick<Written, 'promises'>>) => [
  about,
  ...needs.map(({ words }) => words),
  ...(promises ?? []).map(({ what }) => what),
]
export const namesIn = ({ tookPart }: Pick<Written, 'tookPart'>) => tookPart.map(({ name }) => name)

/** Empty rows are no needs and no promises. */
export const reportOf = (place: Place, written: Written) => ({
  ...place,
  about: written.about,
  visitedAt: 'bookingId' in place ? null : written.visitedAt,
  needs: written.needs.filter(({ words }) => words.trim() !== ''),
  topics: written.topics,
  tookPart: written.tookPart,
  promises: written.promises
    .filter(({ what }) => what.trim() !== '')
    .map((one) => ({ ...one, ownerId: one.ownerId ?? 0 })),
  regularContact: written.regularContact && {
    followUp: written.regularContact.what.trim() === '' ? null : written.regularContact,
  },
  mails: written.mails,
  asked: written.asked && {
    guideId: written.asked.guideId,
    questions: written.asked.questions.filter(({ own }) => !own).map(({ words, heard }) => ({ words, heard })),
  },
  restricted: written.restricted && written.restricted.words.trim() !== '' ? written.restricted : null,
})

type Saved = { at: string; where: 'server' | 'here' | 'page' }
const placeKept = (place: Place) => (outlivesPage(draftKey(place)) ? 'here' : 'page')

/**
 * What I have typed: kept in the browser at each letter, and on the server when I pause. Where both have one, the newer
 * counts. `saved`: when it was last safe, and where; of what is only in the page nothing is safe yet.
 */
export const useDraft = (place: Place, form: FormAnswer) => {
  const [written, setWritten] = useState<Written>(() => {
    const here = stored(place)
    const there = form.draft
    if (here && (!there || here.at >= there.savedAt)) return { ...blank(), ...here.values }
    return there?.body ?? { ...blank(), tookPart: form.met }
  })
  const [saved, setSaved] = useState<Saved | undefined>(() => {
    const here = stored(place)
    if (here) return { at: here.at, where: placeKept(place) }
    return form.draft ? { at: form.draft.savedAt, where: 'server' } : undefined
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const keepOnServer = async (next: Written) => {
    try {
      const { savedAt } = await call(saveDraft, { query: place, body: next })
      setSaved({ at: savedAt, where: 'server' })
    } catch {
      // The browser has it; the next pause tries again.
    }
  }
  const write = (change: Partial<Written>) => {
    const next = { ...written, ...change }
    setWritten(next)
    keepDraft(draftKey(place), { ...next, sending: stored(place)?.values.sending })
    setSaved({ at: new Date().toISOString(), where: placeKept(place) })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keepOnServer(next), 1500)
  }
  return { written, write, saved, stop: () => clearTimeout(timer.current) }
}

/** The key under which exactly this text is sent: the same after a lost answer and after the page was closed; another for another text. */
const keyFor = (place: Place, written: Written) => {
  const text = JSON.stringify(reportOf(place, written))
  const before = stored(place)?.values.sending
  const sending = before?.text === text ? before : { key: crypto.randomUUID(), text }
  keepDraft(draftKey(place), { ...written, sending })
  return sending.key
}

const isLost = (error: unknown) => isAway(error) || (error instanceof ApiProblem && error.status === 507)

type Sender = { onSent: (visitId: number) => void; onWaits: () => void; onProblem: (problem: ApiProblem) => void }
type State = 'writing' | 'sending' | 'waits'

/** Whenever the network comes back, and every twenty seconds; ends with what it gives. */
const tryingAgain = (again: () => void) => {
  addEventListener('online', again)
  const every = setInterval(again, 20_000)
  return () => {
    removeEventListener('online', again)
    clearInterval(every)
  }
}

/** Tries at once when it was on its way already, whenever the network comes back, and every twenty seconds. */
const useTryAgain = (waits: boolean, send: () => void) => {
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  const wasWaiting = useRef(waits)
  useEffect(() => {
    if (wasWaiting.current) latest.current()
  }, [])
  useEffect(() => {
    if (waits) return tryingAgain(() => latest.current())
    return undefined
  }, [waits])
}

/**
 * Sends the report; without network it waits and is tried again. `waits`: it is safe here and on its way. A draft that was
 * on its way when the page was closed goes on when the page is opened.
 */
export const useSending = (place: Place, written: Written, { onSent, onWaits, onProblem }: Sender) => {
  const [state, setState] = useState<State>(() => (stored(place)?.values.sending ? 'waits' : 'writing'))
  const busy = useRef(false)
  const fail = (error: unknown) => {
    if (isLost(error)) {
      setState('waits')
      if (state !== 'waits') onWaits()
      return
    }
    keepDraft(draftKey(place), { ...written, sending: undefined })
    setState('writing')
    if (error instanceof ApiProblem) onProblem(error)
  }
  const send = async () => {
    if (busy.current) return
    busy.current = true
    setState('sending')
    try {
      const visit = await call(
        reportVisit,
        { body: reportOf(place, written) },
        { idempotencyKey: keyFor(place, written) },
      )
      forget(draftKey(place))
      void queries.invalidateQueries()
      onSent(visit.id)
    } catch (error) {
      fail(error)
    } finally {
      busy.current = false
    }
  }
  useTryAgain(state === 'waits', () => void send())
  return {
    state,
    send: () => void send(),
    /** Back to writing before it has left. */
    hold: () => {
      keepDraft(draftKey(place), { ...written, sending: undefined })
      setState('writing')
    },
  }
}

// ---- From any other page --------------------------------------------------------------------------------------------
/** As they were sent off; one that was changed since is somebody's who writes on. */
const waiting = () =>
  draftsNamed('visit-').flatMap((name) => {
    const values = readDraft<Stored>(name)?.values
    if (!values?.sending) return []
    const id = Number(name.split('-').at(-1))
    const report = reportOf(name.startsWith('visit-booking-') ? { bookingId: id } : { companyId: id }, values)
    return JSON.stringify(report) === values.sending.text ? [{ name, values, report, key: values.sending.key }] : []
  })

/** Under the key it was sent off with: if its page was quicker, nothing is written twice. */
const sendLater = async ({ name, values, report, key }: ReturnType<typeof waiting>[number]) => {
  try {
    await call(reportVisit, { body: report }, { idempotencyKey: key })
    forget(name)
    sayDone(m.visits_sent())
    void queries.invalidateQueries()
  } catch (error) {
    if (isLost(error) || (error instanceof ApiProblem && error.status === 401)) return
    keepDraft(name, { ...values, sending: undefined })
    sayProblem(m.visits_not_taken({ why: sentenceOf(error, '') }))
  }
}

/** Reports that are done and have not left this browser: told on every page, and sent from it as soon as there is network. Their own page does it itself. */
export const ReportsOnTheirWay = ({ path }: { path: string }) => {
  const [count, setCount] = useState(0)
  const atReport = /^\/besoeg\/\d+\/rapport/.test(path)
  useEffect(() => {
    if (atReport) return undefined
    let busy = false
    const look = async () => {
      if (busy) return
      busy = true
      // oxlint-disable-next-line no-await-in-loop -- one after the other over a poor line
      for (const one of waiting()) await sendLater(one)
      busy = false
      setCount(waiting().length)
    }
    void look()
    return tryingAgain(() => void look())
  }, [atReport])
  return (
    <div role="status">
      {!atReport && count > 0 && <p className="tov-offline">{m.visits_on_their_way({ count })}</p>}
    </div>
  )
}
