import { IconChevronRight } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import type { ComponentType, ReactNode } from 'react'
import * as m from '#texts'
import { Go, type Path } from './Go.tsx'
import { useKeys } from '#web/data/keys.ts'
import { StateWord, type Tone } from './StateTag.tsx'
import './Rows.css'

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>

type RowProps = {
  icon?: Icon
  tone?: Tone
  /** Who or what: two lines at most. */
  title: ReactNode
  /** The reason, a sentence. */
  text?: ReactNode
  /** The state in words: "12 dage for sent". */
  state?: ReactNode
  stateTone?: Tone
  /** One button, in its fixed column: RowButton. */
  action?: ReactNode
}

/** One thing that waits. Inside Rows. */
export const Row = ({ icon: Icon, tone = 'sten', title, text, state, stateTone = tone, action }: RowProps) => (
  <li className="tov-row" data-icon={Icon ? true : undefined}>
    {Icon && (
      <span className="tov-row-icon" data-tone={tone}>
        <Icon size={18} stroke={1.7} aria-hidden />
      </span>
    )}
    <div className="tov-row-words">
      <div className="tov-row-title">{title}</div>
      {text && <div className="tov-row-text">{text}</div>}
    </div>
    <div className="tov-row-state">{state && <StateWord tone={stateTone}>{state}</StateWord>}</div>
    {action && <div className="tov-row-action">{action}</div>}
  </li>
)

type ButtonProps = { children: ReactNode; to?: Path; onClick?: () => void; filled?: boolean; disabled?: boolean }
/** The row's button: a verb with its object. `filled` for the one next thing of the whole screen. */
export const RowButton = ({ children, to, onClick, filled = false, disabled = false }: ButtonProps) => {
  const shared = {
    fullWidth: true,
    variant: filled ? 'filled' : 'default',
    rightSection: <IconChevronRight className="tov-only-phone" size={18} aria-hidden />,
  }
  return to ? (
    <Button {...shared} component={Go} to={to}>
      {children}
    </Button>
  ) : (
    <Button {...shared} disabled={disabled} onClick={onClick}>
      {children}
    </Button>
  )
}

/** A card with rows, under a heading: "Over tid", with a dim word or two beside it. */
export const Rows = ({ title, note, children }: { title?: string; note?: ReactNode; children: ReactNode }) => (
  <section className="tov-rows">
    {title && (
      <h2 className="tov-rows-title">
        {title} {note && <span>{note}</span>}
      </h2>
    )}
    <ul className="tov-rows-list">{children}</ul>
  </section>
)

/** j and k walk from row button to row button on the page. */
export const useRowKeys = () => {
  const step = (by: number) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.tov-row-action :is(a, button)')]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus()
  }
  useKeys([
    { key: 'j', says: m.web_key_down(), run: () => step(1) },
    { key: 'k', says: m.web_key_up(), run: () => step(-1) },
  ])
}
