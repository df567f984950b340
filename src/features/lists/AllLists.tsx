import { useSearch } from '@tanstack/react-router'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import * as m from '#texts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { exportsOf } from '#web/data/address.ts'
import { Card } from '#web/parts/Card.tsx'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { number } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import { Page } from '#web/parts/Page.tsx'
import { useChangeSearch } from '#web/data/change-search.ts'
import { Choices } from '#web/parts/Choices.tsx'
import type { Criteria } from './criteria.schema.ts'
import { listContactLists, listStates, makeContactList } from './lists.schema.ts'
import { saysState } from './ListWords.tsx'
import { WaitsOver } from './WaitsOver.tsx'
import './lists.css'

type List = RowOf<typeof listContactLists>
/** What a later room says of a list in hearing, and where a list is opened when not on its own page. */
type Beside = {
  InHearing: ComponentType<{ listId: number }>
  aside?: ReactNode
  opensAt: (list: List) => ReturnType<typeof ownPage> | `/hoering/${number}`
}
const ownPage = ({ id }: List) => `/udtraek/${id}` as const

/** What a list begins with: all of the register. */
export const everything: Criteria = {
  kind: 'both',
  municipalities: [],
  industries: [],
  sizes: [],
  employeesFrom: null,
  employeesTo: null,
  forms: [],
  contact: 'any',
  contactSince: null,
  visitedSince: null,
  waitOver: 'any',
  withNumber: false,
  limit: null,
  random: false,
}

/** The next thing that a list needs, in words; while it is in hearing, that is the hearing's to say. */
const NextStep = ({ list, InHearing }: { list: List; InHearing: Beside['InHearing'] }) => {
  if (list.state === 'draft') return <>{m.lists_next_draw()}</>
  if (list.state === 'drawn') return <>{m.lists_next_hear()}</>
  if (list.state === 'in-hearing') return <InHearing listId={list.id} />
  return <>{list.state === 'calling' ? m.lists_next_call() : m.lists_next_none()}</>
}

const columns = (InHearing: Beside['InHearing']): Column<List>[] => [
  {
    key: 'name',
    title: m.lists_col_list(),
    width: 'minmax(220px, 2fr)',
    cell: (list) => (
      <div className="lists-cell">
        <b className="tov-two-lines" title={list.name}>
          {list.name}
        </b>
        <span className="tov-dim tov-small">
          {list.goal || m.lists_made_by({ who: list.madeBy, when: saysDate(list.madeAt) })}
        </span>
      </div>
    ),
  },
  { key: 'state', title: m.lists_col_state(), width: '120px', phone: true, cell: (list) => saysState(list.state) },
  {
    key: 'companies',
    title: m.lists_col_companies(),
    width: '110px',
    right: true,
    cell: (list) => (list.drawnAt ? number(list.companies) : '–'),
  },
  {
    key: 'next',
    title: m.lists_col_next(),
    width: 'minmax(200px, 1.4fr)',
    phone: true,
    cell: (list) => <NextStep list={list} InHearing={InHearing} />,
  },
]

const NewList = ({ onClose }: { onClose: () => void }) => {
  const go = useGo()
  const opened = useOpened(onClose)
  const form = useContractForm(makeContactList, {
    initial: { name: '', goal: '', criteria: everything },
    onDone: (made) => go(`/udtraek/${made.id}`),
  })
  return (
    <div {...opened}>
      <Card title={m.lists_new()}>
        <ContractForm of={form}>
          <TextInput
            label={m.lists_name()}
            placeholder={m.lists_name_example()}
            maxLength={120}
            {...form.field('name')}
          />
          <Textarea label={m.lists_goal()} description={m.lists_goal_help()} maxLength={400} {...form.field('goal')} />
          <div className="lists-buttons">
            <SendButton of={form}>{m.lists_make()}</SendButton>
            <Button onClick={onClose}>{m.school_contacts_cancel()}</Button>
          </div>
        </ContractForm>
      </Card>
    </div>
  )
}

/** Every list with its state in words and the next step. */
export const AllLists = ({ InHearing, opensAt, aside }: Beside) => {
  const runs = useMay()(makeContactList)
  const search = useSearch({ from: '/signed-in/framed/udtraek' })
  const state = listStates.find((one) => one === search.state)
  const change = useChangeSearch<{ state: string }>()
  const [making, setMaking] = useState(false)
  // A school is asked about lists: it sees them from the hearing on.
  const states = listStates.filter((state) => runs || (state !== 'draft' && state !== 'drawn'))
  const query = state ? { state } : {}
  const list = useInfiniteAnswer(listContactLists, { query })
  useKeys(runs ? [{ key: 'n', says: m.lists_new(), run: () => setMaking(true) }] : [])
  const newButton = runs && !making && (
    <Button variant="filled" onClick={() => setMaking(true)}>
      {m.lists_new()}
    </Button>
  )
  return (
    <Page
      title={m.web_nav_lists()}
      subtitle={runs ? m.lists_subtitle_runs() : m.lists_subtitle_school()}
      actions={newButton}
      aside={aside}
    >
      {making && <NewList onClose={() => setMaking(false)} />}
      {runs && !making && <WaitsOver everything={everything} />}
      <DataTable
        choices={
          <Choices
            label={m.lists_col_state()}
            value={state ?? ''}
            onChange={(state) => change({ state })}
            options={[
              { value: '', label: m.lists_all() },
              ...states.map((state) => ({ value: state, label: saysState(state) })),
            ]}
          />
        }
        label={m.web_nav_lists()}
        list={list}
        columns={columns(InHearing)}
        rowKey={(one) => one.id}
        rowTo={opensAt}
        exports={exportsOf(listContactLists, { query })}
        empty={
          <EmptyState inCard title={m.lists_empty()}>
            {runs ? m.lists_empty_runs() : m.lists_empty_school()}
          </EmptyState>
        }
      />
    </Page>
  )
}
