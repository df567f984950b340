import { IconPhoneIncoming, IconSearch } from '@tabler/icons-react'
import * as m from '#texts'
import { listWaiting } from '../../features/home/home.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Go } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { Logo } from '#web/parts/Logo.tsx'
import { useMe } from './me.ts'
import { maySearch, placesFor } from './navigation.table.ts'
import { PersonMenu } from './PersonMenu.tsx'
import './Rail.css'

type Place = ReturnType<typeof placesFor>[number]

/** How many things wait behind each place. One answer, shared with the home page. */
export const useCounts = () => {
  const { data } = useAnswer(listWaiting, { query: {} })
  return (place: Place) => {
    if (!('kinds' in place) || !data) return 0
    const kinds: readonly string[] | 'all' = place.kinds
    if (kinds === 'all') return data.rows.length
    return data.rows.filter((row) => [row, ...row.also].some(({ kind }) => kinds.includes(kind))).length
  }
}

export const isHere = (path: string, to: string) =>
  to === '/' ? path === '/' : `${path}/`.startsWith(`${to}/`) || (to === '/udtraek' && path.startsWith('/hoering'))

type LinkProps = { place: Place; here: boolean; count: number; below: boolean }
const RailLink = ({ place, here, count, below }: LinkProps) => (
  <li>
    <Go
      to={place.to}
      className="tov-rail-link"
      data-below={below || undefined}
      aria-current={here ? 'page' : undefined}
    >
      <place.icon size={19} stroke={1.7} aria-hidden />
      <span className="tov-rail-word">{place.text()}</span>
      {count > 0 && (
        <span className="tov-rail-count">
          {count}
          <span className="tov-only-read"> {m.web_count_waits()}</span>
        </span>
      )}
    </Go>
  </li>
)

type Props = { path: string; search: () => void; enquire: (() => void) | null }

export const Rail = ({ path, search, enquire }: Props) => {
  const me = useMe()
  const count = useCounts()
  const places = placesFor(me)
  const [daily, centre] = [places.filter((place) => !('group' in place)), places.filter((place) => 'group' in place)]
  /** What opens below a place is there while one of them is chosen, and where the place itself is not mine. */
  const isBelow = (place: Place) => 'below' in place && places.some(({ to }) => to === place.below)
  const isOpen = (place: Place) =>
    !('below' in place) || !isBelow(place) || [place.to, place.below].some((to) => isHere(path, to))
  const link = (place: Place) =>
    isOpen(place) && (
      <RailLink
        key={place.to}
        place={place}
        here={isHere(path, place.to)}
        count={count(place)}
        below={isBelow(place)}
      />
    )
  return (
    <header className="tov-rail">
      <Go to="/" className="tov-rail-brand">
        <Logo size={25} />
        <span>
          <b>Tovholder</b>
          <span className="tov-rail-centre">{me.centre.name}</span>
        </span>
      </Go>
      <nav aria-label={m.web_nav()}>
        <ul>{daily.map(link)}</ul>
        {maySearch(me) && (
          <ul>
            <li>
              <Go to="/virksomheder" className="tov-rail-link" onClick={search}>
                <IconSearch size={19} stroke={1.7} aria-hidden />
                <span className="tov-rail-word">{m.web_nav_search()}</span>
                <KeyCap>Ctrl K</KeyCap>
              </Go>
            </li>
          </ul>
        )}
        {enquire && (
          <ul>
            <li>
              <button type="button" className="tov-rail-link" title={m.enquiries_title_new()} onClick={enquire}>
                <IconPhoneIncoming size={19} stroke={1.7} aria-hidden />
                <span className="tov-rail-word">{m.enquiries_press()}</span>
                <KeyCap>e</KeyCap>
              </button>
            </li>
          </ul>
        )}
        {centre.length > 0 && <ul aria-label={m.web_nav_centre()}>{centre.map(link)}</ul>}
      </nav>
      <PersonMenu me={me} place="rail" />
    </header>
  )
}
