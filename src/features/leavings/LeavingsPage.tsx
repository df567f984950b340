import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconDoorExit } from '@tabler/icons-react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { listMembers } from '../members/members.schema.ts'
import { ChangeLeaving } from './ChangeLeaving.tsx'
import type { Whole } from './leaving-words.tsx'
import { announceLeaving, listLeavings } from './leavings.schema.ts'
import './leavings.css'

/** Oneself, or whom one may send away. */
const Announce = () => {
  const me = useMe()
  const navigate = useNavigate()
  const { data } = useAnswer(listMembers, { query: {} })
  const others = (data?.rows ?? []).filter(({ can, personId }) => can.leave && personId !== me.person.id)
  const form = useContractForm(announceLeaving, {
    initial: { personId: String(me.person.id), lastDay: '' },
    says: () => m.leavings_announced(),
    onDone: ({ id, can }) => can.see && navigate({ to: '/overlevering/$id', params: { id: String(id) } }),
  })
  const { onChange: _typed, ...day } = form.field('lastDay')
  return (
    <Card title={m.leavings_announce()}>
      <p className="tov-dim tov-small">{m.leavings_announce_text()}</p>
      <ContractForm of={form} label={m.leavings_announce()}>
        <NativeSelect
          label={m.leavings_col_who()}
          data={[
            { value: String(me.person.id), label: m.leavings_announce_me() },
            ...others.map(({ personId, name }) => ({ value: String(personId), label: name })),
          ]}
          {...form.field('personId')}
        />
        <DateField label={m.leavings_announce_day()} {...day} onChange={(value) => form.set('lastDay', value)} />
        <SendButton of={form}>{m.leavings_announce_yes()}</SendButton>
      </ContractForm>
    </Card>
  )
}

const One = ({ leaving }: { leaving: Whole['leaving'] }) => {
  const { id, person, lastDay, leftAt, can } = leaving
  const date = saysDate(lastDay)
  return (
    <Row
      icon={IconDoorExit}
      tone={leftAt === null ? 'sten' : 'venter'}
      title={person.name}
      text={person.school}
      state={leftAt === null ? m.leavings_list_row({ date }) : m.leavings_list_left({ date })}
      action={
        can.see ? (
          <RowButton to={`/overlevering/${id}`}>{m.leavings_waiting_see()}</RowButton>
        ) : (
          // Who may send away without seeing what is left changes the day here.
          can.change && <ChangeLeaving leaving={leaving} />
        )
      }
    />
  )
}

/** Who stops, and who has stopped with something open. */
export default function LeavingsPage() {
  const leavings = useAnswer(listLeavings)
  const rows = leavings.data?.rows ?? []
  return (
    <Page title={m.leavings_here()} subtitle={m.leavings_list_text()} aside={<Announce />} asideWidth={320}>
      {leavings.error ? (
        <ListFailed list={leavings} />
      ) : leavings.data === undefined ? (
        <GreyRows />
      ) : rows.length === 0 ? (
        <EmptyState inCard title={m.leavings_nobody()}>
          {m.leavings_nobody_text()}
        </EmptyState>
      ) : (
        <Rows title={m.leavings_list()} note={rows.length}>
          {rows.map((leaving) => (
            <One key={leaving.id} leaving={leaving} />
          ))}
        </Rows>
      )}
    </Page>
  )
}
