/** Writes docs/who-may-what.md: role by operation, to read. */
import { writeFileSync } from 'node:fs'
import { describeWhoMayWhat } from '../src/testing/who-may-what.ts'
import { whoMayWhat } from '../src/who-may-what.table.ts'

writeFileSync('docs/who-may-what.md', describeWhoMayWhat(whoMayWhat))
