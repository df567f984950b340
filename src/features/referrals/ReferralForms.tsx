import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { useOpened } from '#web/parts/opened.ts'
import { isSomebody, nobody, ReceiverPick, type To } from './ReceiverPick.tsx'
import { hintOf, nameOf } from './referral-words.tsx'
import * as contract from './referrals.schema.ts'

export type Referral = AnswerOf<typeof contract.showReferral>
export type Part = { referral: Referral; onStop: () => void }

const Foot = ({ says, off, onYes, onStop }: { says: string; off: boolean; onYes: () => void; onStop: () => void }) => (
  <div className="referrals-acts">
    <Button disabled={off} onClick={onYes}>
      {says}
    </Button>
    <Button variant="subtle" onClick={onStop}>
      {m.referrals_stop()}
    </Button>
  </div>
)
type WordsProps = { label: string; of: string; most: number; value: string; onChange: (words: string) => void }
/** `of`: the company, whose own name is nobody's. `most`: so many letters are taken. */
const Words = ({ label, of, most, value, onChange }: WordsProps) => (
  <Textarea
    label={label}
    description={hintOf(value, of)}
    value={value}
    maxLength={most}
    autosize
    minRows={2}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

/** In words, for who gave it; or I have told them myself. */
export const Answer = ({ referral: { id, giver, company }, onStop }: Part) => {
  const [words, setWords] = useState('')
  const [met, setMet] = useState(false)
  const params = { id }
  const act = useAct(contract.answerReferral, {
    says: () => m.referrals_said_answered({ who: giver.name }),
    undo: () => () => call(contract.undoAnswer, { params }),
    onDone: onStop,
  })
  return (
    <div {...useOpened(onStop)} className="referrals-form">
      <Words
        label={m.referrals_answer_label({ who: giver.name })}
        of={company}
        most={1000}
        value={words}
        onChange={setWords}
      />
      <Checkbox
        label={m.referrals_answer_met()}
        checked={met}
        onChange={(event) => setMet(event.currentTarget.checked)}
      />
      <Foot
        says={m.referrals_answer_send()}
        off={words.trim() === '' || act.running}
        onYes={() => void act.run({ params, body: { words, met } })}
        onStop={onStop}
      />
    </div>
  )
}

/** Who could instead, as far as it is known; or that nobody is known. */
const Nearest = ({ of: { nearest }, onChoose }: { of: Referral; onChoose: (to: To) => void }) => {
  if (!nearest) return <p className="tov-dim tov-small">{m.referrals_nearest_none()}</p>
  const { id, minutes } = nearest
  const who = nameOf(nearest)
  return (
    <div className="referrals-head">
      <span className="tov-small">
        {minutes === null ? m.referrals_nearest({ who }) : m.referrals_nearest_minutes({ who, minutes })}
      </span>
      <Button size="compact-sm" onClick={() => onChoose({ toId: id, schoolId: null })}>
        {m.referrals_nearest_choose({ who: nearest.name.split(' ')[0] ?? '' })}
      </Button>
    </div>
  )
}

/** Given back, or somebody else is asked: the same two fields. */
export const PassOn = ({ referral, onStop, back }: Part & { back: boolean }) => {
  const { id, nextIsCentre, company } = referral
  const params = { id }
  const [words, setWords] = useState('')
  const [to, setTo] = useState(nobody)
  const { data } = useAnswer(contract.listReferralReceivers)
  const says = ({ to: who }: { to: string | null }) =>
    who ? m.referrals_said_passed({ who }) : m.referrals_said_passed_centre()
  const giveBack = useAct(contract.giveReferralBack, {
    says,
    undo: () => () => call(contract.undoGivingBack, { params }),
    onDone: onStop,
  })
  const pass = useAct(contract.passReferral, { says, onDone: onStop })
  const send = () =>
    void (back
      ? giveBack.run({ params, body: { why: words, ...to } })
      : pass.run({ params, body: { note: words, ...to } }))
  const third = back && nextIsCentre
  return (
    <div {...useOpened(onStop)} className="referrals-form">
      {third && <p>{m.referrals_third()}</p>}
      <Words
        label={back ? m.referrals_back_label() : m.referrals_pass_label()}
        of={company}
        most={500}
        value={words}
        onChange={setWords}
      />
      {data && !third && (
        <ReceiverPick
          among={data}
          chosen={to}
          onChoose={setTo}
          except={referral.to?.id}
          label={back ? m.referrals_back_to() : m.referrals_to_label()}
          {...(back && { none: m.referrals_back_to_centre() })}
        />
      )}
      {back && !third && <Nearest of={referral} onChoose={setTo} />}
      <Foot
        says={back ? m.referrals_give_back() : m.referrals_pass()}
        off={giveBack.running || pass.running || (back ? words.trim() === '' : !isSomebody(to))}
        onYes={send}
        onStop={onStop}
      />
    </div>
  )
}

/** The company wants it no more. */
export const Withdraw = ({ referral: { id, company }, onStop }: Part) => {
  const [why, setWhy] = useState('')
  const params = { id }
  const act = useAct(contract.withdrawReferral, {
    says: () => m.referrals_said_withdrawn(),
    undo: () => () => call(contract.reopenReferral, { params }),
    onDone: onStop,
  })
  return (
    <div {...useOpened(onStop)} className="referrals-form">
      <Words label={m.referrals_withdraw_why()} of={company} most={500} value={why} onChange={setWhy} />
      <Foot
        says={m.referrals_withdraw()}
        off={why.trim() === '' || act.running}
        onYes={() => void act.run({ params, body: { why } })}
        onStop={onStop}
      />
    </div>
  )
}
