import { IconDots, IconPhoneIncoming } from '@tabler/icons-react'
import { useId } from 'react'
import * as m from '#texts'
import { Go } from '#web/parts/Go.tsx'
import { useMe } from './me.ts'
import { placesFor } from './navigation.table.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { isHere, useCounts } from './Rail.tsx'
import './TabBar.css'

type Places = ReturnType<typeof placesFor>
/** The four most used in the hand; a role that has fewer of those gets others in their place. */
const tabsOf = (places: Places) => {
  const chosen = [...places.filter((place) => 'tab' in place), ...places.filter((place) => !('tab' in place))].slice(
    0,
    4,
  )
  return places.filter((place) => chosen.includes(place))
}
const closeMore = (id: string) => document.getElementById(id)?.hidePopover()

/** The phone's way around: at most four places and "Mere", which holds the rest and what is mine. */
export const TabBar = ({ path, enquire }: { path: string; enquire: (() => void) | null }) => {
  const me = useMe()
  const count = useCounts()
  const id = useId()
  const places = placesFor(me)
  const tabs = tabsOf(places)
  const rest = places.filter((place) => !tabs.includes(place))
  return (
    <>
      <nav className="tov-tabs" aria-label={m.web_nav()}>
        {tabs.map((place) => (
          <Go key={place.to} to={place.to} aria-current={isHere(path, place.to) ? 'page' : undefined}>
            <place.icon size={22} stroke={1.7} aria-hidden />
            {('short' in place ? place.short : place.text)()}
          </Go>
        ))}
        <button type="button" popoverTarget={id}>
          <IconDots size={22} stroke={1.7} aria-hidden />
          {m.web_nav_more()}
        </button>
      </nav>
      <nav id={id} popover="auto" className="tov-more" aria-label={m.web_nav_more()}>
        <ul>
          {enquire && (
            <li>
              <button
                type="button"
                onClick={() => {
                  closeMore(id)
                  enquire()
                }}
              >
                <IconPhoneIncoming size={20} stroke={1.7} aria-hidden />
                <span>{m.enquiries_title_new()}</span>
              </button>
            </li>
          )}
          {rest.map((place) => (
            <li key={place.to}>
              <Go to={place.to} onClick={() => closeMore(id)}>
                <place.icon size={20} stroke={1.7} aria-hidden />
                <span>{place.text()}</span>
                {count(place) > 0 && <b>{count(place)}</b>}
              </Go>
            </li>
          ))}
        </ul>
        <PersonMenu me={me} place="rail" />
      </nav>
    </>
  )
}
