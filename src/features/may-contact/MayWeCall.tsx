import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { liftQuiet, listQuiet, setQuiet, undoLift } from './quiet.schema.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { recordBasis } from '../companies/one-company.schema.ts'
import { basisWord, type Card } from '../companies/CompanyWords.tsx'

type Quiet = RowOf<typeof listQuiet>
type Block = Card['blocks'][number]

const titleOf = (block: Block) => {
  if (block.untilOn && block.reason !== 'has-meeting')
    return m.may_contact_call_not_before({ date: saysDate(block.untilOn) })
  if (block.reason === 'has-meeting') return m.may_contact_call_meeting()
  if (block.reason === 'closed') return m.may_contact_call_closed()
  return block.reason === 'protected' ? m.may_contact_call_protected() : m.may_contact_call_never()
}

/** Every answer begins with the question; the second one does not repeat it. */
const afterQuestion = (title: string) => title.slice(title.indexOf('?') + 1).trim()
/** Some write the quotes themselves. */
const unquoted = (words: string) => words.trim().replace(/^["“”»]+|["“”«]+$/g, '')

/** Who said what, and when: the source of the answer, in a sentence. */
const quietText = (quiet: Quiet | undefined) => {
  if (!quiet) return m.may_contact_quiet_unknown()
  const date = saysDate(quiet.setAt)
  const who = quiet.setBy ?? m.may_contact_they_themselves()
  const words = quiet.words && `“${unquoted(quiet.words)}”`
  if (quiet.source === 'link') return m.may_contact_quiet_by_link({ date, words })
  return quiet.words ? m.may_contact_quiet_words({ who, date, words }) : m.may_contact_quiet({ who, date })
}

const Why = ({ block, quiet, company }: { block: Block; quiet: Quiet | undefined; company: Card }) => {
  if (block.reason === 'protected') return <p>{m.may_contact_why_protected()}</p>
  if (block.reason === 'closed' && company.closedOn)
    return <p>{m.may_contact_why_closed({ date: saysDate(company.closedOn) })}</p>
  if (block.reason === 'struck') return <p>{m.may_contact_why_struck()}</p>
  if (block.reason === 'has-meeting') return <p>{m.may_contact_why_meeting()}</p>
  return (
    <p>
      {quietText(quiet)} {m.may_contact_still_allowed()}
    </p>
  )
}

const LiftForm = ({ quiet, onDone }: { quiet: Quiet; onDone: () => void }) => {
  const form = useContractForm(liftQuiet, {
    initial: { why: '' },
    with: { params: { id: quiet.id } },
    says: () => m.may_contact_lifted(),
    undo: () => () => call(undoLift, { params: { id: quiet.id } }),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Textarea label={m.may_contact_lift_why()} autosize minRows={2} data-autofocus {...form.field('why')} />
      <SendButton of={form} variant="default">
        {m.may_contact_lift()}
      </SendButton>
    </ContractForm>
  )
}

const BasisForm = ({ id, onDone }: { id: number; onDone: () => void }) => {
  const form = useContractForm(recordBasis, {
    initial: { basis: 'consent', note: '' },
    with: { params: { id } },
    says: () => m.may_contact_basis_recorded(),
    onDone,
  })
  const options = (['consent', 'own-enquiry', 'legal-task'] as const).map((value) => ({
    value,
    label: basisWord(value),
  }))
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_basis()} data={options} {...form.field('basis')} />
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

const QuietForm = ({ id, onDone }: { id: number; onDone: () => void }) => {
  const form = useContractForm(setQuiet, {
    initial: { reason: 'later', words: '' },
    with: { params: { companyId: id } },
    says: () => m.may_contact_left_in_peace(),
    onDone,
  })
  const options = [
    { value: 'later', label: m.may_contact_quiet_later() },
    { value: 'not-interested', label: m.may_contact_quiet_not_interested() },
    { value: 'do-not-contact', label: m.may_contact_quiet_never() },
  ]
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_quiet_what()} data={options} {...form.field('reason')} />
      <Textarea label={m.may_contact_quiet_their_words()} autosize minRows={2} {...form.field('words')} />
      <SendButton of={form} variant="default">
        {m.may_contact_quiet_set()}
      </SendButton>
    </ContractForm>
  )
}

type Does = 'lift' | 'basis' | 'quiet'
const verbs: Record<Does, () => string> = {
  lift: m.may_contact_disagree,
  basis: m.may_contact_basis_record,
  quiet: m.may_contact_quiet_set,
}

/** What can be done about the answer: lift the quiet, record a basis, or leave them in peace. */
const Doing = ({ company, quiet, block }: { company: Card; quiet: Quiet | undefined; block: Block | undefined }) => {
  const [open, setOpen] = useState(false)
  const what: Does | undefined =
    block?.reason === 'protected' && company.can.recordBasis
      ? 'basis'
      : quiet?.can.lift && block
        ? 'lift'
        : !block && company.can.recordBasis
          ? 'quiet'
          : undefined
  if (!what) return quiet && block ? <p>{m.may_contact_disagree_ask()}</p> : null
  const close = () => setOpen(false)
  return (
    <>
      <div className="companies-call-acts">
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {verbs[what]()}
        </Button>
      </div>
      {open && what === 'lift' && quiet && <LiftForm quiet={quiet} onDone={close} />}
      {open && what === 'basis' && <BasisForm id={company.id} onDone={close} />}
      {open && what === 'quiet' && <QuietForm id={company.id} onDone={close} />}
    </>
  )
}

/** "Må vi ringe?": the answer, where it comes from, until when, what is still allowed, and a way to disagree. */
export const MayWeCall = ({ company }: { company: Card }) => {
  const { data } = useAnswer(listQuiet, { params: { companyId: company.id } })
  const block = company.blocks[0]
  const quiet = data?.rows.find((row) => row.liftedAt === null && (row.until === null || row.until === block?.untilOn))
  const tone = !block ? 'fri' : block.untilOn ? 'venter' : block.reason === 'do-not-contact' ? 'galt' : 'sten'
  const Icon = block ? IconPhoneOff : IconPhone
  return (
    <section className="tov-card companies-call" data-tone={tone} aria-labelledby="companies-call">
      <span className="companies-call-icon">
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div>
        <h2 id="companies-call">{block ? titleOf(block) : m.may_contact_call_yes()}</h2>
        {block ? <Why block={block} quiet={quiet} company={company} /> : <p>{m.may_contact_why_yes()}</p>}
        {company.blocks.slice(1).map((other) => (
          <p key={other.reason + (other.untilOn ?? '')}>
            {m.may_contact_also({ reason: afterQuestion(titleOf(other)) })}
          </p>
        ))}
        <Doing company={company} quiet={quiet} block={block} />
      </div>
    </section>
  )
}
