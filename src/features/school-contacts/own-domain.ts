import { sharedDomains } from './mailbox-domains.table.ts'

/** The domain that is the company's own: not a mailbox provider's, and not the school's. */
export const ownDomain = (email: string | null, website: string | null, notOurs: string | null) => {
  const ofSite = website
    ?.toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
  const candidates = [email?.split('@')[1], ofSite && /^[a-z0-9æøå.-]+\.[a-z]{2,}$/.test(ofSite) ? ofSite : undefined]
  return candidates.find((domain) => domain && domain !== notOurs && !sharedDomains.has(domain)) ?? null
}
