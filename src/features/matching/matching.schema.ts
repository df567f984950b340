import { z } from '#platform/endpoint'

/** By what a company is recognised, strongest first; the first two leave no doubt. */
export const reasonKinds = ['cvr', 'p-number', 'phone', 'domain'] as const
/** A company of a list, beside the own school's contact that it is. */
export const MatchedCompany = z.object({
  companyId: z.int(),
  name: z.string(),
  cvr: z.string(),
  pNumber: z.nullable(z.string()),
  kind: z.enum(['company', 'workplace']),
  street: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
  town: z.nullable(z.string()),
  employees: z.nullable(z.int()),
  industryText: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Marked against advertising in the register (CVR act § 19). */
  protected: z.boolean(),
  /** Exactly the same in the school's own list; strongest first, empty when nobody there is like it. */
  reasons: z.array(z.object({ by: z.enum(reasonKinds), value: z.string() })),
  /** Same CVR or P-number: no doubt. */
  certain: z.boolean(),
  /** The school's own contact that fits best, and how many more fit. */
  contact: z.nullable(
    z.object({
      name: z.string(),
      cvr: z.nullable(z.string()),
      pNumber: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      email: z.nullable(z.string()),
      street: z.nullable(z.string()),
      postalCode: z.nullable(z.string()),
      town: z.nullable(z.string()),
      contactPerson: z.nullable(z.string()),
      knows: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  moreContacts: z.int(),
})
