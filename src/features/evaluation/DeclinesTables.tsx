import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { type Column, DataTable } from '#web/parts/DataTable.tsx'
import { number } from '#web/parts/numbers.ts'
import { showDeclines } from './declines.schema.ts'
import { industryName, sizeName } from './outcome-words.table.ts'

type Counted = AnswerOf<typeof showDeclines>['total']
type Row = Counted & { key: string | number; name: string }

const saysReasons = ({ reasons }: Counted) =>
  reasons.map(({ name, count }) => `${name ?? m.evaluation_declines_unsaid()} ${number(count)}`).join(' · ')
const saysShare = ({ called, declined }: Counted) =>
  called === 0
    ? number(declined)
    : m.evaluation_declines_share({ count: number(declined), percent: Math.round((100 * declined) / called) })

const columns = (head: string): Column<Row>[] => [
  { key: 'name', title: head, width: 'minmax(160px, 1.4fr)', cell: ({ name }) => name },
  {
    key: 'called',
    title: m.evaluation_stage_called(),
    width: '90px',
    right: true,
    cell: ({ called }) => number(called),
  },
  { key: 'declined', title: m.evaluation_declines(), width: '130px', right: true, phone: true, cell: saysShare },
  {
    key: 'notMet',
    title: m.evaluation_not_met(),
    width: '110px',
    right: true,
    cell: ({ notMet }) => number(notMet),
  },
  { key: 'why', title: m.evaluation_declines_why(), width: 'minmax(220px, 2.4fr)', phone: true, cell: saysReasons },
]
const Table = ({ head, rows }: { head: string; rows: readonly Row[] }) => (
  <DataTable
    label={head}
    list={{ rows, isPending: false, error: null }}
    columns={columns(head)}
    rowKey={({ key }) => key}
    empty={null}
  />
)

/** "Hvem takker nej, og hvorfor": companies, for those who may open them. */
export const DeclinesTables = ({ period }: { period: string }) => {
  const may = useMay()(showDeclines)
  return may ? <Shown period={period} /> : null
}
const Shown = ({ period }: { period: string }) => {
  const { data } = useAnswer(showDeclines, { query: { period } }, { keep: true })
  if (!data || data.total.called + data.total.notMet === 0) return null
  const { total, sizes, industries } = data
  return (
    <>
      <Card title={m.evaluation_declines_title()}>
        <p className="evaluation-why">
          {m.evaluation_declines_total({ declined: number(total.declined), called: number(total.called) })}{' '}
          {saysReasons(total)}
          {total.notMet > 0 && ` ${m.evaluation_not_met_total({ count: number(total.notMet) })}`}
        </p>
      </Card>
      <Table head={m.evaluation_size()} rows={sizes.map((one) => ({ ...one, name: sizeName(one.key) }))} />
      <Table head={m.evaluation_industry()} rows={industries.map((one) => ({ ...one, name: industryName(one.key) }))} />
    </>
  )
}
