import { Button } from '@mantine/core'
import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { BasisForm } from './BasisForm.tsx'
import type { CallReasonWord } from './hindrance.schema.ts'
import { hindranceOf } from './hindrances.table.ts'
import { LiftForm, type Wait, WaitForm } from './WaitForms.tsx'
import { listWaits } from './waits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { useOpened } from '#web/parts/opened.ts'
import './may-contact.css'

type Block = { reason: CallReasonWord; untilOn: string | null }
/** What a card has of a company: whoever shows one hands it in. */
type Asked = { id: number; closedOn: string | null; blocks: readonly Block[]; can: { recordBasis: boolean } }

const titleOf = (block: Block) => {
  if (block.reason === 'in-hearing') return m.may_contact_call_in_hearing()
  if (block.reason === 'running') return m.may_contact_call_running()
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
  if (block.reason === 'running') return <p>{m.may_contact_why_running()}</p>
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
          {what === 'basis' && <BasisForm id={company.id} onDone={close} />}
          {what === 'wait' && <WaitForm id={company.id} onDone={close} />}
        </Opened>
      )}
    </>
  )
}

/** "Må vi ringe?": the answer, where it comes from, until when, what is still allowed, and a way to disagree. */
export const MayWeCall = ({ company }: { company: Asked }) => {
  const { data } = useAnswer(listWaits, { params: { companyId: company.id } })
  const block = company.blocks[0]
  const wait = data?.rows.find((row) => row.liftedAt === null && (row.until === null || row.until === block?.untilOn))
  const tone = !block ? 'fri' : block.untilOn ? 'venter' : block.reason === 'do-not-contact' ? 'galt' : 'sten'
  const Icon = block ? IconPhoneOff : IconPhone
  return (
    <section className="tov-card may-contact" data-tone={tone} aria-labelledby="may-contact">
      <span className="may-contact-icon">
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div>
        <h2 id="may-contact">{block ? titleOf(block) : m.may_contact_call_yes()}</h2>
        {block ? <Why block={block} wait={wait} company={company} /> : <p>{m.may_contact_why_yes()}</p>}
        {company.blocks.slice(1).map((other) => (
          <p key={other.reason + (other.untilOn ?? '')}>
            {m.may_contact_also({ reason: afterQuestion(titleOf(other)) })}
          </p>
        ))}
        <Doing company={company} wait={wait} block={block} />
      </div>
    </section>
  )
}
