import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { listMembers } from '../members/members.schema.ts'
import { partnerKindCodes, partnerKinds } from './partner-kinds.table.ts'
import * as contract from './partners.schema.ts'
import './partners.css'

type Whole = AnswerOf<typeof contract.showPartner>
const none = { value: '', label: '' }

/** All of it in a line, where a colleague has saved another meanwhile. */
const saysAll = (people: readonly { personId: number; name: string }[]) => (of: Record<string, unknown>) =>
  [
    of['name'],
    ...partnerKindCodes.filter((code) => code === of['kind']).map((code) => partnerKinds[code]()),
    ...['place', 'contactName', 'contactPhone', 'contactEmail'].map((field) => of[field]),
    people.find(({ personId }) => personId === of['heldById'])?.name,
  ]
    .filter(Boolean)
    .join(', ')

const Fields = ({ partner, onDone }: { partner: Whole | null; onDone: () => void }) => {
  const me = useMe()
  const { data } = useAnswer(listMembers, { query: {} })
  const people = (data?.rows ?? []).filter(({ leftAt }) => leftAt === null)
  const initial = partner
    ? { ...partner, heldById: partner.heldBy?.id ?? null }
    : {
        ...{ name: '', kind: 'union' as const, place: '', contactName: '', contactPhone: '', contactEmail: '' },
        heldById: me.person.id,
      }
  const { name, kind: firstKind, place, contactName, contactPhone, contactEmail, heldById } = initial
  const values = { name, kind: firstKind, place, contactName, contactPhone, contactEmail, heldById }
  const added = useContractForm(contract.addPartner, {
    initial: values,
    says: (made) => m.partners_said_added({ name: made.name }),
    onDone,
  })
  const changed = useContractForm(contract.changePartner, {
    initial: values,
    with: { params: { id: partner?.id ?? 0 } },
    ...(partner && { over: { seen: values, says: saysAll(people) } }),
    says: (made) => m.partners_said_changed({ name: made.name }),
    onDone,
  })
  const form = partner ? changed : added
  return (
    <ContractForm of={form}>
      <TextInput
        label={m.partners_field_name()}
        placeholder={m.partners_field_name_example()}
        maxLength={120}
        data-autofocus
        {...form.field('name')}
      />
      <Dropdown
        label={m.partners_col_kind()}
        data={partnerKindCodes.map((value) => ({ value, label: partnerKinds[value]() }))}
        {...form.field('kind')}
        value={partnerKindCodes.find((kind) => kind === form.values.kind) ?? 'union'}
        onChange={(value) => form.set('kind', value)}
      />
      <TextInput label={m.partners_col_place()} maxLength={80} {...form.field('place')} />
      <TextInput label={m.partners_col_contact()} maxLength={120} {...form.field('contactName')} />
      <TextInput label={m.partners_col_phone()} maxLength={40} {...form.field('contactPhone')} />
      <TextInput label={m.partners_col_email()} maxLength={300} {...form.field('contactEmail')} />
      <Dropdown
        label={m.partners_col_held_by()}
        data={[none, ...people.map(({ personId, name: label }) => ({ value: String(personId), label }))]}
        {...form.field('heldById')}
        value={String(form.values.heldById ?? '')}
        onChange={(value) => form.set('heldById', value === '' ? null : Number(value))}
      />
      <div className="tov-dialog-foot">
        <SendButton of={form}>{m.partners_save()}</SendButton>
      </div>
    </ContractForm>
  )
}

const People = ({ partner }: { partner: Whole }) => {
  const [chosen, setChosen] = useState('')
  const place = useAct(contract.addPartnerPerson, {
    says: (_, { body }) =>
      m.partners_said_placed({ name: partner.unsaid.find(({ id }) => id === body.personId)?.name ?? '' }),
    onDone: () => setChosen(''),
  })
  const params = { id: partner.id }
  return (
    <section aria-label={m.partners_people()}>
      <h3>{m.partners_people()}</h3>
      {partner.people.length === 0 && <p className="tov-dim">{m.partners_people_none()}</p>}
      {partner.people.map(({ id, name }) => (
        <p key={id}>{name}</p>
      ))}
      {partner.can.change && partner.unsaid.length > 0 && (
        <div className="partners-line">
          <Dropdown
            label={m.partners_place_who()}
            data={[none, ...partner.unsaid.map(({ id, name }) => ({ value: String(id), label: name }))]}
            value={chosen}
            onChange={setChosen}
          />
          <Button
            disabled={chosen === ''}
            onClick={() => void place.run({ params, body: { personId: Number(chosen) } })}
          >
            {m.partners_place_person()}
          </Button>
        </div>
      )}
    </section>
  )
}

