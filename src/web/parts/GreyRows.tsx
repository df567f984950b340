import './GreyRows.css'

/** Grey lines that appear only when the answer takes more than 200 ms, so that quick answers don't flicker. */
export const GreyRows = ({ count = 8 }: { count?: number }) => (
  <div className="tov-grey" aria-hidden="true">
    {Array.from({ length: count }, (_, index) => (
      <div key={index} style={{ '--length': `${35 + ((index * 37) % 45)}%` }} />
    ))}
  </div>
)
