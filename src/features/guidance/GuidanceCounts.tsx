import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { saysMonth } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import { fewest, listGuidance, type Who } from './guidance.schema.ts'

type Count = RowOf<typeof listGuidance>
type Month = { month: string } & Record<Who, Count['shown']>

/** A month each; who is in no row was nobody. */
const byMonth = (rows: readonly Count[]): Month[] =>
  [...new Set(rows.map(({ month }) => month))].map((month) => {
    const shown = (of: Who) => rows.find((row) => row.month === month && row.who === of)
    const [citizen, worker] = [shown('citizen'), shown('worker')]
    return { month, citizen: citizen ? citizen.shown : 0, worker: worker ? worker.shown : 0 }
  })
const says = (shown: number | null) => (shown === null ? m.guidance_few({ fewest }) : number(shown))

const columns = (): Column<Month>[] => [
  { key: 'month', title: m.guidance_month(), width: 'minmax(140px, 2fr)', cell: ({ month }) => saysMonth(month) },
  {
    key: 'citizen',
    title: m.guidance_citizens(),
    width: 'minmax(110px, 1fr)',
    right: true,
    phone: true,
    cell: ({ citizen }) => says(citizen),
  },
  {
    key: 'worker',
    title: m.guidance_workers(),
    width: 'minmax(110px, 1fr)',
    right: true,
    phone: true,
    cell: ({ worker }) => says(worker),
  },
]

/** How many people were shown to guidance, month by month: never who. */
export const GuidanceCounts = () => (useMay()(listGuidance) ? <Counts /> : null)
const Counts = () => {
  const { data } = useAnswer(listGuidance)
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.guidance_title()} right={m.guidance_hint()} padded={false}>
      <DataTable
        label={m.guidance_title()}
        list={{ rows: byMonth(data.rows), isPending: false, error: null }}
        columns={columns()}
        rowKey={({ month }) => month}
        empty={null}
      />
    </Card>
  )
}
