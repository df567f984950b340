import { useId } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { number } from '#web/parts/numbers.ts'
import { answerWords } from '../may-contact/answers.table.ts'
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

const Table = ({ head, rows }: { head: string; rows: readonly Row[] }) => (
  <table className="evaluation-table evaluation-declines">
    <thead>
      <tr>
        <th scope="col">{head}</th>
        <th scope="col">{m.evaluation_stage_called()}</th>
        <th scope="col">{m.evaluation_declines()}</th>
        <th scope="col">{m.evaluation_not_met()}</th>
        <th scope="col">{m.evaluation_declines_why()}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.name}</th>
          <td>{number(row.called)}</td>
          <td>{saysShare(row)}</td>
          <td>{number(row.notMet)}</td>
          <td>{saysReasons(row)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type Own = AnswerOf<typeof showDeclines>['answers'][number]['own'][number]
const saysOwn = ({ name, count, reasons }: Own) => {
  const why = reasons.map((one) => `${one.name} ${number(one.count)}`).join(', ')
  return `${name} ${number(count)}${why && ` (${why})`}`
}
/** What companies said last, and in which of the centre's own words. */
const Answers = ({ answers }: Pick<AnswerOf<typeof showDeclines>, 'answers'>) => (
  <table className="evaluation-table evaluation-declines">
    <thead>
      <tr>
        <th scope="col">{m.evaluation_answers()}</th>
        <th scope="col">{m.evaluation_answers_companies()}</th>
        <th scope="col">{m.evaluation_answers_own()}</th>
      </tr>
    </thead>
    <tbody>
      {answers.map(({ answer, count, own }) => (
        <tr key={answer}>
          <th scope="row">{answerWords[answer]()}</th>
          <td>{number(count)}</td>
          <td>{own.map(saysOwn).join(' · ')}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** "Hvem takker nej, og hvorfor": companies, for those who may open them. */
export const DeclinesTables = ({ period }: { period: string }) => {
  const may = useMay()(showDeclines)
  return may ? <Shown period={period} /> : null
}
const Shown = ({ period }: { period: string }) => {
  const id = useId()
  const { data } = useAnswer(showDeclines, { query: { period } }, { keep: true })
  if (!data || data.total.called + data.total.notMet === 0) return null
  const { total, sizes, industries } = data
  return (
    <div className="tov-card evaluation-card">
      <h2 id={id}>{m.evaluation_declines_title()}</h2>
      <p className="evaluation-means">
        {m.evaluation_declines_total({ declined: number(total.declined), called: number(total.called) })}{' '}
        {saysReasons(total)}
        {total.notMet > 0 && ` ${m.evaluation_not_met_total({ count: number(total.notMet) })}`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div className="evaluation-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <Answers answers={data.answers} />
        <Table head={m.evaluation_size()} rows={sizes.map((one) => ({ ...one, name: sizeName(one.key) }))} />
        <Table
          head={m.evaluation_industry()}
          rows={industries.map((one) => ({ ...one, name: industryName(one.key) }))}
        />
      </div>
    </div>
  )
}
