import { staff } from '../centre/roles.ts'

/** Roles whose people may own a promise: the schools' and the centre's own. */
export const owners: readonly string[] = staff
