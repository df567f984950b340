import { z } from '#platform/endpoint'

/** One bad field: JSON pointer into the request (`/body/email`) and what is wrong, in the reader's language. */
const FieldProblem = z.object({ pointer: z.string(), code: z.optional(z.string()), detail: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/**
 * What went wrong, as the server said it (RFC 9457), or as the browser met it: status 0 with code `no-network` when the
 * server could not be reached. `more` holds the extension members.
 */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, said: Record<string, unknown>) {
    const { code, title, detail, errors, ...more } = said
    const words = (value: unknown) => (typeof value === 'string' ? value : '')
    super(words(detail) || words(title) || `HTTP ${status}`)
    this.status = status
    this.code = words(code) || `http-${status}`
    this.title = words(title)
    this.detail = words(detail)
    this.errors = z.safeParse(z.array(FieldProblem), errors).data ?? []
    this.more = more
  }
}

/** What a problem says beyond its sentence, under a name that its endpoint agreed on. */
export const saidIn = <Shape extends z.ZodMiniType>({ more }: ApiProblem, name: string, shape: Shape) =>
  z.safeParse(shape, more[name]).data

/** The sentence to show a person: the problem's own, or one of ours for what is no ApiProblem. */
export const sentenceOf = (error: unknown, otherwise: string) =>
  error instanceof ApiProblem ? error.detail || error.title || otherwise : otherwise

/** Nobody answered, or only something that stands before the server. */
export const isAway = (error: unknown) => error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status)
