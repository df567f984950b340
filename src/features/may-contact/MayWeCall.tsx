import { Button } from '@mantine/core'
import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { z } from '#platform/endpoint'
import type { CallReasonWord, Judgement } from './hindrance.schema.ts'
import { hindranceOf } from './hindrances.table.ts'
import { BasisForm, LiftForm, type Wait, WaitForm } from './WaitForms.tsx'
import { listWaits } from './waits.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { saysDate } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { useOpened } from '#web/parts/opened.ts'
import './may-contact.css'

type Block = { reason: CallReasonWord; untilOn: string | null }
/** What a card has of a company: whoever shows one hands it in. */
type Asked = {
  id: number
  name: string
  kind: 'company' | 'workplace'
  closedOn: string | null
  phone: string | null
  blocks: readonly Block[]
  judgement: z.infer<typeof Judgement>
  sharedLeadership: boolean
  can: { recordBasis: boolean }
}

const titleOf = (block: Block) => {
  if (block.reason === 'in-hearing')
    return block.untilOn
      ? m.may_contact_call_in_hearing_until({ date: saysDate(block.untilOn) })
      : m.may_contact_call_in_hearing()
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

/** No wait that ends: the number leads elsewhere, and another one opens the door again. */
const isWrongNumber = ({ judgement }: Asked, block: Block | undefined) =>
  block?.reason === 'wait' && judgement.because?.kind === 'wrong-number'

/** Who said what, and when: the source of the answer, in a sentence. */
const waitText = (wait: Wait | undefined, quiet: boolean) => {
  if (!wait) return quiet ? m.may_contact_wait_unknown() : ''
  const date = saysDate(wait.setAt)
  const who = wait.setBy ?? m.may_contact_they_themselves()
  const words = wait.words && `“${unquoted(wait.words)}”`
  if (!quiet) return wait.words ? m.may_contact_said_words({ who, date, words }) : m.may_contact_said({ who, date })
  if (wait.source === 'link') return m.may_contact_wait_by_link({ date, words })
  return wait.words ? m.may_contact_wait_words({ who, date, words }) : m.may_contact_wait({ who, date })
}

/** Reasons that a wait gave: who said it, and when, says more than the reason's own sentence. */
const ofWaits: readonly CallReasonWord[] = ['wait', 'do-not-contact', 'closed']
/** The title has said it already. */
const goingUnder: Partial<Record<CallReasonWord, () => string>> = {
  bankrupt: m.may_contact_why_bankrupt,
  'being-dissolved': m.may_contact_why_being_dissolved,
}
const Why = ({ block, wait, company }: { block: Block; wait: Wait | undefined; company: Asked }) => {
  if (block.reason === 'protected') return <p>{m.may_contact_why_protected()}</p>
  if (block.reason === 'closed' && company.closedOn)
    return <p>{m.may_contact_why_closed({ date: saysDate(company.closedOn) })}</p>
  if (block.reason === 'in-hearing') return <p>{m.may_contact_why_in_hearing()}</p>
  const { because } = company.judgement
  if (block.reason === 'running') return <p>{because?.sentence ?? m.may_contact_why_running()}</p>
  if (block.reason === 'struck') return <p>{m.may_contact_why_struck()}</p>
  if (block.reason === 'has-meeting')
    return (
      <p>
        {because?.kind === 'meeting' && because.ask && because.sentence} {m.may_contact_why_meeting()}
      </p>
    )
  if (!ofWaits.includes(block.reason)) return <p>{goingUnder[block.reason]?.() ?? hindranceOf(block.reason).why()}</p>
  const wrong = isWrongNumber(company, block)
  const quiet = !wrong && block.reason !== 'closed'
  return (
    <p>
      {waitText(wait, quiet)} {block.reason === 'wait' && quiet && m.may_contact_still_allowed()}{' '}
      {wrong && m.may_contact_correct_number()}
    </p>
  )
}

/** Something that can be done about the answer: a button, and the form that it opens. */
export type Act = {
  does: string
  says: string
  /** The one thing to do. */
  filled?: boolean
  key?: string
  form: (close: () => void) => ReactNode
}
const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div {...useOpened(onStop)}>{children}</div>
)

/** What this room itself can do: a basis, an end to the wait, or peace for who may be called. */
const ownActs = (company: Asked, wait: Wait | undefined, block: Block | undefined): Act[] => {
  if (block?.reason === 'protected' && company.can.recordBasis)
    return [
      {
        does: 'basis',
        says: m.may_contact_basis_record(),
        form: (close) => <BasisForm id={company.id} isWorkplace={company.kind === 'workplace'} onDone={close} />,
      },
    ]
  if (wait?.can.lift && block)
    return [{ does: 'lift', says: m.may_contact_disagree(), form: (close) => <LiftForm wait={wait} onDone={close} /> }]
  if (!block && company.can.recordBasis)
    return [
      {
        does: 'wait',
        says: m.may_contact_wait_set(),
        form: (close) => <WaitForm id={company.id} apart={company.sharedLeadership} onDone={close} />,
      },
    ]
  return []
}

