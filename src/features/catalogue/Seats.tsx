import * as m from '#texts'

type Props = { of: { enrolled: number; minimum: number | null; capacity: number | null; guaranteed: boolean } }
/** More squares than this say nothing that the words beside them do not. */
const mostSquares = 12

/** A square for each participant the class needs, filled for each it has; then the same in words. */
export const Seats = ({ of: { enrolled, minimum, capacity } }: Props) => {
  const needed = minimum ?? 0
  const count = Math.min(mostSquares, Math.max(needed, 1))
  // Beyond twelve the squares stand for parts, so that half full still looks half full.
  const filled = needed > count ? Math.floor((Math.min(enrolled, needed) / needed) * count) : Math.min(enrolled, count)
  const words = minimum === null ? m.catalogue_enrolled({ enrolled }) : m.catalogue_enrolled_of({ enrolled, minimum })
  return (
    <div className="catalogue-seats">
      {needed > 1 && (
        <span aria-hidden="true">
          {Array.from({ length: count }, (_, at) => (
            <i key={at} data-taken={at < filled || undefined} />
          ))}
        </span>
      )}
      <div className="catalogue-second">
        {words}
        {capacity !== null && (
          <>
            {' '}
            · <span className="catalogue-whole">{m.catalogue_capacity({ capacity })}</span>
          </>
        )}
      </div>
    </div>
  )
}
