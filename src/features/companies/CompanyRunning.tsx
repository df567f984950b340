import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { formName } from '../bookings/booking-words.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { MakePromise } from '../promises/MakePromise.tsx'
import { keepPromise, listPromises, undoKeeping } from '../promises/promises.schema.ts'
import { GiveReferral } from '../referrals/GiveReferral.tsx'
import { askAbout, ReferralLink } from '../referrals/referral-words.tsx'
import { listCompanyReferrals } from '../referrals/referrals.schema.ts'
import { NeedOutcome } from '../visits/NeedOutcome.tsx'
import { listVisits, topicName } from '../visits/visits.schema.ts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNear, saysNearMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { type Visibility, VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { visitsOf } from './CompanyNeeds.tsx'
import { type Card as Company, placeOf } from './CompanyWords.tsx'

type Promised = RowOf<typeof listPromises>
export const promisesOf = (companyId: number) =>
  ({ query: { whose: 'all', state: 'any', companyId, limit: 100 } }) as const

type RowProps = { what: ReactNode; line: ReactNode; reads: Visibility; state: ReactNode; children?: ReactNode }
/** What, who does it, who reads it, and by when. */
const Row = ({ what, line, reads, state, children }: RowProps) => (
  <li>
    <div>
      <div className="companies-what">{what}</div>
      <div className="tov-dim tov-small">{line}</div>
    </div>
    <VisibilityMark who={reads} />
    {state}
    {children}
  </li>
)

const line = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' · ')

const State = ({ promise }: { promise: Promised }) => {
  const { daysLate, dueOn } = promise
  if (daysLate > 0)
    return (
      <StateTag tone="galt">{daysLate === 1 ? m.companies_late_one() : m.companies_late({ days: daysLate })}</StateTag>
    )
  const near = saysNear(dueOn)
  return <StateTag tone={near === m.web_today() ? 'venter' : 'sten'}>{near}</StateTag>
}

const PromiseRow = ({ promise, company }: { promise: Promised; company: Company }) => {
  const keep = useAct(keepPromise, {
    says: () => m.companies_kept(),
    undo: () => () => call(undoKeeping, { params: { id: promise.id } }),
  })
  const owner = [promise.owner.name, promise.owner.school].filter(Boolean).join(', ')
  const who = promise.promisedBy === 'company' ? m.companies_they_promised({ who: promise.owner.name }) : owner
  return (
    <Row
      what={promise.what}
      line={line(who, promise.ownerLeft && m.companies_owner_left(), placeOf(promise, company))}
      reads={whoReads.promise}
      state={<State promise={promise} />}
    >
      {promise.can.keep && (
        <Button size="compact-sm" disabled={keep.running} onClick={() => void keep.run({ params: { id: promise.id } })}>
          {m.companies_keep()}
        </Button>
      )}
    </Row>
  )
}

type Meeting = Company['meetings'][number]
const MeetingName = ({ meeting: { id, form, prepare, over } }: { meeting: Meeting }) => {
  const name = m.companies_meeting_of({ form: formName[form]() })
  return prepare && !over ? (
    <Go className="tov-link" to={`/besoeg/${id}/foer`}>
      {name}
    </Go>
  ) : (
    name
  )
}
/** That it is over is all we know until somebody has written how it went. */
const MeetingRow = ({ meeting, company }: { meeting: Meeting; company: Company }) => (
  <Row
    what={<MeetingName meeting={meeting} />}
    line={line(meeting.who.join(', '), placeOf(meeting, company))}
    reads={whoReads.meeting}
    state={
      meeting.over ? (
        <StateTag tone="venter">{m.companies_meeting_unreported({ date: saysNear(meeting.startsAt) })}</StateTag>
      ) : (
        <StateTag>{saysNearMoment(meeting.startsAt)}</StateTag>
      )
    }
  />
)

