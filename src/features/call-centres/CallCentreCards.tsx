import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconHeadset } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import type { RowOf } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { addCallCentre, closeCallCentre, type listCallCentres, renameCallCentre } from './call-centres.schema.ts'
import './call-centres.css'

type CallCentre = RowOf<typeof listCallCentres>

const FormDialog = ({ of, onClose, onAsk }: { of: CallCentre | null; onClose: () => void; onAsk: () => void }) => {
  const initial = { name: of?.name ?? '', outside: of?.outside ?? false }
  const says = () => m.call_centres_renamed({ name: String(form.values.name) })
  const made = useContractForm(addCallCentre, { initial, says, onDone: onClose })
  const changed = useContractForm(renameCallCentre, {
    ...{ initial, says, onDone: onClose },
    with: { params: { id: of?.id ?? 0 } },
  })
  const form = of ? changed : made
  return (
    <Dialog title={of ? m.call_centres_change_title({ name: of.name }) : m.call_centres_add()} onClose={onClose}>
      <ContractForm of={form}>
        <TextInput
          label={m.call_centres_name()}
          placeholder={m.call_centres_name_example()}
          maxLength={80}
          data-autofocus
          {...form.field('name')}
        />
        <Checkbox label={m.call_centres_outside()} {...form.field('outside', 'checkbox')} />
        <div className="tov-dialog-foot">
          {of && <Button onClick={onAsk}>{m.call_centres_close()}</Button>}
          <SendButton of={form}>{m.call_centres_save()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

const saysCounts = ({ callers, lists, later }: CallCentre) =>
  [m.call_centres_counts({ callers, lists }), ...(later > 0 ? [m.call_centres_counts_later({ later })] : [])].join('. ')

const CloseDialog = ({
  of,
  others,
  onClose,
}: {
  of: CallCentre
  others: readonly CallCentre[]
  onClose: () => void
}) => {
  const [to, setTo] = useState('')
  const count = of.lists + of.later
  const nameOf = (id: number | null) => others.find((one) => one.id === id)?.name ?? m.call_centres_everyone()
  const close = useAct(closeCallCentre, {
    says: ({ lists }, { body }) =>
      [
        m.call_centres_closed_done({ name: of.name }),
        ...(lists > 0 ? [m.call_centres_closed_lists({ count: lists, who: nameOf(body.listsTo) })] : []),
      ].join(' '),
    onDone: onClose,
  })
  return (
    <Dialog title={m.call_centres_close_title({ name: of.name })} onClose={onClose}>
      <p>
        {m.call_centres_close_text({ count: of.callers })} {count > 0 && m.call_centres_close_lists({ count })}
      </p>
      {count > 0 && others.length > 0 && (
        <Dropdown
          label={m.call_centres_lists_to()}
          value={to}
          data={[
            { value: '', label: m.call_centres_everyone() },
            ...others.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={setTo}
        />
      )}
      <div className="tov-dialog-foot">
        <Button
          variant="filled"
          loading={close.running}
          onClick={() => void close.run({ params: { id: of.id }, body: { listsTo: to === '' ? null : Number(to) } })}
        >
          {m.call_centres_close()}
        </Button>
      </div>
    </Dialog>
  )
}

/** The call centres; a centre with one team of callers reads one sentence. */
export const CallCentreCards = ({ rows }: { rows: readonly CallCentre[] }) => {
  const [asks, setAsks] = useState<{ of: CallCentre | null; closing: boolean } | null>(null)
  const open = rows.filter(({ closedAt }) => closedAt === null)
  const former = rows.filter(({ closedAt }) => closedAt !== null)
  const stop = () => setAsks(null)
  const add = (
    <Button style={{ justifySelf: 'start' }} onClick={() => setAsks({ of: null, closing: false })}>
      {m.call_centres_add()}
    </Button>
  )
  return (
    <>
      {open.length === 0 ? (
        <EmptyState title={m.call_centres_none()} action={add}>
          {m.call_centres_none_text()}
        </EmptyState>
      ) : (
        <>
          <Rows title={m.call_centres_list()}>
            {open.map((one) => (
              <Row
                key={one.id}
                icon={IconHeadset}
                title={one.name}
                text={saysCounts(one)}
                state={one.outside ? m.call_centres_is_outside() : m.call_centres_is_own()}
                action={
                  <RowButton onClick={() => setAsks({ of: one, closing: false })}>{m.call_centres_change()}</RowButton>
                }
              />
            ))}
          </Rows>
          {add}
        </>
      )}
      {former.length > 0 && (
        <details>
          <summary>{m.call_centres_former({ count: former.length })}</summary>
          <ul className="call-centres-former">
            {former.map(({ id, name, addedAt, closedAt }) => (
              <li key={id}>
                {m.call_centres_former_one({ name, from: saysDate(addedAt), to: saysDate(closedAt ?? addedAt) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asks?.closing && asks.of && (
        <CloseDialog of={asks.of} others={open.filter(({ id }) => id !== asks.of?.id)} onClose={stop} />
      )}
      {asks && !asks.closing && (
        <FormDialog of={asks.of} onClose={stop} onAsk={() => setAsks({ ...asks, closing: true })} />
      )}
    </>
  )
}
