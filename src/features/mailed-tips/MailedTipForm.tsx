import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { useGo } from '#web/parts/Go.tsx'
import { type GivenAway, givesAway } from './gives-away.shared.ts'
import { Asked, asWrittenAtFirst, MayName, tipOf } from '../tips/TipFields.tsx'
import { Company, From, type Part, type Written } from './MailedTipFields.tsx'
import { makeMailedTip, refuseMailedTip, reopenMailedTip, unmakeMailedTip } from './mailed-tips.schema.ts'
import type { WholeMail } from './MailedTipReading.tsx'
import { longestTip } from '../tips/giving.schema.ts'
import { number } from '#web/parts/numbers.ts'

const begun = ({ partner, draft }: WholeMail): Written => ({
  ...asWrittenAtFirst,
  ...{ partnerId: partner?.id ?? null, company: '', companyId: null, words: draft, urgent: false },
})

/** What it becomes, or that it becomes nothing; both leave the list, and the tip opens where it is gone on with. */
const useSettling = ({ id }: WholeMail, close: () => void) => {
  const go = useGo()
  const params = { id }
  const make = useAct(makeMailedTip, {
    says: () => m.mailed_tips_said_made(),
    undo: () => async () => {
      await call(unmakeMailedTip, { params })
      go(`/tip-i-mails?mail=${id}`)
    },
    onDone: ({ tipId }) => go(`/aktoerer?tip=${tipId}`),
  })
  const refuse = useAct(refuseMailedTip, {
    says: () => m.mailed_tips_said_refused(),
    undo: () => () => call(reopenMailedTip, { params }),
    onDone: close,
  })
  return { make, refuse, params }
}

/** What says whom it comes from is asked about once; a personal number is not sent at all. */
const hintOf = (found: GivenAway | null) => {
  if (!found) return null
  const says = {
    number: m.tips_form_hint_number,
    name: () => m.tips_form_hint_name({ name: found.found }),
    giver: () => m.mailed_tips_form_hint_giver({ found: found.found }),
    phone: () => m.mailed_tips_form_hint_phone({ found: found.found }),
  }
  return { stops: found.kind === 'number', says: says[found.kind]() }
}

/** The tip it could be, beside the mail; which company it is about is chosen by whoever has read it. */
export const MailedTipForm = ({ mail, close }: { mail: WholeMail; close: () => void }) => {
  const [written, setWritten] = useState(() => begun(mail))
  const { make, refuse, params } = useSettling(mail, close)
  const [hinted, setHinted] = useState('')
  const part: Part = { written, write: (change) => setWritten((before) => ({ ...before, ...change })) }
  const hint = hintOf(givesAway(written, mail))
  const send = () => {
    const { partnerId, ...form } = tipOf(written)
    if (hint && (hint.stops || hinted !== hint.says)) setHinted(hint.says)
    else if (partnerId !== null) void make.run({ params, body: { ...form, partnerId } })
  }
  return (
    <form
      className="tov-card mailed-tips-form"
      aria-label={m.mailed_tips_form_title()}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2>{m.mailed_tips_form_title()}</h2>
      <From {...part} />
      <Company {...part} mail={mail} />
      <Textarea
        label={m.mailed_tips_form_words()}
        description={m.mailed_tips_form_words_hint()}
        maxLength={longestTip}
        required
        autosize
        minRows={4}
        value={written.words}
        onChange={(event) => part.write({ words: event.currentTarget.value })}
      />
      {mail.draftCut && <p className="tov-dim">{m.mailed_tips_form_words_cut({ length: number(longestTip) })}</p>}
      {hint && hinted === hint.says && (
        <p className="mailed-tips-warns" role="alert">
          {hint.says}
        </p>
      )}
      <MayName {...part} hint={m.mailed_tips_form_may_name_hint()} />
      <Checkbox
        label={m.mailed_tips_form_urgent()}
        checked={written.urgent}
        onChange={(event) => part.write({ urgent: event.currentTarget.checked })}
      />
      <Asked {...part} />
      <div className="mailed-tips-acts">
        <Button type="submit" variant="filled" loading={make.running}>
          {m.mailed_tips_make()}
        </Button>
        <Button onClick={() => void refuse.run({ params })}>{m.mailed_tips_refuse()}</Button>
      </div>
    </form>
  )
}
