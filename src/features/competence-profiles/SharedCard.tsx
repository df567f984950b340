import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Go } from '#web/parts/Go.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { fields } from '../enquiries/enquiry-words.table.ts'
import { ColleagueLine } from '../trade-areas/ColleagueLine.tsx'
import { languageName, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import type { Visitor } from '../trade-areas/TradePicks.tsx'

const words = { ...tradeAreas, ...fields }

const linesOf = ({ trades, kinds, languages, wishes, generalist }: Visitor) => [
  { what: m.trade_areas_trades(), hint: m.competence_profiles_trades_hint(), said: trades.map((one) => words[one]()) },
  { what: m.trade_areas_kinds(), said: kinds.map((one) => words[one]()) },
  { what: m.trade_areas_languages(), said: languages.map((one) => languageName(one)) },
  { what: m.trade_areas_wishes(), said: wishes.map((one) => words[one]()) },
  ...(generalist ? [{ what: m.trade_areas_is_generalist(), said: [m.competence_profiles_yes_generalist()] }] : []),
]

/** What I share with everybody, and the line in which they read it. It is changed where everybody's stands. */
export const SharedCard = ({ mine }: { mine: Visitor }) => (
  <>
    <Card title={m.competence_profiles_shared()} right={<VisibilityMark who="centre" />} padded={false}>
      <dl className="competence-profiles-shared">
        {linesOf(mine).map(({ what, hint, said }) => (
          <div key={what}>
            <dt>
              <b>{what}</b> {hint && <span className="tov-dim tov-small">{hint}</span>}
            </dt>
            <dd className={said.length > 0 ? undefined : 'tov-dim'}>
              {said.length > 0 ? said.join(' · ') : m.trade_areas_none()}
            </dd>
          </div>
        ))}
      </dl>
      <p className="competence-profiles-foot">
        <Go to="/fagomraader" className="tov-link tov-small">
          {m.competence_profiles_change_shared()}
        </Go>
      </p>
    </Card>
    <Card title={m.competence_profiles_others()}>
      <ColleagueLine of={mine} />
      <p className="tov-dim tov-small">{m.competence_profiles_others_text()}</p>
    </Card>
  </>
)
