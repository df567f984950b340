import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type ReactNode, useDeferredValue } from 'react'
import type { ApiProblem } from '#web/data/problem.ts'
import { DataRows } from './DataRows.tsx'
import { ListFailed } from './ListFailed.tsx'
import { Exports } from './Exports.tsx'
import { GreyRows } from './GreyRows.tsx'
import type { Path } from './Go.tsx'
import './DataTable.css'

export { GreyRows }

export type Column<Row> = {
  key: string
  title: string
  /** A grid track: `minmax(220px, 2fr)`, `120px`. */
  width: string
  cell: (row: Row) => ReactNode
  /** Name of the sort order in the address; the head becomes a button. */
  sort?: string
  /** The first press has the largest first. */
  largestFirst?: boolean
  /** Figures stand to the right, with tabular digits. */
  right?: boolean
  /** On the phone a row shows the first column and these, as a second line. */
  phone?: boolean
}

/** What useInfiniteAnswer gives; a list without pages gives `{rows, isPending, error}`. */
export type Listed<Row> = {
  rows: readonly Row[]
  isPending: boolean
  isOld?: boolean
  error: ApiProblem | null
  hasMore?: boolean
  more?: () => void
  again?: () => void
}

export type TableProps<Row> = {
  /** What the table holds, for screen readers. */
  label: string
  list: Listed<Row>
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string | number
  /** The row's page: the whole row is its link. */
  rowTo?: (row: Row) => Path
  /** `name` or `-name` for falling; from the address. */
  sort?: string | undefined
  onSort?: (sort: string) => void
  empty: ReactNode
  /** Left over the table: "1.204 virksomheder". */
  count?: ReactNode
  /** What chooses the rows, where it leaves room for the files on its own line. */
  choices?: ReactNode
  /** Addresses of the same list as files (addressOf). */
  exports?: { csv: string; xlsx: string }
}

const Head = <Row,>({ columns, sort, onSort }: Pick<TableProps<Row>, 'columns' | 'sort' | 'onSort'>) => {
  const falling = sort?.startsWith('-') ?? false
  return (
    <div className="tov-table-head" role="row">
      {columns.map((column) => {
        const isSorted = column.sort !== undefined && sort?.replace('-', '') === column.sort
        const Arrow = falling ? IconArrowDown : IconArrowUp
        const order = isSorted ? (falling ? 'descending' : 'ascending') : undefined
        return (
          <div key={column.key} role="columnheader" aria-sort={order} data-right={column.right || undefined}>
            {column.sort && onSort ? (
              <button
                type="button"
                onClick={() => onSort(`${(isSorted ? falling : !column.largestFirst) ? '' : '-'}${column.sort}`)}
              >
                {column.title}
                {isSorted && <Arrow size={14} aria-hidden />}
              </button>
            ) : (
              column.title
            )}
          </div>
        )
      })}
    </div>
  )
}

const leastOf = (width: string) => Number(/^(?:minmax\()?(\d+)px/.exec(width)?.[1] ?? 0)
/** The columns' tracks; where there is no room for all their pixels they give way evenly, so that nothing is cut off. */
const tracksOf = (widths: readonly string[]) => {
  const all = widths.reduce((sum, width) => sum + leastOf(width), 0)
  const gaps = (widths.length - 1) * 16
  return widths
    .map((width) => {
      const least = leastOf(width)
      const share = ((least / all) * 100).toFixed(2)
      return width.replace(`${least}px`, `min(${least}px, (100% - ${gaps}px) * ${share} / 100)`)
    })
    .join(' ')
}

const Filled = <Row,>(props: TableProps<Row>) => {
  const { list, columns } = props
  const tracks = tracksOf(columns.map(({ width }) => width))
  return (
    <div
      className="tov-table tov-card"
      role="table"
      aria-label={props.label}
      aria-rowcount={list.hasMore ? -1 : list.rows.length + 1}
      data-old={list.isOld || undefined}
      style={{ '--tracks': tracks }}
    >
      <div role="rowgroup" className="tov-table-heads">
        <Head columns={columns} sort={props.sort} {...(props.onSort && { onSort: props.onSort })} />
      </div>
      <DataRows {...props} />
    </div>
  )
}

/** Without rows it is no table: grey lines, why it failed, or what will come here. */
const Body = <Row,>(props: TableProps<Row>) => {
  const { list } = props
  if (list.rows.length > 0) return <Filled {...props} />
  return (
    <div className="tov-table tov-card">
      {list.isPending && <div className="tov-table-head" aria-hidden="true" />}
      {list.isPending && <GreyRows />}
      {list.error && <ListFailed list={list} />}
      {!list.isPending && !list.error && props.empty}
    </div>
  )
}

const LaterBody = memo(<Row,>({ props }: { props: TableProps<Row> }) => <Body {...props} />) as <Row>(given: {
  props: TableProps<Row>
}) => ReactNode

/** A list of any length: only what is seen is drawn, and after what is typed; more is fetched before the end is reached. j, k and arrows move. */
export const DataTable = <Row,>(props: TableProps<Row>) => {
  const { list, count, choices, exports } = props
  const later = useDeferredValue(props)
  return (
    <section className="tov-table-place" aria-busy={list.isPending || list.isOld || undefined}>
      {(count || exports || choices) && (
        <div className="tov-table-top" data-choices={choices ? true : undefined}>
          {choices ?? <span role="status">{count}</span>}
          {exports && <Exports of={exports} />}
        </div>
      )}
      {/* The first rows are waited for: they come at once. */}
      <LaterBody props={later.list.isPending ? props : later} />
      {list.error && list.rows.length > 0 && (
        <p className="tov-form-problem" role="alert">
          {list.error.detail || list.error.title}
        </p>
      )}
    </section>
  )
}
