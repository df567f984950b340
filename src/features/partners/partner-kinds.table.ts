import * as m from '#texts'

/** Kinds of partners, in the order they are chosen from. */
export const partnerKinds = {
  'job-centre': m.partners_kind_job_centre,
  union: m.partners_kind_union,
  employers: m.partners_kind_employers,
  'business-hub': m.partners_kind_business_hub,
  'unemployment-fund': m.partners_kind_unemployment_fund,
  'language-centre': m.partners_kind_language_centre,
} as const
export const partnerKindCodes = [
  'job-centre',
  'union',
  'employers',
  'business-hub',
  'unemployment-fund',
  'language-centre',
] as const
export type PartnerKind = (typeof partnerKindCodes)[number]
