/** Leaving for the sign-in page, with the way back. The router says how (routes.tsx), so that this file knows no pages. */
let leave: (back: string) => void = () => undefined
export const onSignInNeeded = (how: (back: string) => void) => {
  leave = how
}
export const leaveForSignIn = () => {
  if (location.pathname !== '/log-ind') leave(location.pathname + location.search)
}

/** Who is signed in on this page, once that is known; nobody on a page without sign-in. */
let here: number | undefined
export const isHere = (personId: number) => {
  here = personId
}
export const whoIsHere = () => here

/** Asks for the password where one is; true when it was given. The frame says how. */
let prove: () => Promise<boolean> = () => Promise.resolve(false)
export const onProofNeeded = (how: () => Promise<boolean>) => {
  prove = how
}
export const proveAgain = () => prove()

/** A way back is only ever a page of our own: `//elsewhere` and `https:` are not. */
export const safeBack = (back: string | undefined) => (back && /^\/(?![/\\])/.test(back) ? back : '/')