const Links = ({ partner }: { partner: Whole }) => {
  const [made, setMade] = useState<{ url: string; name: string }>()
  const params = { id: partner.id }
  const form = useContractForm(contract.makePartnerLink, {
    initial: { name: '' },
    with: { params },
    again: true,
    onDone: ({ url }, { body }) => setMade({ url, name: body.name }),
  })
  const end = useAct(contract.endPartnerLink, { says: () => m.partners_link_ended() })
  return (
    <section aria-label={m.partners_links()}>
      <h3>{m.partners_links()}</h3>
      <p className="tov-dim">{m.partners_links_text()}</p>
      {partner.links.map(({ id, name, lastOpenedAt }) => (
        <div key={id} className="partners-line">
          <span>
            <b>{name}</b>{' '}
            <span className="tov-dim">
              {lastOpenedAt ? m.partners_link_opened({ when: saysDate(lastOpenedAt) }) : m.partners_link_unopened()}
            </span>
          </span>
          <Button size="xs" onClick={() => void end.run({ params: { ...params, linkId: id } })}>
            {m.partners_link_end()}
          </Button>
        </div>
      ))}
      {made && (
        <ShownOnce
          title={m.partners_link_shown({ name: made.name })}
          secret={made.url}
          copy={m.partners_link_copy()}
          copied={m.partners_link_copied()}
        />
      )}
      <ContractForm of={form} label={m.partners_link_make()}>
        <div className="partners-line">
          <TextInput label={m.partners_link_name()} maxLength={120} {...form.field('name')} />
          <SendButton of={form} variant="default">
            {m.partners_link_make()}
          </SendButton>
        </div>
      </ContractForm>
    </section>
  )
}

const End = ({ partner, onDone }: { partner: Whole; onDone: () => void }) => {
  const [asking, setAsking] = useState(false)
  const end = useAct(contract.endPartner, { says: () => m.partners_said_ended(), onDone })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.partners_end()}</Button>
      <Ask
        open={asking}
        title={m.partners_end_title({ name: partner.name })}
        yes={m.partners_end()}
        onClose={() => setAsking(false)}
        onYes={() => void end.run({ params: { id: partner.id } })}
      >
        {m.partners_end_text()}
      </Ask>
    </>
  )
}

const Looked = ({ partner }: { partner: Whole }) => (
  <>
    <p>
      {[partnerKinds[partner.kind](), partner.place].filter(Boolean).join(', ')}.{' '}
      {partner.heldBy ? m.partners_held_by({ who: partner.heldBy.name }) : m.partners_nobody()}
    </p>
    <p>{[partner.contactName, partner.contactPhone, partner.contactEmail].filter(Boolean).join(', ')}</p>
  </>
)

/** One partner, or a new one: who it is, who comes from it, its links. */
export const PartnerDialog = ({ id, onClose }: { id: number | 'new'; onClose: () => void }) => {
  const isNew = id === 'new'
  const { data } = useAnswer(contract.showPartner, { params: { id: isNew ? 0 : id } }, { when: !isNew })
  if (isNew)
    return (
      <Dialog title={m.partners_new()} onClose={onClose}>
        <Fields partner={null} onDone={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={data?.name ?? m.partners_title()} onClose={onClose}>
      {!data && <GreyRows count={3} />}
      {data && (
        <div className="partners-whole">
          {data.can.change ? <Fields key={data.id} partner={data} onDone={onClose} /> : <Looked partner={data} />}
          <People partner={data} />
          {data.can.change && <Links partner={data} />}
          {data.can.change && <End partner={data} onDone={onClose} />}
        </div>
      )}
    </Dialog>
  )
}
