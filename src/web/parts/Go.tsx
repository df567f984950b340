import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

/** Every page of the product, so that a link that leads nowhere does not compile. */
type Page =
  | '/'
  | '/virksomheder'
  | `/virksomheder/${number}`
  | '/import'
  | '/udtraek'
  | `/udtraek/${number}`
  | `/udtraek/${number}/manus`
  | '/kampagner'
  | `/kampagner/${number}`
  | '/indmeld'
  | '/indmeldt'
  | '/maal'
  | `/hoering/${number}`
  | '/ring'
  | '/ring/oevelse'
  | '/kapacitet'
  | '/kalender'
  | '/bemanding'
  | `/bemanding/${number}`
  | `/besoeg/${number}/rapport`
  | '/aftaler'
  | '/henvendelser'
  | '/henvisninger'
  | '/konsulentmoede'
  | `/konsulentmoede/${number}`
  | `/konsulentmoede/${number}/skaerm`
  | '/overlevering'
  | `/overlevering/${number}`
  | `/besoeg/${number}/foer`
  | '/opslag'
  | '/samtaleguide'
  | '/besoegsrapporter'
  | '/arbejdsgrupper'
  | `/arbejdsgrupper/${number}`
  | '/sorteret-fra'
  | '/aktoerer'
  | '/tip-i-mails'
  | '/mails-om-besoeg'
  | '/aktoer'
  | `/aktoer/${string}`
  | '/callcentre'
  | '/fagomraader'
  | '/arrangementer'
  | `/arrangementer/${number}/stand`
  | '/min-profil'
  | '/hold'
  | '/resultater'
  | '/udbakke'
  | '/medlemmer'
  | '/regler'
  | '/ringetid'
  | '/ledelse'
  | '/grunde'
  | '/log-ind'
  | '/glemt-adgangskode'
  | `/adgangskode/${string}`
  | `/invitation/${string}`
  | '/opsaetning'
  | '/mig'
  | '/mig/adgang'
/** An address within the product. */
export type Path = Page | `${Page}?${string}`
/** An address that the server gives (`href`), or that was checked to be one of ours (`safeBack`). */
export const pathOf = (href: string) => href as Path

/** Goes to a page from code: `const go = useGo(); go('/ring')`. */
export const useGo = () => {
  const router = useRouter()
  return (to: Path, options: { replace?: boolean } = {}) =>
    options.replace ? router.history.replace(to) : router.history.push(to)
}

type GoProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: Path }

/** A link to a page of ours: an ordinary `<a>` (new tab, copy address), without loading everything again. */
export const Go = ({ to, onClick, target, children, ...rest }: GoProps) => {
  const router = useRouter()
  const preload = () => void router.preloadRoute({ to } as never).catch(() => undefined)
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain || target) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a {...rest} href={to} target={target} onClick={click} onPointerEnter={preload} onFocus={preload}>
      {children}
    </a>
  )
}
