import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { ChangeLeaving } from './ChangeLeaving.tsx'
import type { Whole } from './leaving-words.tsx'
import { LeavingAnswers } from './LeavingAnswers.tsx'
import { LeavingBeside } from './LeavingBeside.tsx'
import { type Choices, LeavingThings, unasked, useChoices } from './LeavingThings.tsx'
import { askLeaving, showLeaving } from './leavings.schema.ts'
import './leavings.css'

const titleOf = ({ person: { name: who }, lastDay, leftAt, withdrawnAt }: Whole['leaving']) => {
  if (withdrawnAt) return m.leavings_title_withdrawn({ who })
  const date = saysDate(lastDay)
  return leftAt === null ? m.leavings_title({ who, date }) : m.leavings_title_left({ who, date })
}
const subtitleOf = ({ leaving, settled, open }: Whole) => {
  const who = leaving.person.name
  if (leaving.withdrawnAt) return m.leavings_withdrawn_text({ who })
  if (!leaving.can.see) return leaving.person.school
  const counts = open > 0 ? m.leavings_goal({ total: settled + open, settled, open }) : m.leavings_goal_done()
  return [leaving.person.school, counts].filter(Boolean).join('. ')
}

/** One press asks everyone about all that nobody is asked about. */
const AskAll = ({ whole, choices }: { whole: Whole; choices: Choices }) => {
  const ask = useAct(askLeaving, { says: () => m.leavings_asked_said() })
  const all = unasked(whole, choices)
  if (all.length === 0) return null
  const names = [...new Set(all.map(({ to }) => to.name))]
  const questions = all.map(({ thing: { kind, sourceId }, to }) => ({ kind, sourceId, toId: to.id }))
  return (
    <Button
      variant="filled"
      disabled={ask.running}
      onClick={() => void ask.run({ params: { id: whole.leaving.id }, body: { questions } })}
    >
      {names.length === 1
        ? m.leavings_ask_all({ who: names[0] ?? '' })
        : m.leavings_ask_all_many({ count: names.length })}
    </Button>
  )
}

const Shown = ({ whole }: { whole: Whole }) => {
  const choices = useChoices(whole)
  const { can, person, withdrawnAt } = whole.leaving
  const asked = whole.things.some(({ question }) => question?.can.answer)
  return (
    <Page
      title={titleOf(whole.leaving)}
      subtitle={subtitleOf(whole)}
      up={{ to: '/overlevering', text: m.leavings_here() }}
      actions={
        <>
          {can.change && <ChangeLeaving leaving={whole.leaving} />}
          {can.ask && <AskAll whole={whole} choices={choices} />}
        </>
      }
      aside={can.see && withdrawnAt === null && <LeavingBeside whole={whole} />}
      asideWidth={320}
    >
      <LeavingAnswers whole={whole} />
      {can.see ? (
        <LeavingThings whole={whole} choices={choices} />
      ) : (
        !asked && (
          <EmptyState inCard title={m.leavings_answer_none()}>
            {m.leavings_answer_none_text()}
          </EmptyState>
        )
      )}
      {can.see && withdrawnAt === null && whole.things.length === 0 && (
        <EmptyState inCard title={m.leavings_nothing_left()}>
          {m.leavings_none({ who: person.name })}
        </EmptyState>
      )}
    </Page>
  )
}

/** What someone who stops leaves, until everything has a new name; for who is asked, his own alone. */
export default function LeavingPage() {
  const id = Number(useParams({ from: '/signed-in/framed/overlevering/$id' }).id)
  const shown = useAnswer(showLeaving, { params: { id } })
  if (shown.data) return <Shown key={id} whole={shown.data} />
  return <Page title={m.leavings_here()}>{shown.error ? <ListFailed list={shown} /> : <GreyRows />}</Page>
}
