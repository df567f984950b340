import { useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Page } from '#web/parts/Page.tsx'
import type { ApiProblem } from '#web/data/problem.ts'
import { MailedLate } from '../mailed-words/MailedWords.tsx'
import type { Place } from '../visits/ReportDraft.tsx'
import { ReportForm } from '../visits/ReportForm.tsx'
import { ReportView } from './ReportView.tsx'
import { showVisit } from '../visits/visits.schema.ts'
import { dropDraft, showReportForm } from '../visits/drafts.schema.ts'

/** What the number in the address is: a meeting (`/besoeg/12/rapport`), a company nobody had booked (`?for=virksomhed`), a report (`?for=rapport`). */
const home = { to: '/', text: m.web_nav_waiting() } as const
const upOf = (companyId: number, company: string) => ({ to: `/virksomheder/${companyId}`, text: company }) as const

const Not = ({ problem }: { problem: ApiProblem | null }) => (
  <Page title={m.visits_report()} up={home}>
    {problem ? <EmptyState title={m.visits_missing()}>{problem.title || m.web_failed()}</EmptyState> : <GreyRows />}
  </Page>
)

type Beside = (canChange: boolean) => ReactNode
const Sent = ({ id, beside }: { id: number; beside?: Beside }) => {
  const { data, error } = useAnswer(showVisit, { params: { id } })
  return data ? (
    <ReportView visit={data} up={upOf(data.companyId, data.company)} beside={beside?.(data.can.change)} />
  ) : (
    <Not problem={error} />
  )
}

const Write = ({ place }: { place: Place }) => {
  const { data, error } = useAnswer(showReportForm, { query: place })
  const drop = useAct(dropDraft, { says: () => m.visits_draft_dropped() })
  if (!data) return <Not problem={error} />
  const { mailed, visitId } = data
  const remove = () => void drop.run({ query: { ...place, mails: mailed.map(({ id }) => id) } })
  const late: Beside = (canChange) => <MailedLate {...{ mailed, canChange, remove }} />
  if (visitId !== null) return <Sent id={visitId} beside={late} />
  return <ReportForm place={place} form={data} up={upOf(data.companyId, data.company)} />
}

/** A visit: written about until the report is sent, read afterwards. */
export default () => {
  const id = Number(useParams({ from: '/signed-in/framed/besoeg/$id/rapport' }).id)
  const { for: what = 'moede' } = useSearch({ from: '/signed-in/framed/besoeg/$id/rapport' })
  if (what === 'rapport') return <Sent id={id} />
  const place = what === 'virksomhed' ? { companyId: id } : { bookingId: id }
  return <Write key={`${what}-${id}`} place={place} />
}
