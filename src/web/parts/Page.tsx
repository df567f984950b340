import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import * as m from '#texts'
import { useSettled } from '#web/data/settled.ts'
import { useArrival } from './arrival.ts'
import { GreyRows } from './GreyRows.tsx'
import { Go, type Path } from './Go.tsx'
import { Logo } from './Logo.tsx'
import { OfflineStrip } from './OfflineStrip.tsx'
import './Page.css'

type Props = {
  title: string
  /** One line under the title, 14 dim; may hold tags. */
  subtitle?: ReactNode
  /** The page above this one: a word over the title, an arrow back on the phone. */
  up?: { to: Path; text: string }
  /** Buttons at top right; on the phone they stand above the content, unless there is a `foot`. */
  actions?: ReactNode
  /** The phone's foot, instead of the tab bar: one action, at most two. */
  foot?: ReactNode
  /** Short words at the right of the phone's header. */
  phoneNote?: ReactNode
  /** Cards beside the content; under 1280 px they fall below. */
  aside?: ReactNode
  asideWidth?: number
  /** On the phone the aside comes first (what decides, like "Må vi ringe?"). */
  asideFirst?: boolean
  /** What is safe while there is no network, on pages that keep more than their fields (the visit report). */
  safe?: string
  children: ReactNode
  /** The whole page, and what stands beside the content: for what must be scrolled to or found in it. */
  ref?: Ref<HTMLDivElement>
  asideRef?: Ref<HTMLElement>
}

const Head = (props: Props) => {
  const heading = useArrival(props.title)
  const { up } = props
  return (
    <header className="tov-head">
      {up ? (
        <Go className="tov-head-back" to={up.to} aria-label={m.web_back_to({ page: up.text })}>
          <IconChevronLeft size={24} aria-hidden />
        </Go>
      ) : (
        <Go className="tov-head-back" to="/" aria-label={m.web_go_home()}>
          <Logo size={26} />
        </Go>
      )}
      <div className="tov-head-words">
        {up && (
          <Go className="tov-head-up" to={up.to}>
            {up.text}
          </Go>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.subtitle && <div className="tov-head-sub">{props.subtitle}</div>}
      </div>
      {props.phoneNote && <div className="tov-head-note">{props.phoneNote}</div>}
    </header>
  )
}

/** A page inside the frame: heading, buttons, content, and cards beside it. */
export const Page = (props: Props) => {
  const settled = useSettled()
  return (
    <div
      ref={props.ref}
      className="tov-page"
      data-foot={props.foot ? true : undefined}
      data-coming={settled ? undefined : true}
      aria-busy={settled ? undefined : true}
    >
      <div className="tov-page-top">
        <Head {...props} />
        <OfflineStrip {...(props.safe && { safe: props.safe })} />
        {props.actions && <div className="tov-page-actions">{props.actions}</div>}
      </div>
      {!settled && (
        <div className="tov-page-coming tov-card" aria-hidden="true">
          <GreyRows count={6} />
        </div>
      )}
      <div
        className="tov-page-body"
        data-aside={props.aside ? true : undefined}
        data-aside-first={props.asideFirst}
        style={{ '--aside': `${props.asideWidth ?? 320}px` }}
      >
        <div className="tov-page-main">{props.children}</div>
        {props.aside && (
          <aside ref={props.asideRef} className="tov-page-aside">
            {props.aside}
          </aside>
        )}
      </div>
      {props.foot && <div className="tov-page-foot">{props.foot}</div>}
    </div>
  )
}
