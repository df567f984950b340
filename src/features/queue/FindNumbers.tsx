import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { type RowOf, touch, useAnswer } from '#web/data/answers.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import { sourceOptions } from '../phone-numbers/number-words.table.ts'
import { correctNumber, findNumber, listNumberless } from './held.schema.ts'

type Numberless = RowOf<typeof listNumberless>

const FindForm = ({ companyId, onDone }: { companyId: number; onDone: () => void }) => {
  const form = useContractForm(findNumber, {
    initial: { phone: '', source: 'directory' },
    with: { params: { companyId } },
    says: () => m.queue_number_found(),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <TextInput type="tel" label={m.phone_numbers_phone()} {...form.field('phone')} />
      <NativeSelect label={m.phone_numbers_source()} data={sourceOptions()} {...form.field('source')} />
      <SendButton of={form} variant="default">
        {m.phone_numbers_save()}
      </SendButton>
    </ContractForm>
  )
}

const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div className="queue-number-form" {...useOpened(onStop)}>
    {children}
  </div>
)

const One = ({ row, open, onOpen }: { row: Numberless; open: boolean; onOpen: (open: boolean) => void }) => (
  <li>
    <div className="queue-numberless-one">
      <span>
        <b>{row.name}</b>
        <br />
        <span className="tov-dim tov-small">
          {[row.street, row.town, row.industry].filter(Boolean).join(' · ') || m.queue_address_unknown()}
        </span>
      </span>
      <Button
        size="compact-sm"
        aria-expanded={open}
        aria-label={`${m.phone_numbers_find()}: ${row.name}`}
        onClick={() => onOpen(!open)}
      >
        {m.phone_numbers_find()}
      </Button>
    </div>
    {open && (
      <Opened onStop={() => onOpen(false)}>
        <FindForm companyId={row.companyId} onDone={() => onOpen(false)} />
      </Opened>
    )}
  </li>
)

/** Those of a list that could be called if anybody knew their number: whoever finds one puts the company into the queue. */
export const FindNumbers = ({ listId, count }: { listId: number; count: number }) => {
  const [shown, setShown] = useState(false)
  const [open, setOpen] = useState<number>()
  const { data } = useAnswer(listNumberless, { query: { listId } }, { when: shown })
  if (count === 0) return null
  return (
    <section className="tov-card calls-card queue-numberless" aria-label={m.queue_numberless_title({ count })}>
      <h2>{m.queue_numberless_title({ count })}</h2>
      <p className="tov-dim">{m.queue_numberless_text()}</p>
      <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? m.queue_numberless_hide() : m.queue_numberless_see()}
      </Button>
      {shown && data && (
        <ul>
          {data.rows.map((row) => (
            <One
              key={row.companyId}
              row={row}
              open={open === row.companyId}
              onOpen={(now) => setOpen(now ? row.companyId : undefined)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const CorrectForm = ({ companyId, onDone }: { companyId: number; onDone: () => void }) => {
  const form = useContractForm(correctNumber, {
    initial: { companyId, phone: '', source: 'said' },
    says: ({ phone, held }) =>
      held && phone ? m.queue_number_moved({ number: inPairs(phone) }) : m.queue_number_let_go(),
    onDone: () => {
      void touch('/api/calls')
      onDone()
    },
  })
  return (
    <ContractForm of={form}>
      <TextInput type="tel" label={m.phone_numbers_phone()} {...form.field('phone')} />
      <NativeSelect label={m.phone_numbers_source()} data={sourceOptions()} {...form.field('source')} />
      <SendButton of={form} variant="default">
        {m.phone_numbers_save()}
      </SendButton>
    </ContractForm>
  )
}

/** Beside the number that is being called: the right one, when this is wrong. */
export const WrongNumber = ({ companyId }: { companyId: number }) => {
  const [open, setOpen] = useState(false)
  return (
    <div className="queue-wrong">
      <button type="button" className="tov-text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {m.queue_wrong_number()}
      </button>
      {open && (
        <Opened onStop={() => setOpen(false)}>
          <CorrectForm companyId={companyId} onDone={() => setOpen(false)} />
        </Opened>
      )}
    </div>
  )
}
