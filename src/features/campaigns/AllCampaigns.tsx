import { Button, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { exportsOf } from '#web/data/address.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { targetWords } from '../contact-models/model-words.table.ts'
import { stateWords } from './campaign-words.table.ts'
import { listCampaigns, startCampaign, states } from './campaigns.schema.ts'
import './campaigns.css'

type Campaign = RowOf<typeof listCampaigns>

const saysWhen = ({ fromOn, toOn }: Campaign) =>
  fromOn && toOn ? m.campaigns_from_to({ from: saysDate(fromOn), to: saysDate(toOn) }) : '–'

const columns: Column<Campaign>[] = [
  {
    key: 'name',
    title: m.campaigns_col_name(),
    width: 'minmax(220px, 2fr)',
    cell: (one) => (
      <div className="campaigns-cell">
        <b className="tov-two-lines" title={one.name}>
          {one.name}
        </b>
        <span className="tov-dim tov-small">
          {one.goal ?? m.campaigns_made_by({ who: one.madeBy, when: saysDate(one.madeAt) })}
        </span>
      </div>
    ),
  },
  { key: 'target', title: m.campaigns_col_target(), width: '130px', cell: (one) => targetWords[one.target]() },
  { key: 'when', title: m.campaigns_col_when(), width: '200px', cell: saysWhen },
  { key: 'state', title: m.campaigns_col_state(), width: '100px', phone: true, cell: (one) => stateWords[one.state]() },
  {
    key: 'companies',
    title: m.campaigns_col_companies(),
    width: '120px',
    right: true,
    cell: (one) => (one.state === 'draft' ? '–' : number(one.companies)),
  },
]

const NewCampaign = ({ earlier, onClose }: { earlier: readonly Campaign[]; onClose: () => void }) => {
  const go = useGo()
  const form = useContractForm(startCampaign, {
    initial: { name: '', like: null },
    onDone: ({ id }) => go(`/kampagner/${id}`),
  })
  return (
    <Dialog title={m.campaigns_new()} onClose={onClose}>
      <ContractForm of={form}>
        <TextInput
          label={m.campaigns_name()}
          placeholder={m.campaigns_name_example()}
          maxLength={120}
          data-autofocus
          {...form.field('name')}
        />
        {earlier.length > 0 && (
          <Dropdown
            label={m.campaigns_like()}
            data={[
              { value: '', label: m.campaigns_like_none() },
              ...earlier.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            value={String(form.values.like ?? '')}
            onChange={(id) => form.set('like', id === '' ? null : Number(id))}
          />
        )}
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.campaigns_make()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

/** What a later room puts around the list: another view to choose, that view in the list's place, and what else can be done. */
type Around = { view: ReactNode; instead: ReactNode; actions: ReactNode }

/** Every campaign: whom it wants to reach, for which goal, when, and how far it is. */
export const AllCampaigns = ({ view, instead, actions }: Around) => {
  const makes = useMay()(startCampaign)
  const search = useSearch({ from: '/signed-in/framed/kampagner' })
  const state = states.find((one) => one === search.state)
  const change = useChangeSearch<{ state: string }>()
  const [making, setMaking] = useState(false)
  const query = state ? { state } : {}
  const list = useInfiniteAnswer(listCampaigns, { query })
  const earlier = useInfiniteAnswer(listCampaigns, { query: {} })
  useKeys(makes ? [{ key: 'n', says: m.campaigns_new(), run: () => setMaking(true) }] : [])
  return (
    <Page
      title={m.campaigns_title()}
      subtitle={m.campaigns_subtitle()}
      actions={
        <>
          {actions}
          {makes && (
            <Button variant="filled" onClick={() => setMaking(true)}>
              {m.campaigns_new()}
            </Button>
          )}
        </>
      }
    >
      {making && <NewCampaign earlier={earlier.rows} onClose={() => setMaking(false)} />}
      <div className="campaigns-view">{view}</div>
      {instead || (
        <DataTable
          choices={
            <Choices
              label={m.campaigns_col_state()}
              value={state ?? ''}
              onChange={(wanted) => change({ state: wanted })}
              options={[
                { value: '', label: m.campaigns_all() },
                ...states.map((one) => ({ value: one, label: stateWords[one]() })),
              ]}
            />
          }
          label={m.campaigns_title()}
          list={list}
          columns={columns}
          rowKey={(one) => one.id}
          rowTo={({ id }) => `/kampagner/${id}`}
          exports={exportsOf(listCampaigns, { query })}
          empty={
            <EmptyState inCard title={m.campaigns_empty()}>
              {makes ? m.campaigns_empty_runs() : m.campaigns_empty_others()}
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}
