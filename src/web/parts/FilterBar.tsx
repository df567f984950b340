import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import * as m from '#texts'
import './Filters.css'

type BarProps = {
  children: ReactNode
  onClear?: (() => void) | undefined
  /** The field that always stands there; on a phone the rest goes behind a button. */
  search?: ReactNode
  /** How many filters are set: the phone's button says it. */
  chosen?: number
  /** Those that are seldom asked for stand behind a button, unless one of them is set. */
  more?: { filters: ReactNode; chosen: boolean }
}
/** The row of filters over a list. `onClear` shows "Ryd filtre" when something is chosen. */
export const FilterBar = ({ children, onClear, search, chosen = 0, more }: BarProps) => {
  const [open, setOpen] = useState(false)
  const [opened, setOpened] = useState(false)
  const others = opened || more?.chosen === true
  const id = useId()
  return (
    <div className="tov-filters" role="search">
      {search}
      {search && (
        <button
          type="button"
          className="tov-pick tov-filters-more"
          data-chosen={chosen > 0 || undefined}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {m.web_filters()}
          {chosen > 0 && <b>{chosen}</b>}
          <IconChevronDown size={16} aria-hidden />
        </button>
      )}
      <div id={id} className="tov-filters-rest" data-shut={(search !== undefined && !open) || undefined}>
        {children}
        {more && !more.chosen && (
          <button
            type="button"
            className="tov-pick tov-filters-others"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {opened ? m.web_filters_fewer() : m.web_filters_more()}
          </button>
        )}
        {more && (
          <div className="tov-filters-rest" data-few={!others || undefined}>
            {more.filters}
          </div>
        )}
      </div>
      {onClear && (
        <button type="button" className="tov-text-button" onClick={onClear}>
          {m.web_filters_clear()}
        </button>
      )}
    </div>
  )
}
