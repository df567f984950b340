import { Button, Textarea } from '@mantine/core'
import { useRef, useState, useSyncExternalStore } from 'react'
import * as m from '#texts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { dayOf, first, saysNearMoment, saysTime, timeOf, toMoment } from '#web/parts/dates.ts'
import { checkBody, fieldErrors } from '#web/parts/form-values.ts'
import { type Path, useGo } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { useMe } from '#web/frame/me.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import { Page } from '#web/parts/Page.tsx'
import { toFirstError } from '#web/parts/first-error.ts'
import { Quote } from '#web/parts/Thread.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { AskedCard } from '../guides/AskedCard.tsx'
import { MailedBeside, MailedNotes, useMailed, WriteByMail } from '../mailed-words/MailedWords.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { SensitiveNote, useSensitiveAt } from '../restricted-parts/SensitiveNote.tsx'
import {
  blank,
  type FormAnswer,
  namesIn,
  type Place,
  reportOf,
  toldIn,
  useDraft,
  useSending,
  type Written,
} from './ReportDraft.tsx'
import { ReportContact } from './ReportContact.tsx'
import { NeedsCard, PromisesCard, RestrictedCard, TookPartCard, TopicsCard } from './ReportParts.tsx'
import { reportVisit } from './visits.schema.ts'
import { dropDraft } from './drafts.schema.ts'
import './report.css'

/** What was agreed counts only with a date; an empty row counts for nothing. Keys of rows as they stand on the screen. */
const mistakes = (place: Place, written: Written) => {
  const errors = checkBody(reportVisit, reportOf(place, written))
  const rows = written.promises
    .map(({ what }, index) => (what.trim() === '' ? -1 : index))
    .filter((index) => index >= 0)
  const needs = written.needs
    .map(({ words }, index) => (words.trim() === '' ? -1 : index))
    .filter((index) => index >= 0)
  return Object.fromEntries(
    Object.entries(errors).map(([key, text]) => {
      const [list, index, field] = key.split('.')
      const row = list === 'promises' ? rows[Number(index)] : list === 'needs' ? needs[Number(index)] : undefined
      return [row === undefined ? key : `${list}.${row}.${field}`, text]
    }),
  )
}

const When = ({
  value,
  onChange,
  error,
}: {
  value: string | null
  onChange: (value: string) => void
  error: string | undefined
}) => {
  const [opened] = useState(() => new Date().toISOString())
  const now = value ?? opened
  return (
    <Card title={m.visits_when()}>
      <div className="visits-when">
        <DateField
          label={m.visits_when_day()}
          value={dayOf(now)}
          error={error}
          onChange={(day) => day && onChange(toMoment(day, timeOf(now)))}
        />
        <TimeField
          label={m.visits_when_time()}
          value={timeOf(now)}
          onChange={(time) => time && onChange(toMoment(dayOf(now), time))}
        />
      </div>
    </Card>
  )
}

type Props = { place: Place; form: FormAnswer; up: { to: Path; text: string } }

/** Writing and sending belong together: a change takes the report back from its way, a refusal marks the fields. */
const useReport = (place: Place, form: FormAnswer) => {
  const go = useGo()
  const page = useRef<HTMLDivElement>(null)
  const draft = useDraft(place, form)
  const { written, write, stop } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  const sensitive = useSensitiveAt(form.companyId, toldIn(written), namesIn(written))
  const named = useSensitiveAt(form.companyId, [written.restricted?.words ?? ''], namesIn(written))
  const sending = useSending(place, written, {
    onSent: () => {
      sayDone(m.visits_sent())
      go('/')
    },
    onWaits: () => sayDone(m.visits_waits()),
    onProblem: (problem) => {
      const { fields, rest } = fieldErrors(problem, [
        'about',
        'tookPart',
        'needs',
        'promises',
        'visitedAt',
        'regularContact',
        'restricted',
      ])
      setErrors(fields)
      if (rest) sayProblem(rest)
      toFirstError(page.current)
    },
  })
  useMailed(form.mailed, draft, sending.state !== 'writing')
  const change = (part: Partial<Written>) => {
    if (sending.state === 'waits') sending.hold()
    setErrors({})
    write(part)
  }
  const send = () => {
    const found = mistakes(place, written)
    setErrors(found)
    stop()
    if (Object.keys(found).length > 0) toFirstError(page.current)
    else if (!sensitive.stops() && !named.stops()) sending.send()
  }
  const drop = () => {
    const before = written
    const mails = form.mailed.map(({ id }) => id)
    change({ ...blank(), mails })
    stop()
    void call(dropDraft, { query: { ...place, mails } }).catch(() => undefined)
    sayDone(m.visits_draft_dropped(), () => Promise.resolve(write(before)))
  }
  return { ...draft, page, errors, sensitive, named, change, send, drop, state: sending.state }
}
type Report = ReturnType<typeof useReport>

