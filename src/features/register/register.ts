/** The register's front door: how its numbers, codes and words are read, what municipalities are called, how companies come in. */
import { municipalities } from '../official-codes/municipalities.table.ts'

export { importCompanies, type ImportResult } from './company-imports.ts'
export { readCvr, readPNumber } from '../official-codes/cvr-number.ts'
export { keyOf, municipalityCode, municipalityName, readPhone, readPostalCode } from './row-values.ts'

const places = new Map(municipalities.map(({ code, at }) => [code, at]))
/** Middle of a municipality: latitude and longitude in degrees. */
export const municipalityPlace = (code: number) => places.get(code)
