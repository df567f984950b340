import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { type listMailedReports, refuseReportStrangers, reopenMailedReports } from './mailed-reports.schema.ts'

type Strangers = AnswerOf<typeof listMailedReports>['strangers']
/** Where several strangers' wait, all that waits of them is laid aside together, listed or not: what has come since stays. */
export const StrangersAside = ({ strangers: { count, upTo }, close }: { strangers: Strangers; close: () => void }) => {
  const refuse = useAct(refuseReportStrangers, {
    says: ({ ids }) =>
      ids.length === 1 ? m.mailed_reports_said_refused() : m.mailed_reports_said_refused_some({ count: ids.length }),
    undo:
      ({ ids }) =>
      () =>
        call(reopenMailedReports, { body: { ids } }),
    onDone: close,
  })
  if (count < 2 || upTo === null) return null
  return (
    <button
      type="button"
      className="tov-text-button"
      onClick={() => !refuse.running && void refuse.run({ body: { upTo } })}
    >
      {m.mailed_reports_refuse_strangers({ count })}
    </button>
  )
}
