import 'react'

declare module 'react' {
  /** A style may hand over values that its `.css` reads: `--tracks`. */
  interface CSSProperties {
    [name: `--${string}`]: string | number
  }
}