type CallBack = Company['callBacks'][number]
const CallBackRow = ({ callBack, company }: { callBack: CallBack; company: Company }) => {
  const { dueAt, list } = callBack
  const late = dueAt < new Date().toISOString()
  return (
    <Row
      what={m.companies_call_back()}
      line={line(m.companies_call_back_of({ list }), placeOf(callBack, company))}
      reads={whoReads['call-words']}
      state={<StateTag tone={late ? 'galt' : 'sten'}>{saysNearMoment(dueAt)}</StateTag>}
    />
  )
}

type Visit = RowOf<typeof listVisits>
type NeedProps = { visit: Visit; need: Visit['needs'][number]; company: Company }
const NeedRow = ({ visit, need, company }: NeedProps) => (
  <Row
    what={`“${need.words}”`}
    line={
      <>
        {line(
          m.companies_need_of({ who: visit.by.name, date: saysDate(visit.visitedAt) }),
          need.education && topicName(need.education, getLocale()),
          placeOf(visit, company),
        )}
        <NeedOutcome need={need} />
      </>
    }
    reads={whoReads.need}
    state={<StateTag>{need.soon ? m.companies_need_now() : m.companies_need_later()}</StateTag>}
  />
)

const ReferralRow = ({ referral }: { referral: RowOf<typeof listCompanyReferrals> }) => (
  <Row
    what={<ReferralLink of={referral} />}
    line={askAbout(referral)}
    reads="centre"
    state={<StateTag>{saysNear(referral.hearBy)}</StateTag>}
  />
)

const adding = { promise: MakePromise, referral: GiveReferral } as const
/** What was agreed on the phone or in a mail, and what a colleague is asked to talk with them about: written down here, without a report. */
const Add = ({ companyId }: { companyId: number }) => {
  const [open, setOpen] = useState<keyof typeof adding>()
  const Form = open && adding[open]
  const close = () => setOpen(undefined)
  return (
    <div className="companies-add">
      {Form ? (
        <Form companyId={companyId} onDone={close} onStop={close} />
      ) : (
        <>
          <Button size="compact-sm" onClick={() => setOpen('promise')}>
            {m.companies_agreed_add()}
          </Button>{' '}
          <Button size="compact-sm" onClick={() => setOpen('referral')}>
            {m.companies_referral_add()}
          </Button>
        </>
      )}
    </div>
  )
}

const isOpen = ({ state }: { state: string }) => state === 'open'

/** What is running with the company: meetings, what was agreed, needs that await an answer, what they said they would do. What was kept stands on the thread. */
export const CompanyRunning = ({ company }: { company: Company }) => {
  const promises = useAnswer(listPromises, promisesOf(company.id)).data?.rows
  const visits = useAnswer(listVisits, visitsOf(company.id)).data?.rows
  const referrals = useAnswer(listCompanyReferrals, { params: { companyId: company.id } }).data?.rows ?? []
  const open = (promises ?? []).filter(isOpen)
  const needs = (visits ?? []).flatMap((visit) => visit.needs.filter(isOpen).map((need) => ({ visit, need })))
  const running = (['us', 'company'] as const).flatMap((who) => open.filter(({ promisedBy }) => promisedBy === who))
  const none =
    company.meetings.length + company.callBacks.length + running.length + needs.length + referrals.length === 0
  // What weighs on the answer is running too, whatever room has it.
  const said = company.judgement.all.find(({ word }) => word === 'running')?.sentence
  return (
    <Card title={m.companies_running()} padded={false}>
      {none && promises && visits && <p className="companies-empty">{said ?? m.companies_running_none()}</p>}
      <ul className="companies-rows companies-running">
        {company.meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} company={company} />
        ))}
        {company.callBacks.map((callBack) => (
          <CallBackRow key={callBack.dueAt} callBack={callBack} company={company} />
        ))}
        {running.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} company={company} />
        ))}
        {referrals.map((referral) => (
          <ReferralRow key={referral.id} referral={referral} />
        ))}
        {needs.map(({ visit, need }) => (
          <NeedRow key={need.id} visit={visit} need={need} company={company} />
        ))}
      </ul>
      {company.can.report && !company.closedOn && <Add companyId={company.id} />}
    </Card>
  )
}
