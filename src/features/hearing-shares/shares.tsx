import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { number } from '#web/parts/numbers.ts'
import type { Heard } from '../hearings/HearingRows.tsx'
import { AskDialog, ReturnDialog } from './AskColleague.tsx'
import { endShares, type listHearingShares, mostShared, shareCompanies } from './hearing-shares.schema.ts'

type Answer = AnswerOf<typeof listHearingShares>
export type Share = Answer['rows'][number]

/** Who looks at it, on its row. */
const says = (share: Share) => {
  if (share.answered) return undefined
  if (share.back) return m.hearing_shares_note_back({ who: share.person })
  if (share.mine)
    return share.sentBy ? m.hearing_shares_note_asked({ who: share.sentBy }) : m.hearing_shares_note_mine()
  return m.hearing_shares_note_other({ who: share.person })
}

export type Shares = ReturnType<typeof useShares>
/** Who of the school looks at what, and what one can do about it. */
export const useShares = (id: number, { rows, colleagues, can }: Answer) => {
  const params = { id }
  const [asking, setAsking] = useState<readonly Heard[]>([])
  const [returning, setReturning] = useState<Heard>()
  const of = new Map(rows.map((share) => [share.companyId, share]))
  const mine = rows.filter((share) => share.mine && !share.back)
  const endings = (companyIds: readonly number[]) => call(endShares, { params, body: { companyIds: [...companyIds] } })
  const takes = useAct(shareCompanies, {
    says: ({ companyIds, others }) =>
      others[0]
        ? m.hearing_shares_said_taken_but({ count: number(companyIds.length), who: others[0].person })
        : m.hearing_shares_said_taken({ count: number(companyIds.length) }),
    undo:
      ({ companyIds }) =>
      () =>
        endings(companyIds),
  })
  const ends = useAct(endShares, { says: () => m.hearing_shares_said_ended() })
  const may = can.share && colleagues.length > 0
  const ask = (asked: readonly Heard[]) => {
    if (may) setAsking(asked.filter(({ decision }) => decision === null))
  }
  const dialog: ReactNode = (
    <>
      {asking.length > 0 && <AskDialog id={id} rows={asking} colleagues={colleagues} onClose={() => setAsking([])} />}
      {returning && <ReturnDialog id={id} row={returning} onClose={() => setReturning(undefined)} />}
    </>
  )
  return {
    rows,
    can: may,
    of: (row: Heard) => of.get(row.companyId),
    /** Those not answered yet first: so many fit into a question. */
    mine: [...mine.filter(({ answered }) => !answered), ...mine.filter(({ answered }) => answered)]
      .slice(0, mostShared)
      .map(({ companyId }) => companyId),
    askedOfMe: mine.some(({ sentBy, answered }) => sentBy !== null && !answered),
    noteOf: (row: Heard) => {
      const share = of.get(row.companyId)
      return share && row.decision === null ? says(share) : undefined
    },
    take: (taken: readonly Heard[]) =>
      void takes.run({ params, body: { companyIds: taken.map(({ companyId }) => companyId) } }),
    end: ({ companyId }: Heard) => void ends.run({ params, body: { companyIds: [companyId] } }),
    ask,
    giveBack: setReturning,
    dialog,
  }
}
