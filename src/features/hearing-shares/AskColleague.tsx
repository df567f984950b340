import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import type { Heard } from '../hearings/HearingRows.tsx'
import { endShares, type listHearingShares, mostShared, returnShares, shareCompanies } from './hearing-shares.schema.ts'
import '#web/parts/Form.css'

type Colleagues = AnswerOf<typeof listHearingShares>['colleagues']
type Asking = { id: number; rows: readonly Heard[]; colleagues: Colleagues; onClose: () => void }
const idsOf = (rows: readonly Heard[]) => rows.slice(0, mostShared).map(({ companyId }) => companyId)

/** Which colleague knows them, and why he is asked. */
export const AskDialog = ({ id, rows, colleagues, onClose }: Asking) => {
  const params = { id }
  const known = rows[0]?.contact?.knows
  const first = colleagues.find(({ name }) => name === known) ?? colleagues[0]
  const [personId, setPersonId] = useState(String(first?.personId ?? ''))
  const [why, setWhy] = useState('')
  const send = useAct(shareCompanies, {
    says: ({ companyIds }, { body }) => {
      const who = colleagues.find((one) => one.personId === Number(body.personId))?.name ?? ''
      const count = number(companyIds.length)
      return companyIds.length === 1
        ? m.hearing_shares_said_sent_one({ who })
        : m.hearing_shares_said_sent({ who, count })
    },
    undo:
      ({ companyIds }) =>
      () =>
        call(endShares, { params, body: { companyIds } }),
    onDone: onClose,
  })
  const [one] = rows
  const title =
    rows.length === 1 && one
      ? m.hearing_shares_ask_one({ company: one.name })
      : m.hearing_shares_ask_many({ count: number(rows.length) })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="tov-form">
        <Dropdown
          label={m.hearing_shares_who()}
          value={personId}
          onChange={setPersonId}
          data={colleagues.map((colleague) => ({ value: String(colleague.personId), label: colleague.name }))}
        />
        <Textarea
          label={m.hearing_shares_why()}
          description={m.hearing_shares_why_hint()}
          rows={2}
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div>
          <VisibilityMark who="school" />
        </div>
      </div>
      <div className="tov-dialog-foot">
        <Button onClick={onClose}>{m.web_no_thanks()}</Button>
        <Button
          variant="filled"
          onClick={() => void send.run({ params, body: { companyIds: idsOf(rows), personId: Number(personId), why } })}
        >
          {m.hearing_shares_send()}
        </Button>
      </div>
    </Dialog>
  )
}

/** Who was asked does not know it either, and says what he does know. */
export const ReturnDialog = ({ id, row, onClose }: { id: number; row: Heard; onClose: () => void }) => {
  const [why, setWhy] = useState('')
  const back = useAct(returnShares, { says: () => m.hearing_shares_said_returned(), onDone: onClose })
  return (
    <Dialog title={m.hearing_shares_return_title({ company: row.name })} onClose={onClose}>
      <Textarea
        label={m.hearing_shares_return_why()}
        rows={2}
        maxLength={300}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button onClick={onClose}>{m.web_no_thanks()}</Button>
        <Button
          variant="filled"
          onClick={() => void back.run({ params: { id }, body: { companyIds: [row.companyId], why } })}
        >
          {m.hearing_shares_return()}
        </Button>
      </div>
    </Dialog>
  )
}
