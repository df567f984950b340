import { Button, TextInput } from '@mantine/core'
import { IconAffiliate } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { saidIn } from '#web/data/problem.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import {
  changeNetwork,
  endNetwork,
  listNetworks,
  Network as Written,
  undoEndingNetwork,
  writeDownNetwork,
} from './networks.schema.ts'

type Network = RowOf<typeof listNetworks>

const nextSays = ({ nextOn }: Pick<Network, 'nextOn'>) => {
  if (!nextOn) return m.networks_next_unknown()
  return nextOn < today() ? m.networks_met_last({ day: saysDate(nextOn) }) : m.networks_meets({ day: saysDate(nextOn) })
}
type Said = { [Field in 'name' | 'who' | 'nextOn']?: string | null | undefined }
const saysAll = ({ name, who, nextOn }: Said) =>
  [name, who, nextSays({ nextOn: nextOn ?? null })].filter(Boolean).join(', ')

const NetworkDialog = ({ network, onClose }: { network: Network | null; onClose: () => void }) => {
  const initial = { name: network?.name ?? '', who: network?.who ?? '', nextOn: network?.nextOn ?? null }
  const made = useContractForm(writeDownNetwork, { initial, says: () => m.networks_said_written(), onDone: onClose })
  const [theirs, setTheirs] = useState<Network>()
  const changed = useContractForm(changeNetwork, {
    initial: { ...initial, version: network?.version ?? 0 },
    with: { params: { id: network?.id ?? 0 } },
    says: () => m.networks_said_changed(),
    onDone: onClose,
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', Written) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const end = useAct(endNetwork, {
    says: () => m.networks_said_ended(),
    undo:
      (_, { params }) =>
      () =>
        call(undoEndingNetwork, { params }),
    onDone: onClose,
  })
  const form = network ? changed : made
  return (
    <Dialog title={network ? m.networks_change() : m.networks_new()} onClose={onClose}>
      <ContractForm of={form}>
        {theirs && (
          <BothVersions
            theirs={saysAll(theirs)}
            mine={saysAll(form.values)}
            onTake={onClose}
            onKeep={() => {
              changed.set('version', theirs.version)
              setTheirs(undefined)
            }}
          />
        )}
        <TextInput label={m.networks_name()} maxLength={120} data-autofocus {...form.field('name')} />
        <TextInput
          label={m.networks_who()}
          description={m.networks_who_help()}
          maxLength={200}
          {...form.field('who')}
        />
        <DateField
          label={m.networks_next()}
          value={typeof form.values.nextOn === 'string' ? form.values.nextOn : ''}
          onChange={(day) => form.set('nextOn', day || null)}
        />
        <div className="tov-dialog-foot">
          {network && <Button onClick={() => void end.run({ params: { id: network.id } })}>{m.networks_end()}</Button>}
          <SendButton of={form}>{m.networks_save()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

/** The networks that are written down, and where who runs the centre writes down another. */
export const NetworksCard = () => {
  const { data } = useAnswer(listNetworks)
  const [open, setOpen] = useState<Network | 'new' | null>(null)
  if (!data) return null
  const add = data.can.write && (
    <Button variant="filled" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>
      {m.networks_new()}
    </Button>
  )
  return (
    <>
      {data.rows.length === 0 ? (
        <EmptyState title={m.networks_empty()} action={add || undefined}>
          {m.networks_empty_text()}
        </EmptyState>
      ) : (
        <>
          <Rows title={m.networks_title()}>
            {data.rows.map((network) => (
              <Row
                key={network.id}
                icon={IconAffiliate}
                title={network.name}
                text={network.who}
                state={nextSays(network)}
                action={data.can.write && <RowButton onClick={() => setOpen(network)}>{m.networks_change()}</RowButton>}
              />
            ))}
          </Rows>
          {add}
        </>
      )}
      {open && <NetworkDialog network={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
