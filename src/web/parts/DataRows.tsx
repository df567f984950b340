import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { VirtualItem } from '@tanstack/react-virtual'
import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import * as m from '#texts'
import type { TableProps } from './DataTable.tsx'
import { Go } from './Go.tsx'
import { useKeys } from '#web/data/keys.ts'

const narrow = '(max-width: 767px)'
const rowHeight = () => (matchMedia(narrow).matches ? 68 : 56)

/** Where the rows begin on the page, for the window's virtualizer. */
const useTop = (place: React.RefObject<HTMLDivElement | null>) => {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const box = place.current?.getBoundingClientRect()
      if (box) setTop(Math.round(box.top + window.scrollY))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [place])
  return top
}

const focusRow = (place: HTMLElement | null, index: number) => {
  const row = place?.querySelector<HTMLElement>(`[data-index="${index}"]`)
  const target = row?.querySelector<HTMLElement>('.tov-table-link') ?? row
  target?.focus({ preventScroll: true })
  return target !== undefined && target !== null
}

/** j, k and the arrows walk from row to row; Enter is the row's own link. */
const useWalk = (place: React.RefObject<HTMLDivElement | null>, count: number, show: (index: number) => void) => {
  const step = (by: number) => {
    const now = document.activeElement?.closest<HTMLElement>('.tov-table-row')
    const at = now && place.current?.contains(now) ? Number(now.dataset['index']) : -1
    const next = Math.max(0, Math.min(count - 1, at + by))
    show(next)
    // The row may have to be drawn first.
    const until = performance.now() + 500
    const land = () => {
      if (!focusRow(place.current, next) && performance.now() < until) requestAnimationFrame(land)
    }
    land()
  }
  useKeys([
    { key: 'j', says: m.web_key_down(), run: () => step(1) },
    { key: 'k', says: m.web_key_up(), run: () => step(-1) },
    { key: 'arrowdown', says: m.web_key_down(), run: () => step(1), hidden: true },
    { key: 'arrowup', says: m.web_key_up(), run: () => step(-1), hidden: true },
  ])
}

const Cells = <Row,>({ row, columns, rowTo }: { row: Row } & Pick<TableProps<Row>, 'columns' | 'rowTo'>) =>
  columns.map((column, index) => (
    <div
      role="cell"
      key={column.key}
      data-right={column.right || undefined}
      data-phone={index === 0 || column.phone || undefined}
    >
      {index === 0 && rowTo ? (
        <Go to={rowTo(row)} className="tov-table-link">
          {column.cell(row)}
        </Go>
      ) : (
        column.cell(row)
      )}
    </div>
  ))

type DrawnProps<Row> = Pick<TableProps<Row>, 'columns' | 'rowTo'> & {
  rows: readonly Row[]
  items: readonly VirtualItem[]
  top: number
  measure: (element: HTMLElement | null) => void
}

/** One block of rows, each as high as what it says: no row lies over another until they are measured. */
const Drawn = <Row,>({ items, rows, columns, rowTo, top, measure }: DrawnProps<Row>): ReactNode => (
  <div role="presentation" style={{ transform: `translateY(${(items[0]?.start ?? top) - top}px)` }}>
    {items.map(({ key, index }) => {
      const row = rows[index]
      if (row === undefined) return null
      return (
        <div
          key={key}
          ref={measure}
          data-index={index}
          role="row"
          aria-rowindex={index + 2}
          tabIndex={rowTo ? undefined : -1}
          className="tov-table-row"
        >
          <Cells row={row} columns={columns} {...(rowTo && { rowTo })} />
        </div>
      )
    })}
  </div>
)
const DrawnRows = memo(Drawn) as typeof Drawn

export const DataRows = <Row,>({ list, columns, rowKey, rowTo }: TableProps<Row>) => {
  const place = useRef<HTMLDivElement>(null)
  const top = useTop(place)
  const { rows, hasMore, more } = list
  const key = useRef(rowKey)
  useLayoutEffect(() => {
    key.current = rowKey
  })
  const virtual = useWindowVirtualizer({
    count: rows.length,
    // So many rows as the window holds are drawn at once, not first when it has been measured.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    estimateSize: rowHeight,
    overscan: 12,
    scrollMargin: top,
    // Scrolling must not wait for rows to be drawn: they follow (below), and typing goes before them.
    useFlushSync: false,
    // A row that is walked to must not lie under the sticky head, nor under the phone's bars.
    scrollPaddingStart: 64,
    scrollPaddingEnd: 72,
    // The same function for the same rows: another one has all of them measured anew.
    getItemKey: useCallback(
      (index: number) => {
        const row = rows[index]
        return row === undefined ? index : key.current(row)
      },
      [rows],
    ),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) more?.()
  }, [hasMore, last, rows.length, more])
  useWalk(place, rows.length, (index) => virtual.scrollToIndex(index, { align: 'auto' }))
  const drawn = useDeferredValue(items)
  return (
    <div ref={place} role="rowgroup" className="tov-table-rows" style={{ minHeight: virtual.getTotalSize() }}>
      <DrawnRows
        items={drawn}
        rows={rows}
        columns={columns}
        top={top}
        measure={virtual.measureElement}
        {...(rowTo && { rowTo })}
      />
    </div>
  )
}
