import { useSearch } from '@tanstack/react-router'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { MailsPage, type Strangers, StrangersAside } from '../incoming-mails/MailsPage.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { MailedTipReading } from './MailedTipReading.tsx'
import { listMailedTips, refuseStrangers, reopenMailedTips } from './mailed-tips.schema.ts'
import { TipAddress } from './TipAddress.tsx'
import './mailed-tips.css'

export type MailedTip = RowOf<typeof listMailedTips>

const wordsOf = (settled: boolean) => ({
  ...{ title: m.mailed_tips_title(), subtitle: m.mailed_tips_subtitle(), others: m.mailed_tips_show_settled() },
  label: settled ? m.mailed_tips_settled_list({ days: daysKept }) : m.mailed_tips_waits_list(),
  empty: settled
    ? {
        title: m.mailed_tips_empty_settled({ days: daysKept }),
        text: m.mailed_tips_empty_settled_text({ days: daysKept }),
      }
    : { title: m.mailed_tips_empty(), text: m.mailed_tips_empty_text() },
})

const saysState = ({ tipId, laidAside, settledAt, oldAddress }: MailedTip) => {
  if (settledAt === null) return oldAddress ? m.mailed_tips_old() : null
  if (tipId !== null) return m.mailed_tips_is_tip()
  return laidAside ? m.mailed_tips_is_aside() : m.mailed_tips_is_none()
}
/** The partner it says it comes from. A name anyone can write: who is not known goes by the address. */
const letterOf = (mail: MailedTip) => {
  const state = saysState(mail)
  return {
    ...{ id: mail.id, at: mail.cameAt, about: mail.subject || m.incoming_mails_no_subject() },
    who: mail.partner?.name ?? (mail.fromAddress || m.incoming_mails_nobody()),
    tag: state && <StateTag>{state}</StateTag>,
  }
}

const OfStrangers = ({ strangers, close }: { strangers: Strangers; close: () => void }) => {
  const refuse = useAct(refuseStrangers, {
    says: ({ ids }) =>
      ids.length === 1 ? m.mailed_tips_said_refused() : m.mailed_tips_said_refused_some({ count: ids.length }),
    undo:
      ({ ids }) =>
      () =>
        call(reopenMailedTips, { body: { ids } }),
    onDone: close,
  })
  return <StrangersAside {...{ strangers, act: refuse }} says={(count) => m.mailed_tips_refuse_strangers({ count })} />
}

const saysDropped = (count: number) =>
  count === 1 ? m.mailed_tips_dropped_one({ days: daysKept }) : m.mailed_tips_dropped_many({ count, days: daysKept })

/** Mails to the address for tips: those that wait, and each one's text beside the tip that can be made of it. */
export default function MailedTipsPage() {
  const search = useSearch({ from: '/signed-in/framed/tip-i-mails' })
  const settled = search.vis !== undefined
  const list = useAnswer(listMailedTips, { query: { vis: settled ? 'settled' : 'waits' } })
  return (
    <MailsPage
      {...{ search, list, letterOf, words: wordsOf(settled), OfStrangers, Reading: MailedTipReading }}
      over={list.data && <TipAddress address={list.data.address} />}
      foot={
        <>
          <Go className="tov-link" to="/aktoerer">
            {m.mailed_tips_back()}
          </Go>
          {list.data && list.data.dropped > 0 && <span className="tov-dim">{saysDropped(list.data.dropped)}</span>}
        </>
      }
    />
  )
}
