import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { first, saysNearMoment, saysTime } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { type FormAnswer, useDraft } from '../visits/ReportDraft.tsx'
import { showReportForm } from '../visits/drafts.schema.ts'
import { obstacleCodes, topicName } from '../visits/visits.schema.ts'
import { type BeforeVisit, showBeforeVisit } from './before-visit.schema.ts'
import { Aim, Meets, Said } from './Facts.tsx'
import { Offers } from './Offers.tsx'
import { Questions, type Writing } from './Questions.tsx'
import './before-visit.css'

type Of = { before: BeforeVisit }

/** What stands in the way, ticked while they tell: counted across companies. */
const Obstacles = ({ written, write }: Writing) => (
  <Card title={m.before_visit_listen()}>
    <div className="before-obstacles">
      {obstacleCodes.map((code) => (
        <button
          key={code}
          type="button"
          aria-pressed={written.topics.includes(code)}
          onClick={() =>
            write({
              topics: written.topics.includes(code)
                ? written.topics.filter((one) => one !== code)
                : [...written.topics, code],
            })
          }
        >
          {topicName(code, getLocale())}
        </button>
      ))}
    </div>
  </Card>
)

const Noting = ({ before, form }: Of & { form: FormAnswer }) => {
  const { written, write, saved } = useDraft({ bookingId: before.bookingId }, form)
  return (
    <>
      <Questions before={before} written={written} write={write} />
      <Obstacles written={written} write={write} />
      {saved && (
        <p className="tov-dim tov-small">
          {saved.where === 'page' ? m.visits_draft_page() : m.before_visit_kept({ time: saysTime(saved.at) })}
        </p>
      )}
    </>
  )
}

/** What speaks against going as planned. */
const warningsOf = ({ cancelledAt, standing, warnings, form, people }: BeforeVisit) => [
  ...(cancelledAt ? [m.before_visit_cancelled()] : []),
  ...(standing ? [m.before_visit_standing()] : []),
  ...warnings,
  ...(form === 'Enkeltmandsvirksomhed' && people.length === 0 ? [m.before_visit_owner()] : []),
]

const ToReport = ({ before, form }: Of & { form: FormAnswer | undefined }) => {
  if (before.cancelledAt) return undefined
  if (form && form.visitId !== null)
    return (
      <Button component={Go} to={`/besoeg/${form.visitId}/rapport?for=rapport`}>
        {m.before_visit_report()}
      </Button>
    )
  return (
    <Button variant="filled" component={Go} to={`/besoeg/${before.bookingId}/rapport`}>
      {m.before_visit_write()}
    </Button>
  )
}

const Whole = ({ before }: Of) => {
  const { data: form } = useAnswer(showReportForm, { query: { bookingId: before.bookingId } })
  const open = form?.visitId === null && before.cancelledAt === null
  return (
    <Page
      title={m.before_visit_title()}
      up={{ to: `/virksomheder/${before.companyId}`, text: before.company }}
      subtitle={
        <span>
          {before.company}, {saysNearMoment(before.startsAt)}
        </span>
      }
      actions={<ToReport before={before} form={form} />}
      foot={<ToReport before={before} form={form} />}
      aside={<Offers before={before} />}
      asideWidth={380}
    >
      {warningsOf(before).map((words) => (
        <p key={words} className="before-warning">
          {words}
        </p>
      ))}
      <Meets before={before} />
      <Said before={before} />
      <Aim before={before} />
      {open && <Noting before={before} form={form} />}
    </Page>
  )
}

/** What those who go know before a visit, at the company's door as at the desk. */
export default function BeforeVisitPage() {
  const id = Number(useParams({ from: '/signed-in/framed/besoeg/$id/foer' }).id)
  const { data, error } = useAnswer(showBeforeVisit, { params: { id } })
  if (data) return <Whole key={id} before={data} />
  return (
    <Page title={m.before_visit_title()} up={{ to: '/kalender', text: m.web_nav_calendar() }}>
      {error ? <EmptyState title={first(error.title)}>{error.detail ?? ''}</EmptyState> : <GreyRows />}
    </Page>
  )
}
