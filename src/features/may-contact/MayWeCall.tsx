import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { basisKinds, recordBasis } from './basis.schema.ts'
import type { z } from '#platform/endpoint'
import { type CallReasonWord, channels, type Judgement } from './hindrance.schema.ts'
import { hindranceOf } from './hindrances.table.ts'
import { LiftForm, type Wait, WaitForm } from './WaitForms.tsx'
import { listWaits } from './waits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import './may-contact.css'

const words: Record<(typeof basisKinds)[number], () => string> = {
  'own-enquiry': m.may_contact_basis_is_own_enquiry,
  consent: m.may_contact_basis_is_consent,
  'legal-task': m.may_contact_basis_is_legal_task,
}
export const basisWord = (basis: (typeof basisKinds)[number]) => words[basis]()

const channelWords: Record<(typeof channels)[number], () => string> = {
  phone: m.may_contact_by_phone,
  visit: m.may_contact_by_visit,
  mail: m.may_contact_by_mail,
}
export const channelWord = (channel: (typeof channels)[number]) => channelWords[channel]()

type Props = { id: number; isWorkplace: boolean; onDone: () => void }
/** Who said it, how and when; for one way of contact, and for the whole company unless it is said of this workplace alone. */
export const BasisForm = ({ id, isWorkplace, onDone }: Props) => {
  const form = useContractForm(recordBasis, {
    initial: { basis: 'consent', note: '', channel: 'phone', here: false, givenOn: today() },
    with: { params: { id } },
    says: () => m.may_contact_basis_recorded(),
    onDone,
  })
  const options = basisKinds.map((value) => ({ value, label: basisWord(value) }))
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_basis()} data={options} {...form.field('basis')} />
      <NativeSelect
        label={m.may_contact_basis_channel()}
        data={channels.map((value) => ({ value, label: channelWord(value) }))}
        {...form.field('channel')}
      />
      {isWorkplace && <Checkbox label={m.may_contact_basis_here()} {...form.field('here', 'checkbox')} />}
      <DateField label={m.may_contact_basis_given()} {...form.field('givenOn')} />
      <Textarea
        label={m.may_contact_basis_note()}
        description={m.may_contact_basis_note_hint()}
        autosize
        minRows={2}
        {...form.field('note')}
      />
      <SendButton of={form} variant="default">
        {m.may_contact_basis_record()}
      </SendButton>
    </ContractForm>
  )
}

type Block = { reason: CallReasonWord; untilOn: string | null }
/** What a card has of a company: whoever shows one hands it in. */
type Asked = {
  id: number
  name: string
  kind: 'company' | 'workplace'
  closedOn: string | null
  blocks: readonly Block[]
  judgement: z.infer<typeof Judgement>
  sharedLeadership: boolean
  can: { recordBasis: boolean }
}

const titleOf = (block: Block) => {
  if (block.reason === 'in-hearing') return m.may_contact_call_in_hearing()
  if (block.reason === 'running') return m.may_contact_call_running()
  if (block.untilOn && block.reason !== 'has-meeting')
    return m.may_contact_call_not_before({ date: saysDate(block.untilOn) })
  if (block.reason === 'has-meeting') return m.may_contact_call_meeting()
  if (block.reason === 'closed') return m.may_contact_call_closed()
  if (block.reason === 'bankrupt') return m.may_contact_call_bankrupt()
  if (block.reason === 'being-dissolved') return m.may_contact_call_being_dissolved()
  return block.reason === 'protected' ? m.may_contact_call_protected() : m.may_contact_call_never()
}

/** Every answer begins with the question; the second one does not repeat it. */
const afterQuestion = (title: string) => title.slice(title.indexOf('?') + 1).trim()
/** Some write the quotes themselves. */
const unquoted = (words: string) => words.trim().replace(/^["“”»]+|["“”«]+$/g, '')

/** Who said what, and when: the source of the answer, in a sentence. */
const waitText = (wait: Wait | undefined) => {
  if (!wait) return m.may_contact_wait_unknown()
  const date = saysDate(wait.setAt)
  const who = wait.setBy ?? m.may_contact_they_themselves()
  const words = wait.words && `“${unquoted(wait.words)}”`
  if (wait.source === 'link') return m.may_contact_wait_by_link({ date, words })
  return wait.words ? m.may_contact_wait_words({ who, date, words }) : m.may_contact_wait({ who, date })
}

/** Reasons that a wait gave: who said it, and when, says more than the reason's own sentence. */
const ofWaits: readonly CallReasonWord[] = ['wait', 'do-not-contact', 'closed']
const Why = ({ block, wait, company }: { block: Block; wait: Wait | undefined; company: Asked }) => {
  if (block.reason === 'protected') return <p>{m.may_contact_why_protected()}</p>
  if (block.reason === 'closed' && company.closedOn)
    return <p>{m.may_contact_why_closed({ date: saysDate(company.closedOn) })}</p>
  if (block.reason === 'in-hearing') return <p>{m.may_contact_why_in_hearing()}</p>
  if (block.reason === 'running') return <p>{company.judgement.because?.sentence ?? m.may_contact_why_running()}</p>
  if (block.reason === 'struck') return <p>{m.may_contact_why_struck()}</p>
  if (block.reason === 'has-meeting') return <p>{m.may_contact_why_meeting()}</p>
  if (!ofWaits.includes(block.reason)) return <p>{hindranceOf(block.reason).why()}</p>
  return (
    <p>
      {waitText(wait)} {m.may_contact_still_allowed()}
    </p>
  )
}

