import { useSearch } from '@tanstack/react-router'
import { IconPrinter } from '@tabler/icons-react'
import { Button, NativeSelect } from '@mantine/core'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { GreyRows } from '#web/parts/DataTable.tsx'
import { saysDate, today } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { Period, showOutcome } from './evaluation.schema.ts'
import { DeclinesTables } from './DeclinesTables.tsx'
import { Funnel } from './Funnel.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { industryName, periodName, sizeName } from './outcome-words.table.ts'
import { least } from './least.shared.ts'
import './OutcomePage.css'

/** Resultater: what came of the lists, from the draw to the promise kept. */
export default () => {
  const search = useSearch({ from: '/signed-in/framed/resultater' })
  const periode = z.safeParse(Period, search.periode).data ?? 'all'
  const change = useChangeSearch<{ periode: string }>()
  const { data: outcome, error, refetch } = useAnswer(showOutcome, { query: { period: periode } }, { keep: true })
  const periods = outcome?.periods ?? ['all']
  const hasLists = (outcome?.periods.length ?? 0) > 1
  const actions = hasLists && (
    <>
      <NativeSelect
        aria-label={m.evaluation_period()}
        className="evaluation-period"
        size="sm"
        data={[...new Set([...periods, periode])].map((value) => ({ value, label: periodName(value) }))}
        value={periode}
        onChange={(event) => change({ periode: event.currentTarget.value })}
      />
      <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {m.evaluation_print()}
      </Button>
    </>
  )
  return (
    <Page title={m.web_nav_outcome()} subtitle={m.evaluation_subtitle()} actions={actions}>
      {error && !outcome && (
        <EmptyState
          title={m.web_list_failed()}
          action={<Button onClick={() => void refetch()}>{m.web_try_again()}</Button>}
        >
          {error.detail || error.title}
        </EmptyState>
      )}
      {!outcome && !error && <GreyRows />}
      {outcome && !hasLists && <Nothing />}
      {outcome && hasLists && (
        <div className="evaluation-sheet">
          <p className="evaluation-printed">
            {periodName(outcome.period)}. {m.evaluation_printed({ date: saysDate(today()) })}
          </p>
          <p className="evaluation-why">
            {outcome.floor ? m.evaluation_from_five({ least }) : m.evaluation_all_shown({ least })}
            {hidesAny(outcome) && ` ${m.evaluation_hidden_means({ least })}`}
          </p>
          <Card title={m.evaluation_all_the_way()}>
            <Funnel total={outcome.total} />
          </Card>
          <Tables outcome={outcome} />
          <DeclinesTables period={periode} />
          <p className="evaluation-why">{m.evaluation_how_counted()}</p>
        </div>
      )}
    </Page>
  )
}

type Outcome = AnswerOf<typeof showOutcome>
/** Said once, over all that it is true of; each hidden figure says it itself when it is asked. */
const hidesAny = ({ total, lists, industries, sizes }: Outcome) =>
  [{ figures: total }, ...lists, ...industries, ...sizes].some(({ figures }) => Object.values(figures).includes(null))

const Nothing = () => (
  <EmptyState
    title={m.evaluation_empty_title()}
    action={
      <Button component={Go} to="/udtraek">
        {m.evaluation_empty_go()}
      </Button>
    }
  >
    {m.evaluation_empty_text()}
  </EmptyState>
)

const Tables = ({ outcome }: { outcome: Outcome }) => (
  <>
    <OutcomeTable
      title={m.evaluation_by_list()}
      head={m.evaluation_list()}
      rows={outcome.lists.map(({ key, name, drawnOn, figures }) => ({
        key,
        name,
        note: m.evaluation_drawn_on({ date: saysDate(drawnOn) }),
        figures,
      }))}
      total={outcome.total}
    />
    <OutcomeTable
      title={m.evaluation_by_industry()}
      head={m.evaluation_industry()}
      rows={outcome.industries.map(({ key, figures }) => ({ key, name: industryName(key), figures }))}
      total={outcome.total}
    />
    <OutcomeTable
      title={m.evaluation_by_size()}
      head={m.evaluation_size()}
      rows={outcome.sizes.map(({ key, figures }) => ({ key, name: sizeName(key), figures }))}
      total={outcome.total}
    />
  </>
)
