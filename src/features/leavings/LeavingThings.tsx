import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { StateWord } from '#web/parts/StateTag.tsx'
import {
  keyOf,
  type Proposal,
  stateOf,
  type Thing,
  toneOf,
  type Whole,
  whichOf,
  whyOf,
  wordsOf,
} from './leaving-words.tsx'
import { askLeaving, thingGroups, withdrawLeavingQuestion } from './leavings.schema.ts'

const titles = {
  contact: m.leavings_group_contact,
  meeting: m.leavings_group_meeting,
  promise: m.leavings_group_promise,
  referral: m.leavings_group_referral,
  deputy: m.leavings_group_deputy,
  other: m.leavings_group_other,
} as const
const isOpen = ({ state }: Thing) => ['open', 'anew', 'asked', 'own'].includes(state)
const isAsked = ({ state }: Thing) => state === 'asked'

/** Whom each is proposed to: as it was chosen here, else the best; what follows a company goes where that goes, unless it is split. */
export const useChoices = ({ things }: Whole) => {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const contactOf = (thing: Thing) =>
    things.find(({ kind, company }) => kind === 'regular-contact' && company?.id === thing.company?.id)
  const whoFor = (thing: Thing): number | undefined => {
    const own = chosen[keyOf(thing)]
    if (own !== undefined) return own
    const contact = thing.follows ? contactOf(thing) : undefined
    if (contact && contact !== thing) return contact.question?.to.id ?? whoFor(contact)
    return thing.proposed[0]?.id
  }
  const proposalFor = (thing: Thing): Proposal | undefined => {
    const id = whoFor(thing)
    return thing.proposed.find((one) => one.id === id) ?? thing.proposed[0]
  }
  return { proposalFor, choose: (thing: Thing, id: number) => setChosen({ ...chosen, [keyOf(thing)]: id }) }
}
export type Choices = ReturnType<typeof useChoices>

/** What nobody is asked about yet, each with who is proposed. */
export const unasked = (whole: Whole, { proposalFor }: Choices) =>
  whole.things
    .filter(({ can, state }) => can.ask && state !== 'stays')
    .flatMap((thing) => {
      const to = proposalFor(thing)
      return to ? [{ thing, to }] : []
    })

const Whom = ({ thing, choices, who }: { thing: Thing; choices: Choices; who: string }) => {
  const to = choices.proposalFor(thing)
  if (!thing.can.ask || !to) return <span>{thing.question?.to.name ?? ''}</span>
  return (
    <Dropdown
      aria-label={m.leavings_choose({ what: whichOf(thing, who) })}
      data={thing.proposed.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(to.id)}
      onChange={(id) => choices.choose(thing, Number(id))}
    />
  )
}

type RowProps = { whole: Whole; thing: Thing; choices: Choices }
const ThingRow = ({ whole, thing, choices }: RowProps) => {
  const { id, person } = whole.leaving
  const ask = useAct(askLeaving, { says: () => m.leavings_asked_said() })
  const back = useAct(withdrawLeavingQuestion, { says: () => m.leavings_took_back() })
  const to = choices.proposalFor(thing)
  const { kind, sourceId, question } = thing
  const [said, which] = [wordsOf(thing, person.name), whichOf(thing, person.name)]
  return (
    <li className="leavings-row">
      <div>
        <b>{thing.company?.name ?? said}</b>
        <span className="tov-dim tov-small">
          {thing.company && (kind === 'regular-contact' ? (thing.company.town ?? '') : said)}
        </span>
      </div>
      <Whom thing={thing} choices={choices} who={person.name} />
      <span className="tov-dim tov-small">{whyOf(thing, person.name, to)}</span>
      <StateWord tone={toneOf[thing.state]}>{stateOf(thing, person.name)}</StateWord>
      <span className="leavings-act">
        {thing.can.ask && to && (
          <Button
            size="xs"
            aria-label={m.leavings_ask_which({ who: to.name, what: which })}
            disabled={ask.running}
            onClick={() => void ask.run({ params: { id }, body: { questions: [{ kind, sourceId, toId: to.id }] } })}
          >
            {m.leavings_ask({ who: to.name })}
          </Button>
        )}
        {question?.can.withdraw && (
          <Button
            size="xs"
            aria-label={m.leavings_take_back_which({ what: which })}
            disabled={back.running}
            onClick={() => void back.run({ params: { id, questionId: question.id } })}
          >
            {m.leavings_take_back()}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Open ones first, of those the unasked; what is settled is folded. */
const Group = ({ whole, group, choices }: { whole: Whole; group: Thing['group']; choices: Choices }) => {
  const [all, setAll] = useState(false)
  const things = whole.things.filter((thing) => thing.group === group)
  if (things.length === 0) return null
  const open = things.filter(isOpen).toSorted((a, b) => Number(isAsked(a)) - Number(isAsked(b)))
  const settled = things.filter((thing) => !isOpen(thing))
  const shown = all ? [...open, ...settled] : open
  return (
    <section className="leavings-group" aria-label={titles[group]()}>
      <h2>
        {titles[group]()}{' '}
        <span className="tov-dim">{m.leavings_group_counts({ settled: settled.length, total: things.length })}</span>
      </h2>
      <ul>
        {shown.map((thing) => (
          <ThingRow key={keyOf(thing)} whole={whole} thing={thing} choices={choices} />
        ))}
      </ul>
      {settled.length > 0 && (
        <button type="button" className="tov-link leavings-fold" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.leavings_hide_settled() : m.leavings_show_settled({ count: settled.length })}
        </button>
      )}
    </section>
  )
}

/** All that somebody leaves, by what it is. */
export const LeavingThings = ({ whole, choices }: { whole: Whole; choices: Choices }) => (
  <div className="leavings-things">
    {thingGroups.map((group) => (
      <Group key={group} whole={whole} group={group} choices={choices} />
    ))}
  </div>
)
