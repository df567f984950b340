/** The rope's loop, the mark of the product: 26 by 26 units, line 3. */
export const Logo = ({ size = 24 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 26 26"
    fill="none"
    strokeLinecap="round"
    strokeWidth="3"
    aria-hidden="true"
  >
    <path d="M10 18a7.5 7.5 0 1 1 6 0" stroke="var(--tov-blaa-mark)" />
    <path d="M2 22.5c4.5.5 8-1 11-4 3 3 6.5 4.5 11 4" stroke="var(--tov-text)" />
  </svg>
)
