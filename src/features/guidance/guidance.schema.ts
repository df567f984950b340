/** Citizens and employees who turn to us: shown to guidance, counted without a name. */
import { CalendarDate, endpoint, z } from '#platform/endpoint'
import { coordinators, working } from '../centre/roles.ts'
import { ways } from './ways.table.ts'

/** No figure of fewer is told. */
export const fewest = 5

const Who = z.enum(['citizen', 'worker'])
export type Who = z.infer<typeof Who>
export const showToGuidance = endpoint({
  name: 'showToGuidance',
  method: 'POST',
  path: '/api/guidance',
  summary: 'A citizen or an employee turned to us: shown to guidance and counted, with no name',
  can: working,
  status: 201,
  body: z.object({ who: Who, way: z.enum(ways) }),
  answer: z.object({ who: Who }),
})
export const listGuidance = endpoint({
  name: 'listGuidance',
  method: 'GET',
  path: '/api/guidance',
  summary: 'How many citizens and employees were shown to guidance, by month; null: fewer than five',
  can: coordinators,
  answer: z.object({ rows: z.array(z.object({ month: CalendarDate, who: Who, shown: z.nullable(z.int()) })) }),
})
