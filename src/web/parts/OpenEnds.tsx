import * as m from '#texts'

/** In the question before something ends: what stands open on it, "2 aftaler, 1 møde". */
export const OpenEnds = ({ said }: { said: readonly string[] | undefined }) =>
  said !== undefined &&
  said.length > 0 && (
    <p>
      <b>{m.web_open_ends({ what: said.join(', ') })}</b>
    </p>
  )
