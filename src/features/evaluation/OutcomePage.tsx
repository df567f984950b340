import { Placeholder } from '#web/Placeholder.tsx'
import * as m from '#texts'

// Placeholder until the screen is written.
export default () => <Placeholder title={m.web_nav_outcome()} />
