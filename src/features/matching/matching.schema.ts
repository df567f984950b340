import { z } from '#platform/endpoint'

/** By what a company is recognised, strongest first: what people said, exactly the same, and all that is alike taken together. */
export const reasonKinds = ['said', 'cvr', 'p-number', 'phone', 'domain', 'likeness'] as const
/** What is weighed when a contact is compared with the whole register (linkage). */
export const weighed = [
  ...(['cvr', 'phone', 'mail', 'name', 'form', 'kind', 'address', 'person', 'industry', 'list'] as const),
  ...(['prior', 'rivals', 'others', 'said'] as const),
] as const
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
  /** Why somebody in the school's own list is this company; strongest first, empty when nobody there is like it. */
  reasons: z.array(z.object({ by: z.enum(reasonKinds), value: z.string() })),
  /** No doubt: the same number of the register, so likely that it may be struck without asking, or said by people. */
  certain: z.boolean(),
  /** How likely, once it has been compared with the whole register, and what speaks for and against; the weights add up to the logarithm of the odds. */
  likely: z.nullable(z.number()),
  weights: z.array(z.object({ of: z.enum(weighed), weight: z.number() })),
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
