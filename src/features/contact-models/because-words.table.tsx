/** Why a contact model is proposed, in sentences; and what would change it. */
import * as m from '#texts'
import { number } from '#web/parts/numbers.ts'
import type { reasons } from './models.schema.ts'
import { type Model, smallUnder, visitedYears } from './models.shared.ts'

type Values = Record<string, number>
const say =
  (text: (values: Record<string, string>) => string) =>
  (values: Values): string =>
    text(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, number(value)])))

export const becauseWords: Record<(typeof reasons)[number], (values: Values) => string> = {
  known: say(({ visited = '', reachable = '' }) =>
    m.contact_models_because_known({ visited, reachable, years: visitedYears }),
  ),
  refused: say(({ no = '', talked = '' }) => m.contact_models_because_refused({ no, talked })),
  welcomed: say(({ no = '', talked = '' }) => m.contact_models_because_welcomed({ no, talked })),
  'trade-wanted': () => m.contact_models_because_trade_wanted(),
  'overview-wanted': () => m.contact_models_because_overview_wanted(),
  'at-ease': () => m.contact_models_because_at_ease(),
  'not-at-ease': () => m.contact_models_because_not_at_ease(),
  few: say(({ reachable = '' }) => m.contact_models_because_few({ reachable })),
  'many-small': say(({ small = '', reachable = '' }) =>
    m.contact_models_because_many_small({ small, reachable, under: smallUnder }),
  ),
  many: say(({ reachable = '' }) => m.contact_models_because_many({ reachable })),
  'out-of-reach': say((out) =>
    m.contact_models_because_out_of_reach({ protected: out['protected'] ?? '', numberless: out['numberless'] ?? '' }),
  ),
  employees: () => m.contact_models_because_employees(),
  'always-there': () => m.contact_models_because_always_there(),
  'none-known': () => m.contact_models_because_none_known(),
  'networks-known': say(({ networks = '' }) => m.contact_models_because_networks_known({ networks })),
  'nothing-known': () => m.contact_models_because_nothing_known(),
}
export const wouldWords: Record<Model, () => string> = {
  'own-consultants': m.contact_models_would_own_consultants,
  partners: m.contact_models_would_partners,
  'call-centre': m.contact_models_would_call_centre,
  networks: m.contact_models_would_networks,
}