/** One form at a time. A key opens its form as its button does. */
const Doing = ({ acts }: { acts: readonly Act[] }) => {
  const [open, setOpen] = useState('')
  const chosen = acts.find(({ does }) => does === open)
  const close = () => setOpen('')
  const buttons = useRef<HTMLDivElement>(null)
  // As if its button were pressed: the focus goes back to it when the form closes.
  const press = (does: string) => {
    buttons.current?.querySelector<HTMLElement>(`[data-does=${does}]`)?.focus()
    setOpen(does)
  }
  useKeys(acts.flatMap(({ key, says, does }) => (key ? [{ key, says, run: () => press(does) }] : [])))
  if (acts.length === 0) return null
  return (
    <>
      <div className="may-contact-acts" ref={buttons}>
        {acts.map(({ does, says, filled, key }) => (
          <Button
            key={does}
            data-does={does}
            variant={filled && open !== does ? 'filled' : 'default'}
            aria-expanded={open === does}
            onClick={() => setOpen(open === does ? '' : does)}
          >
            {says} {key && <KeyCap>{key}</KeyCap>}
          </Button>
        ))}
      </div>
      {chosen && <Opened onStop={close}>{chosen.form(close)}</Opened>}
    </>
  )
}

const firstName = (name: string) => name.split(' ')[0] ?? name
/** What weighs heaviest is told first when a colleague has them in hand, else what holds longest; who has it is not stopped by it. */
const shownBlocks = ({ blocks, judgement }: Asked) => {
  const others = blocks.filter(({ reason }) => reason !== 'running')
  if (judgement.opened) return others.filter(({ reason }) => reason !== 'has-meeting')
  if (judgement.inHand) return others
  const running = blocks.filter(({ reason }) => reason === 'running')
  return judgement.because?.word === 'running' ? [...running.slice(0, 1), ...others] : blocks
}
const isColleagues = ({ reason }: { reason: CallReasonWord }) => reason === 'running' || reason === 'has-meeting'
const headline = (company: Asked, block: Block | undefined) => {
  const { because, inHand } = company.judgement
  if (!block && company.phone === null) return m.may_contact_call_no_phone()
  if (!block) return inHand ? m.may_contact_yours() : m.may_contact_call_yes()
  if (isWrongNumber(company, block)) return m.may_contact_call_wrong_number()
  return isColleagues(block) && because?.ask
    ? m.may_contact_not_without({ who: firstName(because.ask.name) })
    : titleOf(block)
}

/** What else stands against it, each once: with whom it is running, how long they are left in peace. */
const alsoOf = (company: Asked, [first, ...rest]: readonly Block[]) => {
  const { all, because } = company.judgement
  const told = first && isColleagues(first) ? because?.ask?.name : undefined
  const names = [
    ...new Set(all.flatMap(({ word, ask }) => (ask && (word === 'running' || word === 'has-meeting') ? ask.name : []))),
  ].filter((name) => name !== told)
  const named = names.length > 0 || told !== undefined
  const others = rest.filter((block) => !(named && isColleagues(block)))
  return [
    ...(first && names.length > 0
      ? [m.may_contact_also_running({ who: new Intl.ListFormat(getLocale()).format(names) })]
      : []),
    ...new Set(
      others.map((block) =>
        block.reason === 'wait' && block.untilOn
          ? m.may_contact_also_peace({ date: saysDate(block.untilOn) })
          : m.may_contact_also({ reason: afterQuestion(titleOf(block)) }),
      ),
    ),
  ]
}

/** The place on the page where the answer stands: whoever presses what may not be done is led there. */
export const answerId = 'may-we-call'

const why = ({ judgement, phone }: Asked) => {
  if (phone === null) return m.may_contact_find_number()
  if (judgement.inHand) return m.may_contact_yours_text()
  return judgement.opened ? m.may_contact_opened_text() : m.may_contact_why_yes()
}
type Told = {
  company: Asked
  /** What rooms above can do about it, before what this one can: given what stands first against it. */
  acts?: (block: Block | undefined) => readonly Act[]
  /** What was asked and answered about it. */
  children?: ReactNode
}
/** "Må vi ringe?": the answer, where it comes from, until when, what is still allowed, and what can be done about it. */
export const MayWeCall = ({ company, acts, children }: Told) => {
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
  const own = ownActs(company, wait, block)
  const others = (acts?.(block) ?? []).filter(({ does }) => does !== 'doubt' || own.every((one) => one.does !== 'lift'))
  return (
    <section
      className="tov-card may-contact"
      data-tone={tone}
      id={answerId}
      tabIndex={-1}
      aria-labelledby="may-contact"
      aria-describedby="may-contact-why"
    >
      <span className="may-contact-icon">
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div>
        <h2 id="may-contact">{headline(company, block)}</h2>
        <div id="may-contact-why">
          {block ? <Why block={block} wait={wait} company={company} /> : <p>{why(company)}</p>}
          {judgement.sameNumber && <p>{m.may_contact_same_number({ date: saysDate(judgement.sameNumber.on) })}</p>}
          {alsoOf(company, blocks).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {children}
        <Doing acts={[...others, ...own]} />
      </div>
    </section>
  )
}