const saysKept = { server: m.visits_draft_saved, here: m.visits_draft_here, page: () => m.visits_draft_page() }

const AboutCard = ({ report, form: { callNote, mailed } }: { report: Report; form: FormAnswer }) => {
  const { written, saved, errors, change } = report
  return (
    <Card title={m.visits_about()} right={<VisibilityMark who={whoReads.report} />}>
      {callNote && (
        <Quote>
          <b>{m.visits_from_call()}</b> {callNote}
        </Quote>
      )}
      <Textarea
        className="visits-about"
        aria-label={m.visits_about()}
        placeholder={m.visits_about_hint()}
        value={written.about}
        maxLength={8000}
        autosize
        minRows={5}
        error={errors['about']}
        data-autofocus
        onChange={(event) => change({ about: event.currentTarget.value })}
      />
      <SensitiveNote of={report.sensitive} who="all" />
      <MailedNotes mailed={mailed} written={written} />
      <p className="visits-draft">
        <span>{saved ? saysKept[saved.where]({ time: saysTime(saved.at) }) : m.visits_draft_none()}</span>
        {saved && (
          <button type="button" className="tov-text-button" onClick={report.drop}>
            {m.visits_draft_drop()}
          </button>
        )}
      </p>
    </Card>
  )
}

const useOnline = () =>
  useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed)
      addEventListener('offline', changed)
      return () => {
        removeEventListener('online', changed)
        removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )

const SendButton = ({ report }: { report: Report }) => {
  const words = useOnline() ? m.visits_send : m.visits_send_offline
  return (
    <Button variant="filled" aria-disabled={report.state === 'sending' || undefined} onClick={report.send}>
      {report.state === 'waits' ? m.visits_send_waits() : words()} <KeyCap>Ctrl ↵</KeyCap>
    </Button>
  )
}

const safeSays = (saved: Report['saved']) => {
  if (!saved) return m.visits_safe_soon()
  return saved.where === 'page' ? m.visits_draft_page() : m.visits_safe({ time: saysTime(saved.at) })
}

/** That it cannot be sent yet, or is on its way. */
const Standing = ({ report, form }: { report: Report; form: FormAnswer }) => (
  <>
    {!form.can.report && <p className="visits-not-yet">{m.visits_not_yet()}</p>}
    {report.state === 'waits' && (
      <p className="visits-waits" role="status">
        {report.saved?.where === 'page' ? m.visits_waits_page() : m.visits_waits()}
      </p>
    )}
  </>
)

/** For a few colleagues alone. */
const Restricted = ({ report: { written, errors, named, change } }: { report: Report }) => (
  <RestrictedCard
    restricted={written.restricted}
    errors={errors}
    note={<SensitiveNote of={named} who="named" />}
    onChange={(restricted) => change({ restricted })}
  />
)

/** The report, in two minutes: what it was about, what they need, what was agreed. Nothing typed is ever lost. */
export const ReportForm = ({ place, form, up }: Props) => {
  const me = useMe()
  const report = useReport(place, form)
  const { written, errors, change, saved } = report
  useKeys([{ key: 'ctrl+enter', says: m.visits_send(), run: report.send }])
  return (
    <Page
      ref={report.page}
      title={m.visits_report()}
      up={up}
      subtitle={
        <span>
          <span className="tov-only-phone">
            {form.company}
            <br />
          </span>
          {form.startsAt ? first(saysNearMoment(form.startsAt)) : form.town}
        </span>
      }
      actions={<SendButton report={report} />}
      foot={<SendButton report={report} />}
      safe={safeSays(saved)}
      asideWidth={420}
      aside={<TopicsCard topics={written.topics} onChange={(topics) => change({ topics })} />}
    >
      <Standing report={report} form={form} />
      {'companyId' in place && (
        <When value={written.visitedAt} error={errors['visitedAt']} onChange={(visitedAt) => change({ visitedAt })} />
      )}
      <AboutCard report={report} form={form} />
      <MailedBeside mailed={form.mailed} written={written} />
      <TookPartCard
        companyId={form.companyId}
        value={written.tookPart}
        errors={errors}
        onChange={(tookPart) => change({ tookPart })}
      />
      <NeedsCard needs={written.needs} errors={errors} onChange={(needs) => change({ needs })} />
      {written.asked && <AskedCard asked={{ questions: written.asked.questions.filter(({ own }) => !own) }} />}
      <PromisesCard
        promises={written.promises}
        people={form.people}
        me={me.person.id}
        errors={errors}
        onChange={(promises) => change({ promises })}
      />
      <ReportContact
        has={form.regularContact}
        me={me.person.id}
        chosen={written.regularContact}
        errors={errors}
        onChange={(regularContact) => change({ regularContact })}
      />
      <Restricted report={report} />
      <WriteByMail mailTo={form.mailTo} />
    </Page>
  )
}
