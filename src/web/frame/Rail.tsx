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

/** Whether a place is looked at: the page itself, or, of one that others stand under, any of them. */
const familyOf = (places: readonly Place[], place: Place) =>
  places.filter((one) => 'under' in one && one.under === place.to)

const RailLink = ({ place, state, count, word }: { place: Place; state: State; count: number; word?: string }) => (
  <Go
    to={place.to}
    className="tov-rail-link"
    aria-current={state === 'here' ? 'page' : undefined}
    data-open={state === 'open' || undefined}
  >
    {word === undefined && <place.icon size={19} stroke={1.7} aria-hidden />}
    <span className="tov-rail-word">{word ?? place.text()}</span>
    {count > 0 && (
      <span className="tov-rail-count">
        {count}
        <span className="tov-only-read"> {m.web_count_waits()}</span>
      </span>
    )}
  </Go>
)
type State = 'here' | 'open' | 'elsewhere'

/** A place, and while one looks at it or at one that stands under it, the short list of them all. */
const RailPlace = ({
  place,
  places,
  path,
  count,
}: {
  place: Place
  places: readonly Place[]
  path: string
  count: (place: Place) => number
}) => {
  const under = familyOf(places, place)
  const here = isHere(path, place.to)
  const within = here || under.some(({ to }) => isHere(path, to))
  const open = under.length > 0 && (within || 'outside' in place)
  const state = !within ? 'elsewhere' : open ? 'open' : 'here'
  const list = 'inside' in place ? [place, ...under] : under
  const folded = open
    ? 'inside' in place
      ? 0
      : count(place)
    : [place, ...under].reduce((sum, one) => sum + count(one), 0)
  return (
    <li>
      <RailLink place={place} state={state} count={folded} />
      {open && (
        <ul className="tov-rail-under">
          {list.map((one) => (
            <li key={one.to}>
              <RailLink
                place={one}
                state={isHere(path, one.to) ? 'here' : 'elsewhere'}
                count={count(one)}
                word={'inside' in one ? one.inside() : one.text()}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type Props = { path: string; search: () => void; enquire: (() => void) | null }

export const Rail = ({ path, search, enquire }: Props) => {
  const me = useMe()
  const count = useCounts()
  const places = placesFor(me)
  const [daily, centre] = [places.filter((place) => !('group' in place)), places.filter((place) => 'group' in place)]
  /** What stands under a place that is not mine stands by itself. */
  const byItself = (place: Place) => !('under' in place && places.some(({ to }) => to === place.under))
  const link = (place: Place) =>
    byItself(place) && <RailPlace key={place.to} place={place} places={places} path={path} count={count} />
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