type Does = 'lift' | 'basis' | 'wait'
const verbs: Record<Does, () => string> = {
  lift: m.may_contact_disagree,
  basis: m.may_contact_basis_record,
  wait: m.may_contact_wait_set,
}

const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div {...useOpened(onStop)}>{children}</div>
)

/** What can be done about the answer: lift the wait, record a basis, or leave them alone. */
const Doing = ({ company, wait, block }: { company: Asked; wait: Wait | undefined; block: Block | undefined }) => {
  const [open, setOpen] = useState(false)
  const what: Does | undefined =
    block?.reason === 'protected' && company.can.recordBasis
      ? 'basis'
      : wait?.can.lift && block
        ? 'lift'
        : !block && company.can.recordBasis
          ? 'wait'
          : undefined
  if (!what) return wait && block ? <p>{m.may_contact_disagree_ask()}</p> : null
  const close = () => setOpen(false)
  return (
    <>
      <div className="may-contact-acts">
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {verbs[what]()}
        </Button>
      </div>
      {open && (
        <Opened onStop={close}>
          {what === 'lift' && wait && <LiftForm wait={wait} onDone={close} />}
          {what === 'basis' && <BasisForm id={company.id} isWorkplace={company.kind === 'workplace'} onDone={close} />}
          {what === 'wait' && <WaitForm id={company.id} apart={company.sharedLeadership} onDone={close} />}
        </Opened>
      )}
    </>
  )
}

/** One press to whoever has them in hand: a mail with its subject written, or the phone. */
const AskWho = ({ company }: { company: Asked }) => {
  const ask = company.judgement.because?.ask
  const href =
    ask && `mailto:${ask.email}?subject=${encodeURIComponent(m.may_contact_ask_subject({ company: company.name }))}`
  useKeys(
    href ? [{ key: 'a', says: m.may_contact_ask({ who: ask.name }), run: () => window.location.assign(href) }] : [],
  )
  if (!ask) return null
  return (
    <div className="may-contact-acts">
      <Button component="a" variant="filled" href={href ?? ''}>
        {m.may_contact_ask({ who: firstName(ask.name) })} <KeyCap>a</KeyCap>
      </Button>
      {ask.phone && (
        <Button component="a" href={`tel:${ask.phone}`} leftSection={<IconPhone size={18} stroke={1.7} aria-hidden />}>
          {inPairs(ask.phone)}
        </Button>
      )}
    </div>
  )
}

const firstName = (name: string) => name.split(' ')[0] ?? name
/** What weighs heaviest is told first when a colleague has them in hand, else what holds longest; who has it is not stopped by it. */
const shownBlocks = ({ blocks, judgement }: Asked) => {
  const others = blocks.filter(({ reason }) => reason !== 'running')
  if (judgement.inHand) return others
  const running = blocks.filter(({ reason }) => reason === 'running')
  return judgement.because?.word === 'running' ? [...running.slice(0, 1), ...others] : blocks
}
const headline = ({ judgement }: Asked, block: Block | undefined) => {
  if (!block) return judgement.inHand ? m.may_contact_yours() : m.may_contact_call_yes()
  const ask = judgement.because?.ask
  return block.reason === 'running' && ask ? m.may_contact_not_without({ who: firstName(ask.name) }) : titleOf(block)
}

/** "Må vi ringe?": the answer, where it comes from, until when, what is still allowed, and a way to disagree. */
export const MayWeCall = ({ company }: { company: Asked }) => {
  const { data } = useAnswer(listWaits, { params: { companyId: company.id } })
  const blocks = shownBlocks(company)
  const [block] = blocks
  const { judgement } = company
  const wait = data?.rows.find((row) => row.liftedAt === null && (row.until === null || row.until === block?.untilOn))
  const tone = !block
    ? 'fri'
    : block.untilOn || block.reason === 'running'
      ? 'venter'
      : block.reason === 'do-not-contact'
        ? 'galt'
        : 'sten'
  const Icon = block ? IconPhoneOff : IconPhone
  return (
    <section className="tov-card may-contact" data-tone={tone} aria-labelledby="may-contact">
      <span className="may-contact-icon">
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div>
        <h2 id="may-contact">{headline(company, block)}</h2>
        {block ? (
          <Why block={block} wait={wait} company={company} />
        ) : (
          <p>{judgement.inHand ? m.may_contact_yours_text() : m.may_contact_why_yes()}</p>
        )}
        {judgement.sameNumber && <p>{m.may_contact_same_number({ date: saysDate(judgement.sameNumber.on) })}</p>}
        {blocks.slice(1).map((other) => (
          <p key={other.reason + (other.untilOn ?? '')}>
            {m.may_contact_also({ reason: afterQuestion(titleOf(other)) })}
          </p>
        ))}
        <AskWho company={company} />
        <Doing company={company} wait={wait} block={block} />
      </div>
    </section>
  )
}
