import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { saysMoment, saysNear } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { saysLength, saysPrice } from '../look-up/class-words.tsx'
import { StateOf } from '../look-up/StateOf.tsx'
import type { BeforeVisit } from './before-visit.schema.ts'

type Offer = BeforeVisit['offers'][number]
const held = ({ school, schools }: Offer) =>
  schools > 1 ? m.before_visit_schools({ school, count: schools - 1 }) : school

/** All schools' offers, last on purpose: each with the sentence of theirs that it answers, or that they have not said it. */
export const Offers = ({ before: { bookingId, offers, offersAt } }: { before: BeforeVisit }) => (
  <Card title={m.before_visit_fits()} right={<span className="tov-dim">{m.before_visit_all_schools()}</span>}>
    <p className="tov-dim tov-small">{m.before_visit_fits_text()}</p>
    {offers.length === 0 && <p>{offersAt ? m.before_visit_fits_none() : m.look_up_empty_text()}</p>}
    <ul className="before-offers">
      {offers.map((offer) => (
        <li key={`${offer.kind} ${offer.title}`}>
          <b>{offer.title}</b>
          <p className="tov-dim">
            {[offer.kind, saysLength(offer.next.days), saysPrice(offer.next.price), held(offer)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>
            {m.before_visit_next({ day: saysNear(offer.next.startsOn) })} <StateOf one={offer.next} />
          </p>
          <p>{offer.answers === null ? m.before_visit_not_said() : m.before_visit_answers({ words: offer.answers })}</p>
        </li>
      ))}
    </ul>
    <Go className="tov-link" to={`/opslag?besoeg=${bookingId}`}>
      {m.before_visit_look_up()}
    </Go>
    {offersAt && <p className="tov-dim tov-small">{m.before_visit_as_of({ when: saysMoment(offersAt) })}</p>}
  </Card>
)
