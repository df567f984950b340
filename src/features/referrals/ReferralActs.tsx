import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { useKeys } from '#web/data/keys.ts'
import { saysDate } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Answer, type Part, PassOn, type Referral, Withdraw } from './ReferralForms.tsx'
import * as contract from './referrals.schema.ts'

const forms = {
  answer: Answer,
  giveBack: (part: Part) => <PassOn {...part} back />,
  pass: (part: Part) => <PassOn {...part} back={false} />,
  withdraw: Withdraw,
} as const
type Opens = keyof typeof forms

type Way = { does: Opens; key?: string; says: string; text: string }
const waysOf = ({ can, giver }: Referral): Way[] => [
  ...(can.answer
    ? [
        {
          does: 'answer' as const,
          key: '2',
          says: m.referrals_answer({ who: giver.name.split(' ')[0] ?? '' }),
          text: m.referrals_answer_text(),
        },
      ]
    : []),
  ...(can.giveBack
    ? [{ does: 'giveBack' as const, key: '3', says: m.referrals_give_back(), text: m.referrals_give_back_text() }]
    : []),
  ...(can.pass && !can.giveBack
    ? [{ does: 'pass' as const, says: m.referrals_pass(), text: m.referrals_pass_text() }]
    : []),
  ...(can.withdraw
    ? [{ does: 'withdraw' as const, says: m.referrals_withdraw(), text: m.referrals_withdraw_text() }]
    : []),
]
const WayButton = ({ way, onPress }: { way: Way; onPress: () => void }): ReactNode => (
  <button type="button" className="referrals-way" onClick={onPress}>
    <span>
      <b>{way.says}</b>
      <span className="tov-dim tov-small">{way.text}</span>
    </span>
    {way.key && <KeyCap>{way.key}</KeyCap>}
  </button>
)

const Take = ({ referral: { hearBy, giver }, onPress }: { referral: Referral; onPress: () => void }) => (
  <>
    <Button fullWidth variant="filled" rightSection={<KeyCap>1</KeyCap>} onClick={onPress}>
      {m.referrals_take_by({ date: saysDate(hearBy) })}
    </Button>
    <p className="tov-dim tov-small">{m.referrals_take_text({ who: giver.name })}</p>
  </>
)

/** What may be done with it: take it (1), answer (2), give it back (3); who gave it ends it. What may not be done is not shown. */
export const ReferralActs = ({ referral }: { referral: Referral }) => {
  const { can, hearBy } = referral
  const params = { id: referral.id }
  const [open, setOpen] = useState<Opens>()
  const take = useAct(contract.takeReferral, {
    says: () => m.referrals_said_taken({ date: saysDate(hearBy) }),
    undo: () => () => call(contract.undoTaking, { params }),
  })
  const close = useAct(contract.closeReferral, {
    says: () => m.referrals_said_closed(),
    undo: () => () => call(contract.reopenReferral, { params }),
  })
  const again = useAct(contract.reopenReferral, { says: () => m.referrals_said_reopened() })
  const untake = useAct(contract.undoTaking, { says: () => m.referrals_said_untaken() })
  const takeIt = () => void (take.running || take.run({ params }))
  const ways = waysOf(referral)
  const Form = open && can[open] ? forms[open] : undefined
  // While something is written, a key does nothing else.
  useKeys([
    ...(can.take && !Form ? [{ key: '1', says: m.referrals_take(), run: takeIt }] : []),
    ...ways.flatMap(({ does, key, says }) => (key && !Form ? [{ key, says, run: () => setOpen(does) }] : [])),
  ])
  if (Form) return <Form referral={referral} onStop={() => setOpen(undefined)} />
  return (
    <div className="referrals-form">
      {can.take && <Take referral={referral} onPress={takeIt} />}
      {can.close && (
        <Button variant="filled" disabled={close.running} onClick={() => void close.run({ params })}>
          {referral.state === 'answered' && !referral.talkedAt ? m.referrals_close_told() : m.referrals_close()}
        </Button>
      )}
      {ways.length > 0 && (
        <div className="referrals-ways">
          {ways.map((way) => (
            <WayButton key={way.does} way={way} onPress={() => setOpen(way.does)} />
          ))}
        </div>
      )}
      {can.untake && (
        <Button disabled={untake.running} onClick={() => void untake.run({ params })}>
          {m.referrals_untake()}
        </Button>
      )}
      {can.reopen && (
        <Button disabled={again.running} onClick={() => void again.run({ params })}>
          {m.referrals_reopen()}
        </Button>
      )}
    </div>
  )
}
